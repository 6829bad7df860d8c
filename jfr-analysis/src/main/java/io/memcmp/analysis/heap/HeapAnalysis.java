package io.memcmp.analysis.heap;

import io.memcmp.analysis.EventAnalysis;
import io.memcmp.analysis.LongRows;
import io.memcmp.analysis.Observed;
import io.memcmp.analysis.Reading;
import io.memcmp.analysis.RecordingFacts;
import io.memcmp.analysis.RequiredEvent;
import io.memcmp.analysis.heap.HeapProfile.Point;
import io.memcmp.analysis.jfr.Event;
import io.memcmp.analysis.jvm.CollectorKind;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.ToLongFunction;

/** Follows the heap: before and after each collection, and at the ends of chunks where the JDK tells (21 and later). */
public final class HeapAnalysis implements EventAnalysis<HeapProfile> {
    private static final String SUMMARY = "jdk.GCHeapSummary";
    private static final String USAGE = "jdk.GCHeapMemoryUsage";

    private final LongRows points = new LongRows(Timeline.COLUMNS);

    /** Starts with nothing seen. */
    public HeapAnalysis() {}

    @Override
    public List<RequiredEvent> events() {
        return List.of(RequiredEvent.plain(SUMMARY), RequiredEvent.periodic(USAGE, "everyChunk"));
    }

    @Override
    public void visit(Event event) {
        if (event.name().equals(USAGE)) {
            points.add(event.startNanos(), event.number("used"), event.number("committed"), 0);
            return;
        }
        points.add(
                event.startNanos(),
                event.number("heapUsed"),
                event.number("heapSpace.committedSize"),
                "After GC".equals(event.text("when")) ? 1 : 0);
    }

    @Override
    public Observed<HeapProfile> profile(RecordingFacts facts) {
        var timeline = new Timeline(points, points.ascending(Timeline.AT, facts::counts));
        if (timeline.isEmpty() && facts.collector() == CollectorKind.EPSILON) {
            return Observed.missing("Epsilon never collects, and nothing else looked at the heap meanwhile");
        }
        var gap = timeline.isEmpty() ? facts.gap(SUMMARY) : Optional.<String>empty();
        if (gap.isPresent()) {
            return Observed.missing(gap.get());
        }
        return Observed.of(new HeapProfile(
                largest(timeline, Point::used),
                largest(timeline, Point::committed),
                lastAfterGc(timeline),
                timeline.isEmpty()
                        ? Observed.missing("there was no collection")
                        : Footprint.of(around(facts), facts.window()),
                timeline));
    }

    /** What counts and, on either side, the look next to it. */
    private Timeline around(RecordingFacts facts) {
        var all = points.ascending(Timeline.AT, _ -> true);
        int first = 0;
        while (first + 1 < all.length
                && points.get(all[first + 1], Timeline.AT) < facts.window().startNanos()) {
            first++;
        }
        int last = all.length - 1;
        while (last > first
                && points.get(all[last - 1], Timeline.AT) > facts.window().endNanos()) {
            last--;
        }
        return new Timeline(points, Arrays.copyOfRange(all, first, last + 1));
    }

    private static Reading largest(List<Point> timeline, ToLongFunction<Point> figure) {
        var largest = timeline.stream().mapToLong(figure).max();
        return largest.isPresent() ? Reading.of(largest.getAsLong()) : Reading.absent("there was no collection");
    }

    private static Reading lastAfterGc(List<Point> timeline) {
        return timeline.stream()
                .filter(Point::afterGc)
                .reduce((_, later) -> later)
                .map(point -> Reading.of(point.used()))
                .orElseGet(() -> Reading.absent("there was no collection"));
    }
}
