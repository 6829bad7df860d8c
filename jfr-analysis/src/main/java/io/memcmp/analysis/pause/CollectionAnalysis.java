package io.memcmp.analysis.pause;

import io.memcmp.analysis.Durations;
import io.memcmp.analysis.EventAnalysis;
import io.memcmp.analysis.Observed;
import io.memcmp.analysis.RecordingFacts;
import io.memcmp.analysis.RequiredEvent;
import io.memcmp.analysis.jvm.CollectorKind;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;

/** Counts collections, and tells those that ran beside the program from those that stopped it. */
public final class CollectionAnalysis implements EventAnalysis<CollectionProfile> {
    private static final String EVENT = "jdk.GarbageCollection";

    private final List<Collection> collections = new ArrayList<>();
    private final Set<Long> stopped = new HashSet<>();

    private record Collection(long gcId, String name, String cause, Instant start, Duration duration) {}

    /** Starts with none. */
    public CollectionAnalysis() {}

    @Override
    public List<RequiredEvent> events() {
        return List.of(RequiredEvent.ofAnyLength(EVENT), RequiredEvent.ofAnyLength(PauseAnalysis.EVENT));
    }

    @Override
    public void accept(RecordedEvent event) {
        long gcId = event.getLong("gcId");
        var name = event.getString("name");
        if (event.getEventType().getName().equals(EVENT)) {
            collections.add(
                    new Collection(gcId, name, event.getString("cause"), event.getStartTime(), event.getDuration()));
        } else if (name.startsWith("Pause Full") || name.startsWith("Pause Degenerated")) {
            stopped.add(gcId);
        }
    }

    @Override
    public Observed<CollectionProfile> profile(RecordingFacts facts) {
        if (facts.collector() == CollectorKind.EPSILON) {
            return Observed.missing("Epsilon never collects");
        }
        var gap = facts.gap(EVENT);
        if (gap.isPresent()) {
            return Observed.missing(gap.get());
        }
        var counted = collections.stream()
                .filter(collection -> facts.counts(collection.start()))
                .toList();
        var byNameAndCause = new TreeMap<String, Long>();
        for (var collection : counted) {
            byNameAndCause.merge(collection.name() + " (" + collection.cause() + ")", 1L, Long::sum);
        }
        return Observed.of(new CollectionProfile(byNameAndCause, cycles(facts.collector(), counted)));
    }

    private Durations cycles(CollectorKind collector, List<Collection> counted) {
        return switch (collector) {
            case SERIAL, PARALLEL, EPSILON ->
                Durations.missing("this collector never works beside the program, only in pauses");
            case UNKNOWN -> Durations.missing("which collector ran is unknown");
            case G1, ZGC, SHENANDOAH ->
                Durations.of(counted.stream()
                        .filter(collection -> isConcurrent(collector, collection))
                        .map(Collection::duration)
                        .toList());
        };
    }

    /** G1's young and full collections are pauses; so are Shenandoah's cycles that it had to finish in one stop. */
    private boolean isConcurrent(CollectorKind collector, Collection collection) {
        return collector == CollectorKind.G1 ? collection.name().equals("G1Old") : !stopped.contains(collection.gcId());
    }
}
