package io.memcmp.analysis.heapdump;

import io.memcmp.analysis.Supervisor;
import io.memcmp.analysis.Supervisor.Spent.Ended;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.EnumMap;

/**
 * Reads damaged dumps in a virtual machine of its own, with little memory: {@code DIRECTORY FIRST-SEED CASES}. Prints what
 * went wrong, and at the end how the cases ended.
 */
public final class Hostile {
    private static final long MIB = 1 << 20;
    private static final Supervisor SUPERVISOR = new Supervisor(Duration.ofSeconds(10), HeapDumpException.class);
    private static final int MOST_PROBLEMS = 10;

    /** What a damaged dump of some kilobytes may ask for, beside the heap. */
    private static final long MOST_NEEDED = 16 * MIB;

    private Hostile() {}

    /**
     * Runs the cases.
     *
     * @param args as above
     * @throws Exception if the machine itself fails
     */
    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws Exception {
        var file = Path.of(args[0], "damaged.hprof");
        long first = Long.parseLong(args[1]);
        int cases = Integer.parseInt(args[2]);
        var ends = new EnumMap<Ended, Integer>(Ended.class);
        int problems = 0;
        for (long seed = first; seed < first + cases && problems < MOST_PROBLEMS; seed++) {
            try {
                ends.merge(run(file, seed), 1, Integer::sum);
            } catch (AssertionError problem) {
                problems++;
                System.out.println("problem: " + problem.getMessage());
                var cause = problem.getCause() == null ? problem : problem.getCause();
                for (var frame : cause.getStackTrace()) {
                    if (frame.getClassName().startsWith("io.memcmp.analysis.heapdump")) {
                        System.out.println("    at " + frame);
                    }
                }
            }
        }
        System.out.println("ends: " + ends + ", peak " + peakMiB() + " MiB");
    }

    private static Ended run(Path file, long seed) throws IOException, InterruptedException {
        var damaged = DumpFuzzer.damaged(seed);
        Files.write(file, damaged.bytes());
        return SUPERVISOR
                .run(
                        damaged.done(),
                        48 * MIB + 400L * damaged.bytes().length,
                        () -> read(file, seed, damaged.mustSay()))
                .ended();
    }

    private static String read(Path file, long seed, boolean mustSay) throws IOException, HeapDumpException {
        var options = Questions.options(seed);
        var splitting = new Splitting(1 + (int) (seed % 2), 1);
        try (var dump = HeapDump.open(file, options, needing(MOST_NEEDED), splitting)) {
            Questions.ask(dump, options);
            if (mustSay && dump.facts().incomplete().isEmpty()) {
                throw new AssertionError("cut off, and takes itself for whole");
            }
            return dump.facts().toString();
        }
    }

    private static DumpProgress needing(long most) {
        return new DumpProgress() {
            @Override
            public void needs(long bytes) {
                if (bytes < 0 || bytes > most) {
                    throw new AssertionError("needs " + bytes + " bytes");
                }
            }
        };
    }

    /** Where the system tells. */
    private static String peakMiB() throws IOException {
        var status = Path.of("/proc/self/status");
        if (!Files.exists(status)) {
            return "unknown";
        }
        return Files.readAllLines(status).stream()
                .filter(line -> line.startsWith("VmHWM"))
                .map(line -> Long.toString(Long.parseLong(line.replaceAll("\\D", "")) / 1024))
                .findFirst()
                .orElse("unknown");
    }
}
