package io.memcmp.made;

import io.memcmp.analysis.Completeness;
import io.memcmp.analysis.Durations;
import io.memcmp.analysis.Observed;
import io.memcmp.analysis.Reading;
import io.memcmp.analysis.RecordingProfile;
import io.memcmp.analysis.Window;
import io.memcmp.analysis.allocation.AllocationProfile;
import io.memcmp.analysis.gccpu.GcCpuProfile;
import io.memcmp.analysis.heap.Footprint;
import io.memcmp.analysis.heap.HeapProfile;
import io.memcmp.analysis.heap.LiveSetProfile;
import io.memcmp.analysis.jfr.ReadResult;
import io.memcmp.analysis.jvm.CollectorKind;
import io.memcmp.analysis.jvm.JvmInfo;
import io.memcmp.analysis.layout.LayoutMode;
import io.memcmp.analysis.layout.ObjectLayout;
import io.memcmp.analysis.pause.CollectionProfile;
import io.memcmp.analysis.pause.MutatorUtilisation;
import io.memcmp.analysis.pause.Pause;
import io.memcmp.analysis.pause.PauseProfile;
import io.memcmp.analysis.pause.StallProfile;
import io.memcmp.analysis.pause.StopProfile;
import io.memcmp.analysis.process.ProcessProfile;
import io.memcmp.analysis.workload.NodeProfile;
import io.memcmp.analysis.workload.WorkloadProfile;
import io.memcmp.plan.Collector;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** What a recording of a small linked list would tell. */
final class MadeProfile {

    private static final Instant START = Instant.parse("2026-01-02T03:04:06Z");
    private static final Instant END = START.plusMillis(800);

    private MadeProfile() {}

    /** What makes one trial differ from another. */
    record Figures(Duration window, Duration cpu, Duration stop, long resident, long live) {
        static final Figures USUAL =
                new Figures(Duration.ofMillis(800), Duration.ofMillis(900), Duration.ZERO, 90L << 20, 25_000_000);

        Figures stopped(Duration longest) {
            return new Figures(window, cpu, longest, resident, live);
        }
    }

    /** One pause that lasted so long, or none. */
    static RecordingProfile of(Collector collector, int pauseMillis) {
        return of(collector, pauseMillis, Figures.USUAL.stopped(Duration.ofMillis(pauseMillis)));
    }

    /** The same with figures of its own. */
    static RecordingProfile of(Collector collector, int pauseMillis, Figures figures) {
        var stops = Durations.of(figures.stop().isZero() ? List.of() : List.of(figures.stop()));
        var durations = Durations.of(pauseMillis == 0 ? List.of() : List.of(Duration.ofMillis(pauseMillis)));
        boolean collects = collector != Collector.EPSILON;
        return new RecordingProfile(
                jvm(collector),
                new Window(START, START.plus(figures.window()), true),
                collects ? Observed.of(pauses(durations, pauseMillis)) : Observed.missing("Epsilon never collects"),
                Observed.of(new StopProfile(
                        stops,
                        stops,
                        Durations.of(List.of()),
                        stops,
                        stops,
                        new TreeMap<>(Map.of("Full", stops)),
                        Observed.of(utilisation(pauseMillis)))),
                Observed.<StallProfile>missing("only ZGC stalls threads"),
                Observed.of(new CollectionProfile(
                        new TreeMap<>(Map.of("SerialOld (System.gc())", 1L)), Durations.missing("never concurrent"))),
                Observed.of(allocation()),
                Observed.of(heap()),
                collects ? Observed.of(liveSet(figures.live())) : Observed.missing("Epsilon never collects"),
                Observed.missing("the whole heap was collected once, and a slope takes 10"),
                Observed.of(new GcCpuProfile(
                        Duration.ofMillis(30),
                        Reading.of(0.0333),
                        new TreeMap<>(Map.of("VM Thread", Duration.ofMillis(30), MadeReports.HOSTILE, Duration.ZERO)))),
                Observed.of(process(figures)),
                Observed.of(workload()),
                new Completeness(true, START, END, ""),
                new ReadResult(
                        1, START, END, new TreeMap<>(Map.of("jdk.GCPhasePause", 1L)), 0, List.of(), 0, 0, 100_000));
    }

    private static MutatorUtilisation utilisation(int pauseMillis) {
        return new MutatorUtilisation(Stream.of(1, 5, 10, 20, 50, 100, 200, 500, 1000)
                .map(window -> {
                    double share = 1 - Math.min(1, (double) pauseMillis / Math.min(800, window));
                    return new MutatorUtilisation.Point(Duration.ofMillis(window), share, share);
                })
                .toList());
    }

    private static JvmInfo jvm(Collector collector) {
        return new JvmInfo(
                "OpenJDK 64-Bit Server VM",
                "OpenJDK 64-Bit Server VM (25.0.3+9-LTS)",
                25,
                "-Xmx64m",
                "io.memcmp.workloads.WorkloadMain linked-list",
                kind(collector),
                Observed.of(new LayoutMode(true, true, false, 8)),
                new TreeMap<>(Map.of("UseCompressedOops", "true")));
    }

    private static CollectorKind kind(Collector collector) {
        return collector == Collector.SHENANDOAH_GEN
                ? CollectorKind.SHENANDOAH
                : CollectorKind.valueOf(collector.name());
    }

    private static PauseProfile pauses(Durations durations, int pauseMillis) {
        var pause = new Pause(1, "GC Pause", START, Duration.ofMillis(pauseMillis));
        return new PauseProfile(
                durations,
                new TreeMap<>(pauseMillis == 0 ? Map.<String, Durations>of() : Map.of("GC Pause", durations)),
                pauseMillis == 0 ? List.of() : List.of(pause));
    }

    private static AllocationProfile allocation() {
        return new AllocationProfile(
                Reading.of(24_000_000L),
                Reading.of(30_000_000L),
                List.of(new AllocationProfile.Share(MadeReports.HOSTILE, 20_000_000, 0.8333)),
                List.of(new AllocationProfile.Share("io.memcmp.workloads.LinkedNodes.build:30", 24_000_000, 1)),
                12,
                Observed.of("jdk.ObjectAllocationSample"),
                Optional.empty());
    }

    private static HeapProfile heap() {
        return new HeapProfile(
                Reading.of(40L << 20),
                Reading.of(64L << 20),
                Reading.of(24_100_000L),
                Observed.of(new Footprint(0.8 * (30L << 20), 0.8 * (64L << 20), 0.8)),
                List.of(new HeapProfile.Point(START, 40L << 20, 64L << 20, false)));
    }

    private static LiveSetProfile liveSet(long live) {
        return new LiveSetProfile(
                Reading.of(live),
                Reading.of(24_001_000L),
                Reading.of(25_100_000L),
                List.of(new LiveSetProfile.ClassCount(MadeReports.HOSTILE, 1_000_000, 24_000_000)));
    }

    private static ProcessProfile process(Figures figures) {
        return new ProcessProfile(
                Reading.of(figures.cpu().toNanos()),
                Reading.of(950_000_000L),
                Reading.of(figures.resident()),
                Reading.absent("this system does not tell"),
                Reading.of(3),
                Reading.of(7_000_000L),
                Reading.of(4_000_000L));
    }

    private static WorkloadProfile workload() {
        var node = new NodeProfile(
                "io.memcmp.workloads.LinkedNodes$Link",
                1_000_000,
                4,
                Observed.of(new ObjectLayout(12, 4, 4, 4)),
                Reading.of(24),
                Reading.of(24),
                Reading.of(24.1));
        return new WorkloadProfile(
                "linked-list",
                "nodes=1000000",
                1_000_000,
                4_000_000,
                Reading.of(24_000_000L),
                Reading.of(24_000_000L),
                true,
                "sum of the values",
                Reading.absent("memory did not run out"),
                List.of(node));
    }
}
