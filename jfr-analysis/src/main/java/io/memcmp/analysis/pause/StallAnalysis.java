package io.memcmp.analysis.pause;

import io.memcmp.analysis.Durations;
import io.memcmp.analysis.EventAnalysis;
import io.memcmp.analysis.Observed;
import io.memcmp.analysis.RecordingFacts;
import io.memcmp.analysis.RequiredEvent;
import io.memcmp.analysis.jfr.Event;
import java.util.ArrayList;
import java.util.List;

/** Finds the waits of single threads for memory. Only ZGC has an event for them. */
public final class StallAnalysis implements EventAnalysis<StallProfile> {
    private static final String EVENT = "jdk.ZAllocationStall";

    private final List<Stall> stalls = new ArrayList<>();

    private record Stall(long start, long nanos) {}

    /** Starts with none. */
    public StallAnalysis() {}

    @Override
    public List<RequiredEvent> events() {
        return List.of(RequiredEvent.ofAnyLength(EVENT));
    }

    @Override
    public void visit(Event event) {
        stalls.add(new Stall(event.startNanos(), event.endNanos() - event.startNanos()));
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
        return Observed.of(new StallProfile(Durations.ofNanos(
                stalls.stream().filter(stall -> facts.counts(stall.start())).mapToLong(Stall::nanos))));
    }
}
