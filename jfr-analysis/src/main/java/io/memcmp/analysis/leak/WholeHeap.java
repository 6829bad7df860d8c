package io.memcmp.analysis.leak;

import io.memcmp.analysis.LongRows;
import io.memcmp.analysis.RecordingFacts;
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
    /** Collections of everything while all threads stand still, by the name that {@code jdk.GarbageCollection} gives them. */
    private static final Set<String> STOPPED = Set.of("SerialOld", "ParallelOld", "PSMarkSweep", "G1Full");

    /** ZGC's of everything, beside the program. G1's cycles and Shenandoah's are told by their pauses. */
    private static final Set<String> CONCURRENT = Set.of("Z", "ZGC Major");

    private static final int AT = 0;
    private static final int USED = 1;
    private static final int GC_ID = 2;

    /** When, heap used, of which collection. */
    private final LongRows afters = new LongRows(3);

    /** When it ended, nothing, of which collection. */
    private final LongRows marks = new LongRows(3);

    private final Set<Long> whole = new HashSet<>();
    private final Set<Long> full = new HashSet<>();

    void after(long at, long used, long gcId) {
        afters.add(at, used, gcId);
    }

    void collection(String name, long gcId) {
        if (STOPPED.contains(name) || CONCURRENT.contains(name)) {
            whole.add(gcId);
        }
        if (STOPPED.contains(name)) {
            full.add(gcId);
        }
    }

    void pause(String name, long end, long gcId) {
        if (name.startsWith("Pause Full")) {
            whole.add(gcId);
            full.add(gcId);
        } else if (endsMarking(name)) {
            marks.add(end, 0, gcId);
        }
    }

    /** G1 ends its cycle with a cleanup. Shenandoah of two generations says which one it marked: old, or global, which is both. */
    private static boolean endsMarking(String pause) {
        boolean shenandoah = pause.startsWith("Pause Final Mark") || pause.startsWith("Pause Degenerated");
        return pause.equals("Pause Cleanup") || (shenandoah && !pause.contains("(Young)"));
    }

    /**
     * {@return the looks inside the window} Those after collections with all threads stopped alone where they suffice, for after
     * them nothing is left but what lives.
     *
     * @param facts of the recording
     * @param enough how many suffice
     */
    Seen seen(RecordingFacts facts, int enough) {
        var inside = afters.ascending(AT, facts::counts);
        var full = looks(inside, moments(inside, facts, true), facts);
        boolean exact = full.size() >= enough;
        return new Seen(exact ? full : looks(inside, moments(inside, facts, false), facts), exact);
    }

    /**
     * What was seen.
     *
     * @param looks at the heap
     * @param exact whether no garbage was in it
     */
    record Seen(Looks looks, boolean exact) {}

    private Looks looks(int[] inside, long[] moments, RecordingFacts facts) {
        var lowest = new int[moments.length];
        int found = 0;
        int next = 0;
        for (int i = 0; i < moments.length; i++) {
            long end = i + 1 == moments.length ? Long.MAX_VALUE : moments[i + 1];
            while (next < inside.length && afters.get(inside[next], AT) < moments[i]) {
                next++;
            }
            int low = -1;
            for (; next < inside.length && afters.get(inside[next], AT) < end; next++) {
                if (low < 0 || afters.get(inside[next], USED) < afters.get(low, USED)) {
                    low = inside[next];
                }
            }
            if (low >= 0) {
                lowest[found++] = low;
            }
        }
        return looks(IntStream.of(lowest).limit(found).toArray(), facts.window().startNanos());
    }

    private Looks looks(int[] rows, long start) {
        return new Looks(
                IntStream.of(rows)
                        .mapToDouble(row -> (afters.get(row, AT) - start) / 1e9)
                        .toArray(),
                IntStream.of(rows).mapToDouble(row -> afters.get(row, USED)).toArray());
    }

    /** When markings ended; where the collection itself is of everything, when it looked at the heap afterwards. */
    private long[] moments(int[] inside, RecordingFacts facts, boolean stopped) {
        var ids = stopped ? full : whole;
        var byName = IntStream.of(inside)
                .filter(row -> ids.contains(afters.get(row, GC_ID)))
                .mapToLong(row -> afters.get(row, AT));
        var byPause = IntStream.range(0, stopped ? 0 : marks.size())
                .filter(row -> facts.counts(marks.get(row, AT)) && !whole.contains(marks.get(row, GC_ID)))
                .mapToLong(row -> marks.get(row, AT));
        return LongStream.concat(byName, byPause).sorted().distinct().toArray();
    }
}
