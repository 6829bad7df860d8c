package io.memcmp.analysis.pause;

import io.memcmp.analysis.Durations;
import io.memcmp.analysis.EventAnalysis;
import io.memcmp.analysis.EventReader;
import io.memcmp.analysis.Observed;
import io.memcmp.analysis.RecordingFacts;
import io.memcmp.analysis.RequiredEvent;
import io.memcmp.analysis.jfr.Constants;
import io.memcmp.analysis.jfr.Event;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.Predicate;
import java.util.function.ToLongFunction;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Joins the events of each safepoint by its id, and tells the stops in which a collector paused from the others. */
public final class StopAnalysis implements EventAnalysis<StopProfile> {
    private static final String BEGIN = "jdk.SafepointBegin";
    private static final String CLEANUP = "jdk.SafepointCleanup";
    private static final String END = "jdk.SafepointEnd";
    private static final String OPERATION = "jdk.ExecuteVMOperation";
    private static final String ID = "safepointId";
    private static final String UNNAMED = "unnamed";

    private final Map<Long, Safepoint> open = new HashMap<>();
    private final List<Stop> stops = new ArrayList<>();
    private final LongStream.Builder pauses = LongStream.builder();

    /** Starts with none. */
    public StopAnalysis() {}

    /** What is known of one safepoint so far; its events may come in any order. Nanoseconds. */
    private static final class Safepoint {
        private boolean begun;
        private boolean ended;
        private boolean older;
        private long begin;
        private long end;
        private long beginning;
        private long cleanup;
        private String operation = UNNAMED;

        /** The recording may begin or end inside it. */
        boolean whole() {
            return begun && ended && end >= begin;
        }

        Stop stop() {
            return new Stop(begin, end, beginning - cleanup, operation);
        }
    }

    private record Stop(long begin, long end, long reaching, String operation) {
        long nanos() {
            return end - begin;
        }
    }

    @Override
    public List<RequiredEvent> events() {
        return Stream.of(BEGIN, CLEANUP, END, OPERATION, PauseAnalysis.EVENT)
                .map(RequiredEvent::ofAnyLength)
                .toList();
    }

    @Override
    public void visit(Event event) {
        switch (event.name()) {
            case BEGIN -> {
                var safepoint = safepoint(event);
                safepoint.begun = true;
                safepoint.begin = event.startNanos();
                safepoint.beginning = event.endNanos() - event.startNanos();
            }
            case CLEANUP -> safepoint(event).cleanup = event.endNanos() - event.startNanos();
            case END -> {
                var safepoint = safepoint(event);
                safepoint.ended = true;
                safepoint.end = event.endNanos();
            }
            case OPERATION -> {
                // The others are handshakes, and stop one thread at a time. The id came with JDK 12.
                if (event.flag("safepoint") && event.has(ID)) {
                    safepoint(event).operation = EventReader.text(event, "operation");
                }
            }
            default -> pauses.add(event.startNanos());
        }
    }

    private Safepoint safepoint(Event event) {
        return open.computeIfAbsent(event.number(ID), _ -> new Safepoint());
    }

    /**
     * A safepoint may lie across two chunks, never across three. Of merged recordings each counts its safepoints from 0, so
     * that what is left of one must not wait for the next.
     */
    @Override
    public void endOfChunk(Constants constants) {
        open.values().removeIf(safepoint -> {
            if (safepoint.whole()) {
                stops.add(safepoint.stop());
                return true;
            }
            boolean given = safepoint.older;
            safepoint.older = true;
            return given;
        });
    }

    @Override
    public Observed<StopProfile> profile(RecordingFacts facts) {
        var gap = facts.gap(BEGIN).or(() -> facts.gap(END));
        if (gap.isPresent()) {
            return Observed.missing(gap.get());
        }
        var counted = stops.stream()
                .filter(stop -> facts.counts(stop.begin()) && facts.counts(stop.end()))
                .toList();
        var hasPause = hasPause();
        var collections = counted.stream().filter(hasPause).toList();
        var others = counted.stream().filter(hasPause.negate()).toList();
        return Observed.of(new StopProfile(
                durations(counted, Stop::nanos),
                split(facts, collections),
                split(facts, others),
                timeToSafepoint(facts, counted),
                byOperation(counted)));
    }

    /** Not by the operation's name: names differ by collector and JDK, a pause inside is a pause inside. */
    private Predicate<Stop> hasPause() {
        var ascending = pauses.build().sorted().toArray();
        return stop -> {
            int found = Arrays.binarySearch(ascending, stop.begin());
            int next = found < 0 ? -found - 1 : found;
            return next < ascending.length && ascending[next] <= stop.end();
        };
    }

    private static Durations split(RecordingFacts facts, List<Stop> stops) {
        return facts.gap(PauseAnalysis.EVENT).map(Durations::missing).orElseGet(() -> durations(stops, Stop::nanos));
    }

    /** JDK 17 counts its clean-up into {@code SafepointBegin}; later ones have neither clean-up nor its event. */
    private static Durations timeToSafepoint(RecordingFacts facts, List<Stop> stops) {
        var gap = facts.recorded().exists(CLEANUP) ? facts.gap(CLEANUP) : Optional.<String>empty();
        return gap.map(Durations::missing).orElseGet(() -> durations(stops, Stop::reaching));
    }

    private static SortedMap<String, Durations> byOperation(List<Stop> stops) {
        var named = new TreeMap<String, List<Stop>>();
        for (var stop : stops) {
            named.computeIfAbsent(stop.operation(), _ -> new ArrayList<>()).add(stop);
        }
        var byOperation = new TreeMap<String, Durations>();
        named.forEach((name, ofName) -> byOperation.put(name, durations(ofName, Stop::nanos)));
        return byOperation;
    }

    private static Durations durations(List<Stop> stops, ToLongFunction<Stop> part) {
        return Durations.ofNanos(stops.stream().mapToLong(part));
    }
}
