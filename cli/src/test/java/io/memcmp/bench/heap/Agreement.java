package io.memcmp.bench.heap;

import io.memcmp.bench.heap.Census.Counted;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** Compares what a reader found with what the virtual machine itself counted before and after the graph was dropped. */
final class Agreement {
    /** Of fewer instances a wrong size is no matter. */
    private static final int MANY = 1000;

    /** Between the dump and the count the machine makes some objects of its own. */
    private static final double OWN = 0.001;

    private Agreement() {}

    /**
     * {@return in words how right an answer is}
     *
     * @param dump with what the machine counted
     * @param question that was asked
     * @param output of the reader
     */
    static String of(Dump dump, Question question, List<String> output) {
        return switch (question) {
            case SCAN -> "nothing to compare";
            case HISTOGRAM -> classes(dump.all(), Findings.census(output));
            case RETAINED -> retained(dump.held().total().bytes(), output);
        };
    }

    /** Sizes are compared where the numbers of instances agree, so that one error is not counted as another. */
    private static String classes(Census expected, Census found) {
        var known = expected.classes().entrySet().stream()
                .filter(entry -> !Census.hidden(entry.getKey()))
                .toList();
        var agreed = known.stream().filter(entry -> sameInstances(found, entry)).toList();
        long bytes =
                agreed.stream().mapToLong(entry -> entry.getValue().bytes()).sum();
        long foundBytes = agreed.stream()
                .mapToLong(entry -> found.of(entry.getKey()).bytes())
                .sum();
        var worst = agreed.stream()
                .filter(entry -> entry.getValue().instances() >= MANY)
                .max(Comparator.comparingDouble(entry -> Math.abs(error(found, entry))))
                .map(entry -> "; furthest off: " + entry.getKey() + " " + percent(100 * error(found, entry)))
                .orElse("");
        return String.format(
                Locale.ROOT,
                "%d of %d classes have the JVM's number of instances (within 0.1 %%); their bytes: JVM %,d, found %,d (%s)%s",
                agreed.size(),
                known.size(),
                bytes,
                foundBytes,
                percent(100.0 * (foundBytes - bytes) / bytes),
                worst);
    }

    private static boolean sameInstances(Census found, Map.Entry<String, Counted> expected) {
        long instances = expected.getValue().instances();
        return Math.abs(found.of(expected.getKey()).instances() - instances) <= OWN * instances;
    }

    private static double error(Census found, Map.Entry<String, Counted> expected) {
        long bytes = expected.getValue().bytes();
        return (double) (found.of(expected.getKey()).bytes() - bytes) / bytes;
    }

    private static String retained(long expected, List<String> output) {
        var found = Findings.retained(output);
        if (found.isEmpty()) {
            return "the holder of the graph was not found";
        }
        return String.format(
                Locale.ROOT,
                "the holder of the graph retains, JVM %,d, found %,d (%s)",
                expected,
                found.getAsLong(),
                percent(100.0 * (found.getAsLong() - expected) / expected));
    }

    private static String percent(double percent) {
        return String.format(Locale.ROOT, "%+.2f %%", percent);
    }
}
