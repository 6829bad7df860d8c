package io.memcmp.launch;

import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.analysis.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;

/** On this machine, whatever else it does: who used the processors, held against the scheduler's own account. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "reads /proc")
final class ForeignTest {
    private static final Calibrator.Speed USUAL = new Calibrator.Speed(Optional.of(1.0), false);
    /** The kernel's ticks, and what runs between two readings that belong together. */
    private static final double TOLERANCE = 0.08;

    private static final String SPIN = "end=$(($(date +%s) + 2)); while [ $(date +%s) -lt $end ]; do :; done";

    @Test
    void aBusyProcessOfSomebodyElseIsSeen() throws Exception {
        var busy = new ProcessBuilder("sh", "-c", "while :; do :; done").start();
        try {
            var before = MachineCounters.now();
            long used = -nanosOnCpu(busy.pid());
            TimeUnit.SECONDS.sleep(2);
            used += nanosOnCpu(busy.pid());
            var after = MachineCounters.now();
            double share = used / capacity(before, after);
            double foreign = foreign(before, after);
            assertTrue(foreign > share - TOLERANCE, "foreign " + foreign + ", of which one process " + share);
        } finally {
            busy.destroyForcibly().waitFor();
        }
    }

    @Test
    void whatAChildUsedWithItsOwnChildrenIsNotForeign() throws Exception {
        var before = MachineCounters.now();
        // Two that spin, and each starts "date" over and over.
        var child = new ProcessBuilder("sh", "-c", "(" + SPIN + ") & (" + SPIN + ") & wait").start();
        child.waitFor();
        var after = MachineCounters.now();
        double used = after.children()
                        .orElseThrow()
                        .minus(before.children().orElseThrow())
                        .toNanos()
                / capacity(before, after);
        double foreign = foreign(before, after);
        assertTrue(used > 0.02, "the child hardly ran: " + used);
        assertTrue(foreign < 1 - used + TOLERANCE, "foreign " + foreign + " beside a child's " + used);
    }

    @Test
    void whatMemcmpItselfUsesIsNotForeign() throws Exception {
        var before = MachineCounters.now();
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(2);
        var threads = new Thread[Runtime.getRuntime().availableProcessors()];
        for (int i = 0; i < threads.length; i++) {
            threads[i] = new Thread(() -> {
                while (System.nanoTime() < end) {
                    Thread.onSpinWait();
                }
            });
            threads[i].start();
        }
        for (var thread : threads) {
            thread.join();
        }
        var after = MachineCounters.now();
        double used =
                after.own().orElseThrow().minus(before.own().orElseThrow()).toNanos() / capacity(before, after);
        double foreign = foreign(before, after);
        assertTrue(used > 0.02, "memcmp hardly ran: " + used);
        assertTrue(foreign < 1 - used + TOLERANCE, "foreign " + foreign + " beside memcmp's own " + used);
    }

    private static double capacity(MachineCounters before, MachineCounters after) {
        return (double) (after.nanos() - before.nanos())
                * after.ticks().orElseThrow().processors();
    }

    private static double foreign(MachineCounters before, MachineCounters after) {
        return NoiseRules.evidence(before, after, false, 1, USUAL).foreign() instanceof Reading.Value(double share)
                ? share
                : Double.NaN;
    }

    private static long nanosOnCpu(long pid) throws IOException {
        return Long.parseLong(Files.readString(Path.of("/proc", Long.toString(pid), "schedstat"))
                .split(" ", -1)[0]);
    }
}
