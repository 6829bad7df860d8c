package io.memcmp.analysis.pause;

import io.memcmp.analysis.Durations;
import io.memcmp.analysis.EventAnalysis;
import io.memcmp.analysis.LongRows;
import io.memcmp.analysis.Observed;
import io.memcmp.analysis.RecordingFacts;
import io.memcmp.analysis.RequiredEvent;
import io.memcmp.analysis.jfr.Event;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Finds the waits of single threads for memory. Only ZGC has an event for them. */
public final class StallAnalysis implements EventAnalysis<StallProfile> {
    private static final String EVENT = "jdk.ZAllocationStall";
    private static final String THREAD = "eventThread";

    private static final int START = 0;
    private static final int END = 1;
    private static final int BY = 2;
    private static final int COLUMNS = 3;

    /** A thread is looked at together with all stops; so many stops over all threads take about a second. */
    private static final long MOST_LOOKED_AT = 20_000_000;

    private final StopAnalysis stops;
    private final LongRows stalls = new LongRows(COLUMNS);

    /**
     * Starts with none.
     *
     * @param stops knows when all threads were stopped
     */
    public StallAnalysis(StopAnalysis stops) {
        this.stops = stops;
    }

    @Override
    public List<RequiredEvent> events() {
        return List.of(RequiredEvent.ofAnyLength(EVENT));
    }

    @Override
    public void visit(Event event) {
        // A thread's id is its own for as long as the virtual machine runs, in all chunks.
        stalls.add(event.startNanos(), event.endNanos(), event.id(THREAD));
    }

    @Override
    public Observed<StallProfile> profile(RecordingFacts facts) {
        return switch (facts.collector()) {
            case ZGC -> facts.gap(EVENT).map(Observed::<StallProfile>missing).orElseGet(() -> counted(facts));
            case SERIAL, PARALLEL, G1 ->
                Observed.missing("a thread that finds no memory waits inside a pause, which is counted there");
            case SHENANDOAH -> Observed.missing("Shenandoah slows threads down by pacing, which only its log shows");
            case EPSILON -> Observed.missing("Epsilon never lets a thread wait: it ends when memory does");
            case UNKNOWN -> Observed.missing("which collector ran is unknown");
        };
    }

    private Observed<StallProfile> counted(RecordingFacts facts) {
        var all = IntStream.range(0, stalls.size())
                .filter(stall -> facts.counts(stalls.get(stall, START)))
                .mapToLong(stall -> stalls.get(stall, END) - stalls.get(stall, START));
        return Observed.of(new StallProfile(Durations.ofNanos(all), worstThread(facts)));
    }

    private Observed<MutatorUtilisation> worstThread(RecordingFacts facts) {
        return switch (stops.spans(facts)) {
            case Observed.Missing<Spans>(var reason) -> Observed.missing(reason);
            case Observed.Present<Spans>(var stopped) -> worstThread(stopped, facts);
        };
    }

    private Observed<MutatorUtilisation> worstThread(Spans stopped, RecordingFacts facts) {
        var byThread = byThread();
        if ((long) byThread.size() * stopped.size() > MOST_LOOKED_AT) {
            return Observed.missing("%d threads stalled beside %d stops: too many to look at each thread"
                    .formatted(byThread.size(), stopped.size()));
        }
        long from = facts.window().startNanos();
        long length = StopAnalysis.length(facts);
        var worst = MutatorUtilisation.of(stopped, length);
        for (var rows : byThread.values()) {
            var held = stopped.with(relative(rows, START, from), relative(rows, END, from), length);
            worst = worst.least(MutatorUtilisation.of(held, length));
        }
        return Observed.of(worst);
    }

    private Map<Long, int[]> byThread() {
        return IntStream.range(0, stalls.size())
                .boxed()
                .collect(Collectors.groupingBy(
                        stall -> stalls.get(stall, BY),
                        Collectors.collectingAndThen(
                                Collectors.toList(),
                                rows -> rows.stream()
                                        .mapToInt(Integer::intValue)
                                        .toArray())));
    }

    private long[] relative(int[] rows, int column, long from) {
        return IntStream.of(rows)
                .mapToLong(stall -> stalls.get(stall, column) - from)
                .toArray();
    }
}
