package io.memcmp.heaps;

import io.memcmp.plan.UserError;
import io.memcmp.result.DumpResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * A dump that the user named.
 *
 * @param name what to call it
 * @param path where it lies; empty where it comes through standard input
 */
public record DumpFile(String name, Optional<Path> path) {
    private static final String STANDARD_INPUT = "-";

    /**
     * {@return the dumps behind these words}
     *
     * @param words files, or {@code -} for standard input
     */
    public static List<DumpFile> of(List<String> words) {
        if (words.stream().filter(STANDARD_INPUT::equals).count() > 1) {
            throw new UserError("standard input can be read once", "name the other dump by its file");
        }
        return words.stream().map(DumpFile::of).toList();
    }

    private static DumpFile of(String word) {
        if (word.equals(STANDARD_INPUT)) {
            return new DumpFile("standard input", Optional.empty());
        }
        var path = path(word);
        if (Files.isDirectory(path)) {
            throw new UserError(word + " is a directory", "name the heap dump in it");
        }
        if (!Files.exists(path)) {
            throw missing(word);
        }
        if (!Files.isReadable(path)) {
            throw new UserError("cannot read " + word + ": permission denied", "make it readable");
        }
        return new DumpFile(word, Optional.of(path));
    }

    private static Path path(String word) {
        try {
            return Path.of(word);
        } catch (InvalidPathException _) {
            throw missing(word);
        }
    }

    private static UserError missing(String word) {
        return new UserError(
                "no such heap dump: " + word,
                "name a .hprof or .hprof.gz file, or - for standard input; make one with:"
                        + " jcmd PID GC.heap_dump /tmp/app.hprof");
    }

    /**
     * {@return every file that will be read, that behind standard input too}
     *
     * @param dumps that the user named
     */
    public static List<Path> paths(List<DumpFile> dumps) {
        return dumps.stream()
                .map(dump -> dump.path().orElse(Path.of("/dev/stdin")))
                .toList();
    }

    DumpResult.Source source() {
        return new DumpResult.Source(name, path.map(DumpFile::size).orElse(0L));
    }

    private static long size(Path path) {
        try {
            return Files.size(path);
        } catch (IOException _) {
            return 0; // whoever reads it says what is wrong
        }
    }
}
