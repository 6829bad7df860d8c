package io.memcmp.analysis.gccpu;

import io.memcmp.analysis.EventAnalysis;
import io.memcmp.analysis.EventReader;
import io.memcmp.analysis.Observed;
import io.memcmp.analysis.Reading;
import io.memcmp.analysis.RecordingFacts;
import io.memcmp.analysis.RequiredEvent;
import io.memcmp.analysis.Snapshot;
import io.memcmp.analysis.Totals;
import io.memcmp.analysis.jfr.Event;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;

/** Adds up the CPU time of the collector's threads, which the probe reads from the operating system by name. */
public final class GcCpuAnalysis implements EventAnalysis<GcCpuProfile> {
    /**
     * Whole names, as the operating system cuts them at 15 characters: a program's own thread may be called "G1 loader". An
     * X stands for the Z in ZGC without generations of JDK 21 to 23.
     */
    private static final Pattern COLLECTOR_THREAD = Pattern.compile("VM Thread|GC Thread#\\d+"
            + "|G1 (Main Marker|Conc#\\d+|Refine.*|Service)"
            + "|[XZ](Driver(Major|Minor)?|Director|Stat|Uncommitter(#\\d*)?|Unmapper|Worker(Old|Young)?#\\d+)"
            + "|Shenandoah (GC T|Cont|Regu|Unco)");

    private final Map<String, Map<String, Long>> byPoint = new HashMap<>();

    /** Starts with none. */
    public GcCpuAnalysis() {}

    @Override
    public List<RequiredEvent> events() {
        return List.of(RequiredEvent.plain("memcmp.ThreadCpu"));
    }

    @Override
    public void visit(Event event) {
        var thread = EventReader.text(event, "thread");
        if (COLLECTOR_THREAD.matcher(thread).matches()) {
            // Totals only grow: of several chunk ends the largest is the last.
            byPoint.computeIfAbsent(EventReader.text(event, "point"), _ -> new HashMap<>())
                    .merge(thread, event.number("cpu"), Math::max);
        }
    }

    @Override
    public Observed<GcCpuProfile> profile(RecordingFacts facts) {
        var totals = facts.totals();
        var gap = totals.gap();
        if (gap.isPresent()) {
            return Observed.missing(
                    gap.get().equals(Totals.NO_PROBE)
                            ? gap.get() + ", and what JFR itself tells of it (jdk.GCCPUTime) leaves out concurrent work"
                            : gap.get());
        }
        var before = cpuAt(totals.from().orElseThrow());
        var after = cpuAt(totals.to().orElseThrow());
        if (after.isEmpty() || after.containsValue(-1L)) {
            return Observed.missing(
                    byPoint.isEmpty()
                            ? "the CPU time of single threads is not to be had on this system"
                            : "the recording ends before the probe had read the CPU time of all threads");
        }
        var byThread = new TreeMap<String, Duration>();
        after.forEach((thread, cpu) ->
                byThread.put(thread, Duration.ofNanos(Math.max(0, cpu - before.getOrDefault(thread, 0L)))));
        var total = byThread.values().stream().reduce(Duration.ZERO, Duration::plus);
        return Observed.of(new GcCpuProfile(total, share(total, totals), byThread));
    }

    private Map<String, Long> cpuAt(Snapshot snapshot) {
        return byPoint.getOrDefault(snapshot.point(), Map.of());
    }

    private static Reading share(Duration total, Totals totals) {
        var process = totals.growth(Snapshot::processCpu, "the CPU time of the process is unknown");
        return switch (process) {
            case Reading.Value(double nanos) when nanos > 0 -> Reading.of(total.toNanos() / nanos);
            case Reading.Value _ -> Reading.absent("the process used less CPU time than the 10 ms its clock counts in");
            case Reading.Absent absent -> absent;
        };
    }
}
