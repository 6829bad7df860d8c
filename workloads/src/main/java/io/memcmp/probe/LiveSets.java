package io.memcmp.probe;

import com.sun.management.HotSpotDiagnosticMXBean;
import java.lang.management.ManagementFactory;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.locks.LockSupport;
import java.util.stream.Stream;
import javax.management.JMException;

/** Writes what is reachable, by class, at a moment when nothing else happens. */
final class LiveSets {

    /** Rows written of a histogram; the rest of a program's thousand classes are a few bytes each. */
    private static final int ROWS = 200;

    private static final int TAKES = 3;
    private static final long BETWEEN_TAKES = 50_000_000;

    void rehearse() {
        new ClassCountEvent().shouldCommit();
        systemGcIsFull();
        if (new LiveSetEvent().shouldCommit()) {
            histogram();
        }
    }

    void write(Point point, Set<String> nodeClasses) {
        System.gc();
        long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        if (!new LiveSetEvent().isEnabled()) {
            return;
        }
        boolean collected = !Probe.neverCollects();
        smallest(collected ? TAKES : 1).ifPresent(histogram -> {
            if (collected) {
                writeTotals(point, histogram, systemGcIsFull() ? used : -1);
            }
            writeRows(point, histogram, collected ? ROWS : 0, nodeClasses);
        });
    }

    /**
     * Whether {@link System#gc} does what it says. Shenandoah always collects concurrently, and waits for it; G1, when it
     * is told so, only marks.
     */
    private static boolean systemGcIsFull() {
        return !isOn("DisableExplicitGC") && !(Probe.collectorIs("G1") && isOn("ExplicitGCInvokesConcurrent"));
    }

    private static boolean isOn(String flag) {
        try {
            var machine = ManagementFactory.getPlatformMXBean(HotSpotDiagnosticMXBean.class);
            return machine != null && machine.getVMOption(flag).getValue().equals("true");
        } catch (IllegalArgumentException e) {
            return false; // a machine that has no such flag cannot have it on
        }
    }

    /**
     * The recorder holds megabytes of its own for a moment while it writes: of several histograms the smallest speaks of
     * the program alone.
     */
    private static Optional<ClassHistogram> smallest(int takes) {
        Optional<ClassHistogram> smallest = histogram();
        for (int take = 1; take < takes && smallest.isPresent(); take++) {
            LockSupport.parkNanos(BETWEEN_TAKES);
            ClassHistogram before = smallest.get();
            Optional<ClassHistogram> next = histogram();
            if (next.isPresent() && next.get().bytes() < before.bytes()) {
                smallest = next;
            }
        }
        return smallest;
    }

    /** {@return the histogram, or nothing on a machine that cannot make one} */
    private static Optional<ClassHistogram> histogram() {
        try {
            return Optional.of(ClassHistogram.take());
        } catch (JMException | RuntimeException e) {
            Probe.complain(e);
            return Optional.empty();
        }
    }

    private static void writeTotals(Point point, ClassHistogram histogram, long used) {
        var event = new LiveSetEvent();
        event.point = point.id();
        event.instances = histogram.instances();
        event.bytes = histogram.bytes();
        event.filler = histogram.filler();
        event.heapUsed = used;
        event.commit();
    }

    private static void writeRows(Point point, ClassHistogram histogram, int most, Set<String> always) {
        var top = histogram.rows().stream().limit(most);
        var others = histogram.rows().stream().skip(most).filter(row -> always.contains(row.className()));
        Stream.concat(top, others).forEach(row -> {
            var event = new ClassCountEvent();
            event.point = point.id();
            event.className = row.className();
            event.instances = row.instances();
            event.bytes = row.bytes();
            event.commit();
        });
    }
}
