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
        if (!new LiveSetEvent().isEnabled()) {
            System.gc();
            return;
        }
        boolean collected = !Probe.neverCollects();
        smallest(collected ? TAKES : 1).ifPresent(take -> {
            if (collected) {
                writeTotals(point, take.histogram(), systemGcIsFull() ? take.used() : -1);
            }
            writeRows(point, take.histogram(), collected ? ROWS : 0, nodeClasses);
        });
    }

    /** What one full collection left. */
    private record Take(ClassHistogram histogram, long used) {}

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
     * The recorder holds megabytes of its own for a moment while it writes, and what has a finalizer or a cleaner needs two
     * collections: of several takes the smallest speaks of the program alone.
     */
    private static Optional<Take> smallest(int takes) {
        Optional<Take> smallest = take();
        for (int number = 1; number < takes && smallest.isPresent(); number++) {
            LockSupport.parkNanos(BETWEEN_TAKES);
            long before = smallest.get().histogram().bytes();
            Optional<Take> next = take();
            if (next.isPresent() && next.get().histogram().bytes() < before) {
                smallest = next;
            }
        }
        return smallest;
    }

    private static Optional<Take> take() {
        System.gc();
        long used = Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory();
        return histogram().map(histogram -> new Take(histogram, used));
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
