package io.memcmp.analysis;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import jdk.jfr.consumer.RecordedEvent;
import org.jspecify.annotations.Nullable;

/** The points and spans that the probe and the bundled workloads mark: they decide what counts. */
final class Points implements EventReader {
    /** Nobody but a tool asks for these; at the end of a program they are the probe's. */
    private static final Set<String> FORCED = Set.of("System.gc()", "Heap Inspection Initiated GC");

    private final Map<String, Span> phases = new HashMap<>();
    private final Map<String, Snapshot> snapshots = new HashMap<>();
    private final List<Collection> collections = new ArrayList<>();
    private @Nullable Instant exitLiveSet;

    private record Span(Instant start, Instant end) {}

    private record Collection(Instant start, boolean forced) {}

    @Override
    public List<RequiredEvent> events() {
        return List.of(
                RequiredEvent.plain("memcmp.Phase"),
                RequiredEvent.plain("memcmp.Snapshot"),
                RequiredEvent.plain("memcmp.LiveSet"),
                RequiredEvent.ofAnyLength("jdk.GarbageCollection"));
    }

    @Override
    public void accept(RecordedEvent event) {
        switch (event.getEventType().getName()) {
            case "memcmp.Phase" ->
                phases.putIfAbsent(event.getString("name"), new Span(event.getStartTime(), event.getEndTime()));
            case "memcmp.Snapshot" -> snapshots.merge(event.getString("point"), Snapshot.of(event), Points::later);
            case "memcmp.LiveSet" -> {
                if ("exit".equals(event.getString("point"))) {
                    exitLiveSet = event.getStartTime();
                }
            }
            default -> collections.add(new Collection(event.getStartTime(), FORCED.contains(event.getString("cause"))));
        }
    }

    private static Snapshot later(Snapshot one, Snapshot other) {
        return one.at().isAfter(other.at()) ? one : other;
    }

    /** Whether the probe saw a window begin, and the recording was never closed after it. */
    boolean endsEarly() {
        var begin = snapshots.get("measure-begin");
        var close = snapshots.get("chunk-end");
        return begin != null && (close == null || close.at().isBefore(begin.at()));
    }

    Window window(Scope scope, Instant first, Instant last) {
        if (scope instanceof Scope.WholeRecording) {
            return new Window(first, last, false);
        }
        var measure = phases.get("measure");
        if (measure != null) {
            return new Window(measure.start(), measure.end(), true);
        }
        var begin = snapshots.get("measure-begin");
        if (begin != null) {
            return new Window(begin.at(), last, true);
        }
        var end = exit().orElse(last);
        return new Window(first, end.isBefore(first) ? first : end, false);
    }

    Totals totals(Window window, Instant processStart, boolean probed) {
        return Totals.of(snapshots, window.marked(), processStart, probed);
    }

    /** When the probe began to take the live set of a program that ends: what it forces is not the program's. */
    private Optional<Instant> exit() {
        return Optional.ofNullable(exitLiveSet).map(this::beforeForced);
    }

    /** The probe takes its last totals, forces collections, and then writes the histogram. */
    private Instant beforeForced(Instant histogram) {
        return Optional.ofNullable(snapshots.get("chunk-end"))
                .map(Snapshot::at)
                .filter(histogram::isAfter)
                .orElseGet(() -> beforeLastForced(histogram));
    }

    /** Without the totals: the collections forced last before the histogram was written. */
    private Instant beforeLastForced(Instant histogram) {
        var cut = histogram;
        collections.sort(Comparator.comparing(Collection::start));
        for (var collection : collections.reversed()) {
            if (collection.start().isBefore(histogram)) {
                if (!collection.forced()) {
                    break;
                }
                cut = collection.start().minusNanos(1);
            }
        }
        return cut;
    }
}
