package io.memcmp.render;

import io.memcmp.analysis.Observed;
import io.memcmp.analysis.Totals;
import io.memcmp.analysis.jvm.CollectorKind;
import io.memcmp.analysis.process.ProcessProfile;
import io.memcmp.result.Metric;
import io.memcmp.result.Metrics;
import io.memcmp.result.RecordingResult;
import io.memcmp.result.Summary;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;

/** A recording's figures in few words: all that only a run of memcmp can tell is absent for one reason. */
final class Brief {
    /** The one reason. */
    static final String NEEDED = "needs memcmp run";

    /** What the probe, the bundled workloads and the parent process tell. */
    private static final Set<String> FROM_RUNS = Set.of(
            "wall",
            "window",
            "cpu",
            "window.cpu",
            "hiccup.count",
            "hiccup.sum",
            "hiccup.max",
            "gc.cpu",
            "gc.cpu.share",
            "alloc.total",
            "alloc.rate",
            "live_set",
            "live_set.growth",
            "heap.quiet",
            "rss.peak",
            "pss.end",
            "node.bytes",
            "node.overhead",
            "census.bytes",
            "census.header",
            "census.references",
            "census.payload",
            "census.padding",
            "census.hidden",
            "census.overhead");

    private Brief() {}

    /** Every metric of a recording; the long reasons where memcmp made it itself. */
    static Function<Metric, Summary> of(RecordingResult.Read recording) {
        if (!foreign(recording)) {
            return recording::summary;
        }
        boolean collects = recording.profile().jvm().collector() != CollectorKind.EPSILON;
        return metric -> switch (recording.summary(metric)) {
            case Summary.Absent _
            when FROM_RUNS.contains(metric.id()) && (collects || !ofLiveSet(metric)) -> new Summary.Absent(NEEDED);
            case Summary.Absent absent -> absent;
            case Summary.Of figure -> figure;
        };
    }

    private static boolean foreign(RecordingResult.Read recording) {
        return recording.profile().process() instanceof Observed.Missing<ProcessProfile>(var reason)
                && reason.equals(Totals.NO_PROBE);
    }

    /** No recording has it under a collector that never collects. */
    private static boolean ofLiveSet(Metric metric) {
        return metric.id().startsWith("live_set") || metric.id().equals("heap.quiet");
    }

    /** Why figures are absent, in the long words: those need not be said again. */
    static Set<String> reasons(RecordingResult.Read recording) {
        return Metrics.ALL.stream()
                .map(recording::summary)
                .<String>mapMulti((summary, next) -> {
                    if (summary instanceof Summary.Absent(var reason)) {
                        next.accept(reason);
                    }
                })
                .collect(Collectors.toUnmodifiableSet());
    }
}
