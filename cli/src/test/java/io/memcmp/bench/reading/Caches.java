package io.memcmp.bench.reading;

import java.io.IOException;
import java.lang.ProcessBuilder.Redirect;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.spi.ToolProvider;

/**
 * Ahead-of-time caches of the JDK (classes, loaded and linked, and profiles of methods) for the processes that are measured:
 * each of one reader and one job, made by that reader doing that job on another recording, of 3 MB.
 */
final class Caches {
    /** Enough for the compiler to have seen what it asks the profiles for. */
    private static final String TIMES = "30";

    private final Path directory;
    private final Commands commands;

    Caches(Path directory, Commands commands) {
        this.directory = directory;
        this.commands = commands;
    }

    /**
     * {@return the classes in one file, as a cache knows no others}
     *
     * @param classes where they are
     * @param jar is written
     */
    static Path jar(Path classes, Path jar) throws IOException {
        int status = ToolProvider.findFirst("jar")
                .orElseThrow()
                .run(System.out, System.err, "--create", "--file", jar.toString(), "-C", classes.toString(), ".");
        if (status != 0) {
            throw new IOException("no " + jar);
        }
        return jar;
    }

    /**
     * {@return the cache of a reader for a job, made now if it is not there yet}
     *
     * @param reader who reads
     * @param job what is asked of it
     * @param training what it reads in training
     */
    Path of(Contestant reader, Job job, Path training) throws IOException, InterruptedException {
        var cache = directory.resolve(
                String.join("-", reader.id(), job.id(), training.getFileName().toString()) + ".aot");
        if (!Files.exists(cache)) {
            var options = new ArrayList<>(reader.shippedOptions());
            options.add("-XX:AOTCacheOutput=" + cache);
            train(commands.job(reader, job, training, options, List.of(TIMES)));
            if (!Files.exists(cache)) {
                throw new IOException("no cache for " + reader.title());
            }
        }
        return cache;
    }

    private static void train(List<String> command) throws IOException, InterruptedException {
        var builder =
                new ProcessBuilder(command).redirectOutput(Redirect.DISCARD).redirectError(Redirect.DISCARD);
        int status = builder.start().waitFor();
        if (status != 0) {
            throw new IOException("training ended with " + status + ": " + String.join(" ", command));
        }
    }
}
