package io.memcmp.bench.contest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** Runs a process to its end and tells what it took. */
public final class Stopwatch {
    private static final Path TIME = Path.of("/usr/bin/time");

    private final Path scratch;
    private final Duration limit;
    private final Duration pause;
    private final boolean gnu;

    /**
     * Looks at what this machine can tell.
     *
     * @param scratch a directory for files that are overwritten
     * @param limit after which a process is ended
     */
    public Stopwatch(Path scratch, Duration limit) throws IOException, InterruptedException {
        this(scratch, limit, limit);
    }

    /**
     * The same, and looks at the anonymous memory of the process while it runs.
     *
     * @param scratch a directory for files that are overwritten
     * @param limit after which a process is ended
     * @param pause between two looks
     */
    public Stopwatch(Path scratch, Duration limit, Duration pause) throws IOException, InterruptedException {
        this.scratch = scratch;
        this.limit = limit;
        this.pause = pause;
        this.gnu = Files.isExecutable(TIME)
                && start(List.of(TIME.toString(), "-f", "%M", "true")).waitFor() == 0;
    }

    /** How a process ended. */
    public sealed interface Ended {
        /**
         * It did what it should.
         *
         * @param took what it took
         * @param output what it wrote to its standard output, line by line
         */
        record Done(Took took, List<String> output) implements Ended {}

        /**
         * It was ended, because it took too long.
         *
         * @param limit so long
         */
        record OverLimit(Duration limit) implements Ended {}

        /**
         * It gave up.
         *
         * @param reason the first line of its complaint
         */
        record Failed(String reason) implements Ended {}
    }

    /**
     * What a process took; NaN where this machine cannot tell.
     *
     * @param wall seconds from its start to its end
     * @param cpu seconds, user and system
     * @param peak most resident memory in megabytes
     * @param anonymous most resident memory that no file is behind, in megabytes, of the moments at which it was looked at
     */
    public record Took(double wall, double cpu, double peak, double anonymous) {
        Took withWall(double seconds) {
            return new Took(seconds, cpu, peak, anonymous);
        }
    }

    /**
     * Runs it.
     *
     * @param command what to run
     * @return how it ended
     */
    public Ended run(List<String> command) throws IOException, InterruptedException {
        var used = scratch.resolve("used");
        var words = new ArrayList<String>();
        if (gnu) {
            words.addAll(List.of(TIME.toString(), "-o", used.toString(), "-f", "%U %S %M"));
        }
        words.addAll(command);
        long start = System.nanoTime();
        var process = start(words);
        var memory = new AnonymousMemory(process);
        if (!ends(process, memory, start + limit.toNanos())) {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly().waitFor();
            return new Ended.OverLimit(limit);
        }
        double wall = (System.nanoTime() - start) / 1e9;
        if (process.exitValue() != 0) {
            var complaint = Files.readAllLines(scratch.resolve("err"));
            return new Ended.Failed(complaint.isEmpty() ? "status " + process.exitValue() : complaint.getFirst());
        }
        return new Ended.Done(took(wall, used, memory.peakMegabytes()), Files.readAllLines(scratch.resolve("out")));
    }

    /** Whether it does before the time is up. */
    private boolean ends(Process process, AnonymousMemory memory, long end) throws InterruptedException {
        for (long left = end - System.nanoTime(); left > 0; left = end - System.nanoTime()) {
            if (process.waitFor(Math.min(left, pause.toNanos()), TimeUnit.NANOSECONDS)) {
                return true;
            }
            memory.look();
        }
        return !process.isAlive();
    }

    private Process start(List<String> words) throws IOException {
        return new ProcessBuilder(words)
                .redirectOutput(scratch.resolve("out").toFile())
                .redirectError(scratch.resolve("err").toFile())
                .start();
    }

    private Took took(double wall, Path used, double anonymous) throws IOException {
        if (!gnu) {
            return new Took(wall, Double.NaN, Double.NaN, anonymous);
        }
        var words = Files.readAllLines(used).getLast().split(" ", -1);
        // in units of 1024 bytes
        return new Took(
                wall,
                Double.parseDouble(words[0]) + Double.parseDouble(words[1]),
                Double.parseDouble(words[2]) * 1024 / 1e6,
                anonymous);
    }
}
