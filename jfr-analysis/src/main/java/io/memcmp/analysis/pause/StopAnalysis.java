package io.memcmp.analysis.pause;

import io.memcmp.analysis.Durations;
import io.memcmp.analysis.EventAnalysis;
import io.memcmp.analysis.Observed;
import io.memcmp.analysis.RecordingFacts;
import io.memcmp.analysis.RequiredEvent;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.NavigableSet;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.function.Function;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import org.jspecify.annotations.Nullable;

/** Joins the events of each safepoint by its id, and tells the stops in which a collector paused from the others. */
public final class StopAnalysis implements EventAnalysis<StopProfile> {
    private static final String BEGIN = "jdk.SafepointBegin";
    private static final String CLEANUP = "jdk.SafepointCleanup";
    private static final String END = "jdk.SafepointEnd";
    private static final String OPERATION = "jdk.ExecuteVMOperation";
    private static final String UNNAMED = "unnamed";

    private final Map<Long, Safepoint> safepoints = new HashMap<>();
    private final NavigableSet<Instant> pauses = new TreeSet<>();

    /** Starts with none. */
    public StopAnalysis() {}

    /** What is known of one safepoint so far; its events may come in any order. */
    private static final class Safepoint {
        private @Nullable Instant begin;
        private @Nullable Instant end;
        private Duration beginning = Duration.ZERO;
        private Duration cleanup = Duration.ZERO;
        private String operation = UNNAMED;

        /** The whole stop; empty where the recording began or ended inside it. */
        Optional<Stop> stop() {
            return begin == null || end == null || end.isBefore(begin)
                    ? Optional.empty()
                    : Optional.of(new Stop(begin, end, beginning.minus(cleanup), operation));
        }
    }

    private record Stop(Instant begin, Instant end, Duration reaching, String operation) {
        Duration duration() {
            return Duration.between(begin, end);
        }
    }

    @Override
    public List<RequiredEvent> events() {
        return Stream.of(BEGIN, CLEANUP, END, OPERATION, PauseAnalysis.EVENT)
                .map(RequiredEvent::ofAnyLength)
                .toList();
    }

    @Override
    public void accept(RecordedEvent event) {
        switch (event.getEventType().getName()) {
            case BEGIN -> {
                var safepoint = safepoint(event);
                safepoint.begin = event.getStartTime();
                safepoint.beginning = event.getDuration();
            }
            case CLEANUP -> safepoint(event).cleanup = event.getDuration();
            case END -> safepoint(event).end = event.getEndTime();
            case OPERATION -> {
                // The others are handshakes, and stop one thread at a time.
                if (event.getBoolean("safepoint")) {
                    safepoint(event).operation = event.getString("operation");
                }
            }
            default -> pauses.add(event.getStartTime());
        }
    }

    private Safepoint safepoint(RecordedEvent event) {
        return safepoints.computeIfAbsent(event.getLong("safepointId"), _ -> new Safepoint());
    }

    @Override
    public Observed<StopProfile> profile(RecordingFacts facts) {
        var gap = facts.gap(BEGIN).or(() -> facts.gap(END));
        if (gap.isPresent()) {
            return Observed.missing(gap.get());
        }
        var stops = safepoints.values().stream()
                .flatMap(safepoint -> safepoint.stop().stream())
                .filter(stop -> facts.counts(stop.begin()) && facts.counts(stop.end()))
                .toList();
        var collections = stops.stream().filter(this::hasPause).toList();
        var others = stops.stream().filter(stop -> !hasPause(stop)).toList();
        return Observed.of(new StopProfile(
                durations(stops, Stop::duration),
                split(facts, collections),
                split(facts, others),
                timeToSafepoint(facts, stops),
                byOperation(stops)));
    }

    /** Not by the operation's name: names differ by collector and JDK, a pause inside is a pause inside. */
    private boolean hasPause(Stop stop) {
        var pause = pauses.ceiling(stop.begin());
        return pause != null && !pause.isAfter(stop.end());
    }

    private static Durations split(RecordingFacts facts, List<Stop> stops) {
        return facts.gap(PauseAnalysis.EVENT).map(Durations::missing).orElseGet(() -> durations(stops, Stop::duration));
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
        named.forEach((name, ofName) -> byOperation.put(name, durations(ofName, Stop::duration)));
        return byOperation;
    }

    private static Durations durations(List<Stop> stops, Function<Stop, Duration> part) {
        return Durations.of(stops.stream().map(part).toList());
    }
}
