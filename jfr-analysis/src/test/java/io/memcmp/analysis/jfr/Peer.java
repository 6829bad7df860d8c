package io.memcmp.analysis.jfr;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jdk.jfr.consumer.EventStream;
import jdk.jfr.consumer.RecordingFile;

/** The JDK's own readers, each in a virtual machine of its own, since on some damaged files they never end. */
public final class Peer {
    private static final int PATIENCE_SECONDS = 6;

    private Peer() {}

    /**
     * Prints a dot for each event, and what the reader threw.
     *
     * @param arguments the reader's name and a file
     */
    public static void main(String[] arguments) {
        var file = Path.of(arguments[1]);
        try {
            if (arguments[0].equals("RecordingFile")) {
                recordingFile(file);
            } else {
                eventStream(file);
            }
            System.out.print(" end");
        } catch (IOException | RuntimeException | Error e) {
            System.out.print(" " + e.getClass().getSimpleName());
        }
        System.out.flush();
        Runtime.getRuntime().halt(0);
    }

    private static void recordingFile(Path file) throws IOException {
        try (var recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                recording.readEvent();
                System.out.write('.');
            }
        }
    }

    private static void eventStream(Path file) throws IOException {
        try (var stream = EventStream.openFile(file)) {
            stream.onEvent(_ -> System.out.write('.'));
            stream.start();
        }
    }

    /** What it makes of the file: how many events, and how it ended, if it did. */
    static String told(String peer, Path file, long events) throws Exception {
        var classes = Path.of(
                Peer.class.getProtectionDomain().getCodeSource().getLocation().toURI());
        var java = Path.of(System.getProperty("java.home"), "bin", "java").toString();
        var output = Files.createTempFile(file.getParent(), "peer", ".txt");
        var command = List.of(java, "-cp", classes.toString(), Peer.class.getName(), peer, file.toString());
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(PATIENCE_SECONDS, TimeUnit.SECONDS);
        process.destroyForcibly().waitFor();
        var printed = Files.readString(output);
        long seen = printed.chars().filter(letter -> letter == '.').count();
        var end = ended ? printed.replaceAll("(?s).*[. ]", "") : "**hangs**";
        return seen + " of " + events + (end.equals("end") ? seen < events ? ", **no error**" : "" : ", " + end);
    }
}
