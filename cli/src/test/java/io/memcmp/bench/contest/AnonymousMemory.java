package io.memcmp.bench.contest;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * The resident memory of a process and its children that no file is behind, as Linux tells it: a mapped file counts as
 * resident as long as the machine has memory to spare, and says nothing about what the process needs.
 */
final class AnonymousMemory {
    private static final String LINE = "RssAnon:";

    private final Process process;
    private double peak = Double.NaN;

    AnonymousMemory(Process process) {
        this.process = process;
    }

    /** Keeps what the process uses now, if that is most so far. */
    void look() {
        long now = kibibytes(process.pid())
                + process.children().mapToLong(child -> kibibytes(child.pid())).sum();
        if (now > 0) {
            double megabytes = now * 1024 / 1e6;
            peak = Double.isNaN(peak) ? megabytes : Math.max(peak, megabytes);
        }
    }

    /** {@return the most that was seen, in megabytes; NaN if nothing was} */
    double peakMegabytes() {
        return peak;
    }

    private static long kibibytes(long pid) {
        try {
            for (var line : Files.readAllLines(Path.of("/proc", Long.toString(pid), "status"))) {
                if (line.startsWith(LINE)) {
                    return Long.parseLong(
                            line.substring(LINE.length()).replace("kB", "").strip());
                }
            }
        } catch (IOException _) {
            // it has ended, or this machine has no such file
        }
        return 0;
    }
}
