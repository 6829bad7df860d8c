package io.memcmp.analysis;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/**
 * Finds recordings: a file is one, and a directory holds those of all files below it that end in {@code .jfr} or
 * {@code .jfr.gz}. Files in one directory that are named as JFR names the chunks of its repository
 * ({@code 2026_11_23_10_00_00.jfr}) are one recording together: that of the virtual machine that wrote them there.
 */
public final class RecordingInputs {
    private static final Pattern CHUNK = Pattern.compile("\\d{4}(_\\d\\d){5}(_\\d+)?\\.jfr");
    private static final int MAGIC = 0x464c5200; // "FLR\0"
    private static final int START_OFFSET = 32;

    private RecordingInputs() {}

    /**
     * {@return the recordings that lie there, in the order of their names; none where a directory holds none} Whether a
     * file can be read as a recording is not looked at, and links to directories are not followed below {@code place}.
     *
     * @param place a file or a directory
     * @throws NoSuchFileException if there is nothing of that name
     * @throws IOException if a directory cannot be read
     */
    public static List<RecordingInput> find(Path place) throws IOException {
        if (!Files.exists(place)) {
            throw new NoSuchFileException(place.toString());
        }
        if (!Files.isDirectory(place)) {
            return List.of(RecordingInput.of(place));
        }
        var byName = new TreeMap<String, List<Path>>();
        for (var file : below(place)) {
            byName.computeIfAbsent(name(file), _ -> new ArrayList<>()).add(file);
        }
        var found = new ArrayList<RecordingInput>();
        for (var recording : byName.entrySet()) {
            found.add(new RecordingInput(recording.getKey(), inOrderOfTime(recording.getValue()), false));
        }
        return List.copyOf(found);
    }

    /**
     * {@return several recordings as one}
     *
     * @param name what to call it
     * @param recordings at least one
     * @throws IOException if a file cannot be opened
     */
    public static RecordingInput merged(String name, List<RecordingInput> recordings) throws IOException {
        var files = recordings.stream()
                .flatMap(recording -> recording.files().stream())
                .toList();
        return new RecordingInput(name, inOrderOfTime(files), recordings.size() > 1);
    }

    private static List<Path> below(Path directory) throws IOException {
        var real = directory.toRealPath();
        var files = new ArrayList<Path>();
        Files.walkFileTree(real, new SimpleFileVisitor<>() {
            @Override
            public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
                if (named(file) && Files.isRegularFile(file)) {
                    files.add(directory.resolve(real.relativize(file)));
                }
                return FileVisitResult.CONTINUE;
            }
        });
        return files;
    }

    private static boolean named(Path file) {
        var name = String.valueOf(file.getFileName());
        return name.endsWith(".jfr") || name.endsWith(".jfr.gz");
    }

    /** The recording that a file belongs to. */
    private static String name(Path file) {
        var directory = file.getParent();
        boolean chunk = CHUNK.matcher(String.valueOf(file.getFileName())).matches();
        return (chunk && directory != null ? directory : file).toString();
    }

    /** By what the files themselves tell; one that tells nothing comes last: a virtual machine that dies leaves such. */
    private static List<Path> inOrderOfTime(List<Path> files) throws IOException {
        Map<Path, Long> starts = new HashMap<>();
        for (var file : files) {
            starts.put(file, start(file));
        }
        return files.stream()
                .sorted(Comparator.comparing((Path file) -> starts.getOrDefault(file, Long.MAX_VALUE))
                        .thenComparing(Comparator.naturalOrder()))
                .toList();
    }

    /** When the first chunk of a file was begun, nanoseconds since 1970. */
    private static long start(Path file) throws IOException {
        var header = ByteBuffer.allocate(START_OFFSET + Long.BYTES);
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            while (header.hasRemaining() && channel.read(header) >= 0) {
                // until it is full or the file ends
            }
        }
        return header.hasRemaining() || header.getInt(0) != MAGIC ? Long.MAX_VALUE : header.getLong(START_OFFSET);
    }
}
