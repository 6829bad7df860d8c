package io.memcmp.analysis.pause;

import io.memcmp.analysis.Durations;
import io.memcmp.analysis.EventAnalysis;
import io.memcmp.analysis.EventReader;
import io.memcmp.analysis.LongRows;
import io.memcmp.analysis.Observed;
import io.memcmp.analysis.RecordingFacts;
import io.memcmp.analysis.RequiredEvent;
import io.memcmp.analysis.jfr.Event;
import io.memcmp.analysis.jvm.CollectorKind;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.stream.IntStream;
import java.util.stream.LongStream;

/** Finds the pauses: one {@code jdk.GCPhasePause} each, whatever the collector. Its levels are parts of it. */
public final class PauseAnalysis implements EventAnalysis<PauseProfile> {
    static final String EVENT = "jdk.GCPhasePause";

    private final LongRows pauses = new LongRows(PauseList.COLUMNS);
    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> names = new ArrayList<>();

    /** Starts with none. */
    public PauseAnalysis() {}

    @Override
    public List<RequiredEvent> events() {
        return List.of(RequiredEvent.ofAnyLength(EVENT));
    }

    @Override
    public void visit(Event event) {
        int name = numbers.computeIfAbsent(EventReader.text(event, "name"), told -> {
            names.add(told);
            return names.size() - 1;
        });
        long start = event.startNanos();
        pauses.add(start, event.endNanos() - start, event.number("gcId"), name);
    }

    @Override
    public Observed<PauseProfile> profile(RecordingFacts facts) {
        if (facts.collector() == CollectorKind.EPSILON) {
            return Observed.missing("Epsilon never collects, so it has no pauses");
        }
        var gap = facts.gap(EVENT);
        if (gap.isPresent()) {
            return Observed.missing(gap.get());
        }
        var counted = pauses.ascending(PauseList.START, facts::counts);
        return Observed.of(
                new PauseProfile(durations(counted), byName(counted), new PauseList(pauses, counted, names)));
    }

    private Durations durations(int[] counted) {
        return Durations.ofNanos(IntStream.of(counted).mapToLong(pause -> pauses.get(pause, PauseList.NANOS)));
    }

    private SortedMap<String, Durations> byName(int[] counted) {
        var named = new TreeMap<String, LongStream.Builder>();
        for (int pause : counted) {
            named.computeIfAbsent(names.get((int) pauses.get(pause, PauseList.NAME)), _ -> LongStream.builder())
                    .add(pauses.get(pause, PauseList.NANOS));
        }
        var byName = new TreeMap<String, Durations>();
        named.forEach((name, durations) -> byName.put(name, Durations.ofNanos(durations.build())));
        return byName;
    }
}
