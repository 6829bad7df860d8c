package io.memcmp.analysis;

import io.memcmp.analysis.jfr.Event;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The points and spans that the probe and the bundled workloads mark: they decide what counts. */
final class Points implements EventReader {
    /** Nobody but a tool asks for these; at the end of a program they are the probe's. */
    private static final Set<String> FORCED = Set.of("System.gc()", "Heap Inspection Initiated GC");

    /** Those that decide; a hostile recording must not fill the memory with others. */
    private static final Set<String> DECIDING = Set.of("measure-begin", "measure-end", "chunk-end");

    private final Map<String, Snapshot> snapshots = new HashMap<>();
    /** When each began, and 1 where it was forced. */
    private final LongRows collections = new LongRows(2);

    private @Nullable Span measure;
    private @Nullable Instant exitLiveSet;

    private record Span(Instant start, Instant end) {}

    @Override
    public List<RequiredEvent> events() {
        return List.of(
                RequiredEvent.plain("memcmp.Phase"),
                RequiredEvent.plain("memcmp.Snapshot"),
                RequiredEvent.plain("memcmp.LiveSet"),
                RequiredEvent.ofAnyLength("jdk.GarbageCollection"));
    }

    @Override
    public void visit(Event event) {
        switch (event.name()) {
            case "memcmp.Phase" -> {
                if (measure == null && EventReader.text(event, "name").equals("measure")) {
                    measure = new Span(event.start(), event.end());
                }
            }
            case "memcmp.Snapshot" -> {
                var snapshot = Snapshot.of(event);
                if (DECIDING.contains(snapshot.point())) {
                    snapshots.merge(snapshot.point(), snapshot, Points::later);
                }
            }
            case "memcmp.LiveSet" -> {
                if ("exit".equals(event.text("point"))) {
                    exitLiveSet = event.start();
                }
            }
            default -> collections.add(event.startNanos(), FORCED.contains(EventReader.text(event, "cause")) ? 1 : 0);
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

    /** Of a recording that reaches from {@code first} to {@code last}. */
    Window window(Scope scope, Instant first, Instant last) {
        return switch (scope) {
            case Scope.WholeRecording _ -> new Window(first, last, false);
            case Scope.Between between -> between.inside(first, last);
            case Scope.MeasuredWindow _ -> measured(first, last);
        };
    }

    private Window measured(Instant first, Instant last) {
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

    Totals totals(Window window, Instant processStart) {
        return Totals.of(snapshots, window.marked(), processStart);
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
        var before = collections.ascending(0, start -> start < Window.nanos(histogram));
        for (int i = before.length - 1; i >= 0 && collections.get(before[i], 1) == 1; i--) {
            cut = Instant.ofEpochSecond(0, collections.get(before[i], 0)).minusNanos(1);
        }
        return cut;
    }
}
