package io.memcmp.analysis.heapdump;

import io.memcmp.analysis.Child;
import io.memcmp.analysis.Jdk;
import io.memcmp.analysis.heapdump.HeapFile.Style;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Where tests put dumps: in memory where the system has a place for that. */
final class Dumps {
    private static final Path MEMORY = Path.of("/dev/shm");

    /** The largest shapes take more than a hundred bytes for each of ten million nodes. */
    private static final long ENOUGH = 4L << 30;

    private Dumps() {}

    /** {@return a new directory for dumps of at most a few gigabytes} */
    static Path directory() {
        try {
            return Files.isWritable(MEMORY) && Files.getFileStore(MEMORY).getUsableSpace() > ENOUGH
                    ? Files.createTempDirectory(MEMORY, "memcmp-dumps")
                    : Files.createTempDirectory("memcmp-dumps");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static void delete(Path directory) throws IOException {
        try (var files = Files.list(directory)) {
            for (var file : files.toList()) {
                Files.delete(file);
            }
        }
        Files.delete(directory);
    }

    /** {@return the dump of a virtual machine that keeps structures of so many elements} */
    static Path ofKnown(Jdk jdk, int count, Path compiled, Path directory) throws Exception {
        var file = directory.resolve("jdk" + jdk.feature() + ".hprof");
        Child.compile("Known", compiled)
                .run(jdk, List.of("-XX:+UseSerialGC", "-Xmx256m"), "Known", file.toString(), "" + count);
        return file;
    }

    static Path write(Heap heap, Style style, Path file) throws IOException {
        try (var out = Files.newOutputStream(file)) {
            HeapFile.write(heap, style, out);
        }
        return file;
    }
}
