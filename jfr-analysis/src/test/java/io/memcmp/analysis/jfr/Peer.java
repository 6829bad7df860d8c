package io.memcmp.analysis.jfr;

import static java.nio.charset.StandardCharsets.US_ASCII;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import jdk.jfr.consumer.EventStream;
import jdk.jfr.consumer.RecordingFile;

/** The JDK's own readers, each in a virtual machine of its own, since on some damaged files they never end. */
public final class Peer {
    private static final int PATIENCE_SECONDS = 6;
    private static final FileOutputStream OUT = new FileOutputStream(FileDescriptor.out);

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
            print(" end");
        } catch (IOException | RuntimeException | Error e) {
            print(" " + e.getClass().getSimpleName());
        }
        Runtime.getRuntime().halt(0);
    }

    private static void recordingFile(Path file) throws IOException {
        try (var recording = new RecordingFile(file)) {
            while (recording.hasMoreEvents()) {
                recording.readEvent();
                print(".");
            }
        }
    }

    private static void eventStream(Path file) throws IOException {
        try (var stream = EventStream.openFile(file)) {
            stream.onEvent(_ -> print("."));
            stream.start();
        }
    }

    /** At once: what is still in a buffer when the reader hangs would not be counted. */
    private static void print(String text) {
        try {
            OUT.write(text.getBytes(US_ASCII));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
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
