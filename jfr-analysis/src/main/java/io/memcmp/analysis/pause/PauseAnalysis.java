package io.memcmp.analysis.pause;

import io.memcmp.analysis.Durations;
import io.memcmp.analysis.EventAnalysis;
import io.memcmp.analysis.EventReader;
import io.memcmp.analysis.Observed;
import io.memcmp.analysis.RecordingFacts;
import io.memcmp.analysis.RequiredEvent;
import io.memcmp.analysis.jfr.Event;
import io.memcmp.analysis.jvm.CollectorKind;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/** Finds the pauses: one {@code jdk.GCPhasePause} each, whatever the collector. Its levels are parts of it. */
public final class PauseAnalysis implements EventAnalysis<PauseProfile> {
    static final String EVENT = "jdk.GCPhasePause";

    private final List<Pause> pauses = new ArrayList<>();

    /** Starts with none. */
    public PauseAnalysis() {}

    @Override
    public List<RequiredEvent> events() {
        return List.of(RequiredEvent.ofAnyLength(EVENT));
    }

    @Override
    public void visit(Event event) {
        pauses.add(new Pause(event.number("gcId"), EventReader.text(event, "name"), event.start(), event.duration()));
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
        var counted = pauses.stream()
                .filter(pause -> facts.counts(pause.start()))
                .sorted(Comparator.comparing(Pause::start))
                .toList();
        return Observed.of(new PauseProfile(durations(counted), byName(counted), counted));
    }

    private static SortedMap<String, Durations> byName(List<Pause> pauses) {
        var named = new TreeMap<String, List<Pause>>();
        for (var pause : pauses) {
            named.computeIfAbsent(pause.name(), _ -> new ArrayList<>()).add(pause);
        }
        var byName = new TreeMap<String, Durations>();
        named.forEach((name, ofName) -> byName.put(name, durations(ofName)));
        return byName;
    }

    private static Durations durations(List<Pause> pauses) {
        List<Duration> durations = pauses.stream().map(Pause::duration).toList();
        return Durations.of(durations);
    }
}
