package io.memcmp.launch;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.regex.Pattern;

/** The heap dumps that the JVMs of a trial wrote: which of them are whole, and which is the trial's. */
final class HeapDumpFiles {
    /** What the names begin with that the probe gives; those of the JVM's own begin otherwise. */
    static final String OF_PROBE = "heap-";

    private static final String UNFINISHED = "unfinished-";
    /** A dump ends with a record of its own: one byte of kind, four of time, four of length. */
    private static final byte HEAP_DUMP_END = 0x2C;

    private static final int END_LENGTH = 9;
    private static final int LENGTH_AT = 5;

    private static final Pattern COMPLAINT = Pattern.compile("(?m)^memcmp probe: (no heap dump .*)$");

    private HeapDumpFiles() {}

    /**
     * {@return what the reader must know} The largest whole dump of each moment becomes the trial's.
     *
     * @param written the end of what the JVMs wrote on their standard error
     */
    static List<String> bringHome(TrialDirectory files, String written) throws IOException {
        var ofProbe = new ArrayList<Path>();
        var ofMachine = new ArrayList<Path>();
        int cutOff = 0;
        try (var dumps = Files.list(files.dumps())) {
            for (var dump : dumps.filter(file -> file.toString().endsWith(".hprof"))
                    .sorted(Comparator.comparingLong(HeapDumpFiles::size))
                    .toList()) {
                var name = dump.getFileName().toString();
                if (name.startsWith(UNFINISHED) || !whole(dump)) {
                    cutOff++;
                } else if (name.startsWith(OF_PROBE)) {
                    ofProbe.add(dump);
                } else {
                    ofMachine.add(dump);
                }
            }
        }
        var remarks = new ArrayList<String>();
        keep(ofProbe, files.heapDump(), remarks);
        keep(ofMachine, files.outOfMemoryDump(), remarks);
        if (cutOff > 0) {
            remarks.add("a heap dump was begun and not finished, and is not kept");
        }
        COMPLAINT.matcher(written).results().forEach(line -> remarks.add(line.group(1)));
        return remarks;
    }

    private static void keep(List<Path> dumps, Path place, List<String> remarks) throws IOException {
        if (dumps.isEmpty()) {
            return;
        }
        Files.move(dumps.getLast(), place, StandardCopyOption.REPLACE_EXISTING);
        if (dumps.size() > 1) {
            remarks.add("%d of the JVMs of this trial left a heap dump; the largest is kept".formatted(dumps.size()));
        }
    }

    private static long size(Path file) {
        return file.toFile().length();
    }

    private static boolean whole(Path dump) throws IOException {
        try (var channel = FileChannel.open(dump)) {
            var end = ByteBuffer.allocate(END_LENGTH);
            long at = channel.size() - END_LENGTH;
            while (at >= 0 && end.hasRemaining() && channel.read(end, at + end.position()) > 0) {
                // until all of it is there
            }
            return !end.hasRemaining() && end.get(0) == HEAP_DUMP_END && end.getInt(LENGTH_AT) == 0;
        }
    }
}
