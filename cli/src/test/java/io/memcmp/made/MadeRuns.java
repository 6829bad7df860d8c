package io.memcmp.made;

import io.memcmp.analysis.Observed;
import io.memcmp.analysis.Reading;
import io.memcmp.launch.HostFacts;
import io.memcmp.launch.MachineFacts;
import io.memcmp.launch.NoiseEvidence;
import io.memcmp.launch.Origin;
import io.memcmp.launch.Outcome;
import io.memcmp.plan.Cell;
import io.memcmp.plan.Collector;
import io.memcmp.plan.ExperimentSpec;
import io.memcmp.plan.Heap;
import io.memcmp.plan.Judging;
import io.memcmp.plan.Layout;
import io.memcmp.plan.Limits;
import io.memcmp.plan.Plan;
import io.memcmp.plan.Subject;
import io.memcmp.plan.Trial;
import io.memcmp.result.CellResult;
import io.memcmp.result.Conduct;
import io.memcmp.result.Report;
import io.memcmp.result.TrialResult;
import io.memcmp.stats.Drift;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** Runs as they went, and a plan of one. */
public final class MadeRuns {
    private static final Origin ORIGIN = new Origin(
            List.of("run", "--gc", "serial,g1", "--", "java", "-jar", MadeReports.HOSTILE),
            Path.of("/home/somebody"),
            Map.of(MadeReports.HOSTILE, "ab".repeat(32)),
            Map.of(Path.of("/jdk/25"), Map.of("IMPLEMENTOR", "Somebody")));

    private MadeRuns() {}

    /** {@return a run on a machine that others used, resumed once: a warm-up, a trial repeated, a cell without a trial} */
    public static Report.Run noisy() {
        var whole = MadeReports.run();
        var serial = MadeReports.cell(Collector.SERIAL);
        var g1 = MadeReports.cell(Collector.G1);
        var conduct = new Conduct(
                ORIGIN,
                2,
                3,
                1,
                true,
                2,
                Observed.of(new Drift(0.9, 0.004, 0.07)),
                List.of("the machine disturbed 3 of 5 trials: " + MadeReports.HOSTILE));
        return new Report.Run(
                        whole.tool(),
                        whole.created(),
                        whole.subjects(),
                        whole.design(),
                        whole.host(),
                        List.of(
                                CellResult.of(
                                        serial,
                                        List.of(
                                                trial(new Trial(serial, Trial.WARM_UP), List.of("foreign CPU 60 %")),
                                                trial(new Trial(serial, 1), List.of("foreign CPU 8 %", "steal 2 %")),
                                                trial(new Trial(serial, 1).again(), List.of()),
                                                trial(new Trial(serial, 2), List.of()))),
                                CellResult.of(
                                        g1,
                                        List.of(
                                                trial(new Trial(g1, 1), List.of("12 pages read back from swap")),
                                                trial(new Trial(g1, 2), List.of("the machine was slower by 9 %"))))),
                        List.of(),
                        whole.findings(),
                        whole.directory(),
                        false,
                        conduct)
                .judged();
    }

    /** {@return two cells, one skipped, two blocks after a warm-up} */
    public static Report.Planned plan() {
        var subject = new Subject.JavaProgram("java", List.of(), List.of("-jar", "app.jar", MadeReports.HOSTILE));
        var spec = new ExperimentSpec(
                new ExperimentSpec.Axes(
                        Map.of(subject, List.of(Heap.OF_JVM)),
                        List.of(Collector.SERIAL, Collector.G1, Collector.SHENANDOAH),
                        List.of(MadeReports.JDK),
                        List.of(Layout.DEFAULT),
                        List.of()),
                2,
                42,
                new Limits(Duration.ofMinutes(10), Set.of(0)),
                new ExperimentSpec.Capture(Optional.empty(), false, false, false),
                Judging.DEFAULT);
        var plan = Plan.of(
                spec,
                cell -> cell.collector() == Collector.SHENANDOAH
                        ? Optional.of("Option -XX:+UseShenandoahGC not supported")
                        : Optional.empty());
        var host = MadeReports.run().host();
        return new Report.Planned(
                "0.0",
                Instant.parse("2026-01-02T03:04:05Z"),
                ORIGIN,
                List.of(subject),
                Report.Design.of(spec, List.of()),
                new HostFacts(
                        host.system(),
                        host.architecture(),
                        host.processor(),
                        host.processors(),
                        host.memory(),
                        host.load(),
                        host.governor(),
                        host.swapUsed(),
                        host.cpuLimit(),
                        Observed.of(machine())),
                plan,
                Path.of("/home/somebody/run"),
                plan.trials().stream().map(trial -> words(trial.cell())).toList(),
                Reading.of(95e9));
    }

    private static List<String> words(Cell cell) {
        return List.of("/jdk/25/bin/java", cell.flags().getFirst(), "-jar", "app.jar", MadeReports.HOSTILE);
    }

    private static MachineFacts machine() {
        return new MachineFacts(
                Observed.of("#1 SMP"),
                Observed.of("0-7"),
                Observed.of("0-1"),
                Reading.absent("no control group limits the memory"),
                Reading.of(1),
                Observed.of("off"),
                Reading.absent("needs scaling_min_freq"),
                Reading.of(3.2e9),
                Observed.of("madvise"),
                Reading.of(0),
                Observed.of("tsc"),
                Observed.missing("needs /proc/cpuinfo"),
                List.of("java", MadeReports.HOSTILE));
    }

    /**
     * {@return a trial that completed}
     *
     * @param trial which one
     * @param faults what speaks against it
     */
    public static TrialResult trial(Trial trial, List<String> faults) {
        var made = MadeReports.trial(trial.cell(), trial.block(), new Outcome.Completed(0));
        var noise = new NoiseEvidence(
                Reading.of(0.001),
                Reading.absent("no control group with a limit is seen"),
                Reading.of(0.08),
                Reading.of(0),
                Reading.absent("needs /proc/pressure"),
                Reading.of(1.01),
                Reading.of(1_400_000),
                faults,
                false);
        return new TrialResult(
                trial, made.outcome(), made.facts(), made.salvaged(), made.directory(), noise, made.remarks());
    }
}
