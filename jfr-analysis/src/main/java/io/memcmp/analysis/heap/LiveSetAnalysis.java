package io.memcmp.analysis.heap;

import io.memcmp.analysis.EventAnalysis;
import io.memcmp.analysis.EventReader;
import io.memcmp.analysis.Observed;
import io.memcmp.analysis.Reading;
import io.memcmp.analysis.RecordingFacts;
import io.memcmp.analysis.RequiredEvent;
import io.memcmp.analysis.heap.LiveSetProfile.ClassCount;
import io.memcmp.analysis.jfr.Event;
import io.memcmp.analysis.jvm.CollectorKind;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads the class histograms that the probe took: at the quiet point, else when the program ended. */
public final class LiveSetAnalysis implements EventAnalysis<LiveSetProfile> {
    private final Map<String, Totals> totals = new HashMap<>();
    private final Map<String, Map<String, ClassCount>> classes = new HashMap<>();

    private record Totals(long bytes, long heapUsed) {}

    /** Starts with none. */
    public LiveSetAnalysis() {}

    @Override
    public List<RequiredEvent> events() {
        return List.of(RequiredEvent.plain("memcmp.LiveSet"), RequiredEvent.plain("memcmp.ClassCount"));
    }

    @Override
    public void visit(Event event) {
        var point = EventReader.text(event, "point");
        if (event.name().equals("memcmp.LiveSet")) {
            totals.put(point, new Totals(event.number("bytes"), event.number("heapUsed")));
            return;
        }
        var row =
                new ClassCount(EventReader.text(event, "className"), event.number("instances"), event.number("bytes"));
        classes.computeIfAbsent(point, _ -> new HashMap<>()).put(row.className(), row);
    }

    @Override
    public Observed<LiveSetProfile> profile(RecordingFacts facts) {
        if (facts.collector() == CollectorKind.EPSILON) {
            return Observed.missing("Epsilon never collects, so dead objects cannot be told from live ones");
        }
        var quiet = totals.get("quiet");
        if (quiet != null) {
            return Observed.of(profile("quiet", quiet, totals.get("baseline")));
        }
        var exit = totals.get("exit");
        if (exit != null) {
            return Observed.of(profile("exit", exit, null));
        }
        return Observed.missing(
                totals.containsKey("baseline")
                        ? "the workload ended before its quiet point"
                        : "no quiet point was recorded; bundled workloads mark one, programs take one with --live-set");
    }

    private LiveSetProfile profile(String point, Totals after, @Nullable Totals before) {
        var unknown = "the class histogram could not be taken";
        var growth = before == null || before.bytes() < 0 || after.bytes() < 0
                ? Reading.absent("no live set was taken before the program's work began")
                : Reading.of(after.bytes() - before.bytes());
        return new LiveSetProfile(
                Reading.ofKnown(after.bytes(), unknown),
                growth,
                Reading.ofKnown(after.heapUsed(), "System.gc() makes no full collection in this virtual machine"),
                largestFirst(rows(point)));
    }

    private Collection<ClassCount> rows(String point) {
        return classes.getOrDefault(point, Map.of()).values();
    }

    private static List<ClassCount> largestFirst(Collection<ClassCount> rows) {
        var sorted = new ArrayList<>(rows);
        sorted.sort(Comparator.comparingLong(ClassCount::bytes).reversed().thenComparing(ClassCount::className));
        return sorted;
    }

    /**
     * {@return bytes of one instance by the histogram of the quiet point}
     *
     * @param className in source form
     */
    public Reading bytesOfOne(String className) {
        if (className.endsWith("[]")) {
            return Reading.absent("a row of the histogram mixes arrays of every length");
        }
        var row = classes.getOrDefault("quiet", Map.of()).get(className);
        return row == null || row.instances() <= 0
                ? Reading.absent("the class is not in the histogram")
                : Reading.of((double) row.bytes() / row.instances());
    }

    /** {@return growth of the heap used, from the full collection before the window to that after it, bytes} */
    public Reading heapGrowth() {
        var before = totals.get("baseline");
        var after = totals.get("quiet");
        return before == null || after == null || before.heapUsed() < 0 || after.heapUsed() < 0
                ? Reading.absent("the heap was not looked at after full collections before and after the window")
                : Reading.of(after.heapUsed() - before.heapUsed());
    }
}
