package io.memcmp.analysis.leak;

import io.memcmp.analysis.LongRows;
import io.memcmp.analysis.RecordingFacts;
import io.memcmp.analysis.jvm.CollectorKind;
import java.util.HashSet;
import java.util.Set;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/**
 * Looks at the live set: the lowest heap after any collection between one marking of the whole heap and the next. A young
 * collection alone leaves dead objects in the old generation, so that without markings nothing is told. After a marking, serial
 * and parallel have compacted at once; G1 and generational Shenandoah take several young collections to reclaim what they found
 * dead, so that the lowest of them is meant; under ZGC and Shenandoah a later young collection may take away what floated.
 *
 * <p>Whoever asked for a collection, it marks the same: causes make no difference. What memcmp asks for lies outside the window.
 */
final class WholeHeap {
    /** Collections of everything, by the name that {@code jdk.GarbageCollection} gives them; G1's cycles and Shenandoah's by their pauses. */
    private static final Set<String> NAMES =
            Set.of("SerialOld", "ParallelOld", "PSMarkSweep", "G1Full", "Z", "ZGC Major");

    private static final int AT = 0;
    private static final int USED = 1;
    private static final int GC_ID = 2;

    /** When, heap used, of which collection. */
    private final LongRows afters = new LongRows(3);

    /** When it ended, nothing, of which collection. */
    private final LongRows marks = new LongRows(3);

    private final Set<Long> whole = new HashSet<>();

    void after(long at, long used, long gcId) {
        afters.add(at, used, gcId);
    }

    void collection(String name, long gcId) {
        if (NAMES.contains(name)) {
            whole.add(gcId);
        }
    }

    void pause(String name, long end, long gcId) {
        if (endsMarking(name)) {
            marks.add(end, 0, gcId);
        }
    }

    /** G1 ends its cycle with a cleanup. Shenandoah of two generations says which one it marked: old, or global, which is both. */
    private static boolean endsMarking(String pause) {
        return pause.equals("Pause Cleanup")
                || (pause.startsWith("Pause Final Mark")
                                || pause.startsWith("Pause Full")
                                || pause.startsWith("Pause Degenerated"))
                        && !pause.contains("(Young)");
    }

    /**
     * {@return the share of garbage in a region up to which the collector leaves it where it lies} So much of what seems to grow may
     * be garbage among what does: {@code G1MixedGCLiveThresholdPercent} is 85, {@code ZFragmentationLimit} and
     * {@code ZYoungCompactionLimit} are at most 25, {@code ShenandoahGarbageThreshold} is 25.
     *
     * @param collector which one
     */
    static double leftInPlace(CollectorKind collector) {
        return switch (collector) {
            case SERIAL, PARALLEL, EPSILON, UNKNOWN -> 0;
            case G1 -> 0.15;
            case ZGC, SHENANDOAH -> 0.25;
        };
    }

    /** {@return the looks inside the window} */
    Looks looks(RecordingFacts facts) {
        var inside = afters.ascending(AT, facts::counts);
        var moments = moments(inside, facts);
        long start = facts.window().startNanos();
        var lowest = new int[moments.length];
        int found = 0;
        int next = 0;
        for (int i = 0; i < moments.length; i++) {
            while (next < inside.length && afters.get(inside[next], AT) < moments[i]) {
                next++;
            }
            int low = -1;
            for (; next < inside.length && (i + 1 == moments.length || afters.get(inside[next], AT) < moments[i + 1]); next++) {
                if (low < 0 || afters.get(inside[next], USED) < afters.get(low, USED)) {
                    low = inside[next];
                }
            }
            if (low >= 0) {
                lowest[found++] = low;
            }
        }
        return looks(IntStream.of(lowest).limit(found).toArray(), start);
    }

    private Looks looks(int[] rows, long start) {
        return new Looks(
                IntStream.of(rows).mapToDouble(row -> (afters.get(row, AT) - start) / 1e9).toArray(),
                IntStream.of(rows).mapToDouble(row -> afters.get(row, USED)).toArray());
    }

    /** When markings ended; where the collection itself is of everything, when it looked at the heap afterwards. */
    private long[] moments(int[] inside, RecordingFacts facts) {
        var byName = IntStream.of(inside)
                .filter(row -> whole.contains(afters.get(row, GC_ID)))
                .mapToLong(row -> afters.get(row, AT));
        var byPause = IntStream.range(0, marks.size())
                .filter(row -> facts.counts(marks.get(row, AT)) && !whole.contains(marks.get(row, GC_ID)))
                .mapToLong(row -> marks.get(row, AT));
        return LongStream.concat(byName, byPause).sorted().distinct().toArray();
    }
}
