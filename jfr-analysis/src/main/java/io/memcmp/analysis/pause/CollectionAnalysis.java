package io.memcmp.analysis.pause;

import io.memcmp.analysis.Durations;
import io.memcmp.analysis.EventAnalysis;
import io.memcmp.analysis.EventReader;
import io.memcmp.analysis.Observed;
import io.memcmp.analysis.RecordingFacts;
import io.memcmp.analysis.RequiredEvent;
import io.memcmp.analysis.jfr.Event;
import io.memcmp.analysis.jvm.CollectorKind;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.TreeMap;
import java.util.TreeSet;

/** Counts collections, and tells those that ran beside the program from those that stopped it. */
public final class CollectionAnalysis implements EventAnalysis<CollectionProfile> {
    private static final String EVENT = "jdk.GarbageCollection";

    private final List<Collection> collections = new ArrayList<>();
    private final Map<Long, NavigableSet<Long>> stops = new HashMap<>();

    private record Collection(long gcId, String name, String cause, long start, long end) {}

    /** Starts with none. */
    public CollectionAnalysis() {}

    @Override
    public List<RequiredEvent> events() {
        return List.of(RequiredEvent.ofAnyLength(EVENT), RequiredEvent.ofAnyLength(PauseAnalysis.EVENT));
    }

    @Override
    public void visit(Event event) {
        long gcId = event.number("gcId");
        var name = EventReader.text(event, "name");
        if (event.name().equals(EVENT)) {
            var cause = EventReader.text(event, "cause");
            collections.add(new Collection(gcId, name, cause, event.startNanos(), event.endNanos()));
        } else if (name.startsWith("Pause Full") || name.startsWith("Pause Degenerated")) {
            stops.computeIfAbsent(gcId, _ -> new TreeSet<>()).add(event.startNanos());
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
                Durations.ofNanos(counted.stream()
                        .filter(collection -> isConcurrent(collector, collection))
                        .mapToLong(collection -> collection.end() - collection.start()));
        };
    }

    /** G1's young and full collections are pauses; so are Shenandoah's cycles that it had to finish in one stop. */
    private boolean isConcurrent(CollectorKind collector, Collection collection) {
        return collector == CollectorKind.G1 ? collection.name().equals("G1Old") : !endedInAStop(collection);
    }

    /** By id and by time: recordings of several processes may be merged, and each counts from 0. */
    private boolean endedInAStop(Collection collection) {
        var stop = stops.getOrDefault(collection.gcId(), Collections.emptyNavigableSet())
                .ceiling(collection.start());
        return stop != null && stop <= collection.end();
    }
}
