package io.memcmp.made;

import io.memcmp.analysis.Observed;
import io.memcmp.analysis.Reading;
import io.memcmp.analysis.RecordingProfile;
import io.memcmp.launch.NoiseEvidence;
import io.memcmp.launch.Outcome;
import io.memcmp.plan.Bytes;
import io.memcmp.plan.Cell;
import io.memcmp.plan.Collector;
import io.memcmp.plan.Heap;
import io.memcmp.plan.Judging;
import io.memcmp.plan.Layout;
import io.memcmp.plan.Skipped;
import io.memcmp.plan.Subject;
import io.memcmp.plan.Trial;
import io.memcmp.result.CellResult;
import io.memcmp.result.Findings;
import io.memcmp.result.Report;
import io.memcmp.result.TrialFacts;
import io.memcmp.result.TrialResult;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;

/** Runs of many blocks, whose cells differ by known factors and known scatter. */
public final class MadeComparisons {
    private static final Subject LIST = new Subject.Bundled("linked-list", Map.of("nodes", "1000"));
    private static final Subject PROGRAM = new Subject.JavaProgram(
            "java", List.of("-Dx=" + MadeReports.HOSTILE), List.of("-jar", MadeReports.HOSTILE));
    private static final NoiseEvidence QUIET = NoiseEvidence.none("nobody looked");

    /**
     * What a collector does to the figures of the program.
     *
     * @param time factor of the window
     * @param cpu factor of its CPU time
     * @param stop factor of the longest stop
     * @param memory factor of the resident set
     * @param scatter standard deviation of logarithms
     */
    private record Nature(double time, double cpu, double stop, double memory, double scatter) {}

    private MadeComparisons() {}

    /**
     * {@return ten blocks of six collectors at 64 MiB} ZGC is slower and stops shortly; Parallel is like G1 in time and CPU but needs
     * more memory and stops longer; Serial scatters too much; Shenandoah was skipped; Epsilon ran out of memory in three trials.
     */
    public static Report.Run compared() {
        var cells = cells(
                LIST,
                List.of(64L),
                List.of(Collector.SERIAL, Collector.PARALLEL, Collector.G1, Collector.ZGC, Collector.EPSILON));
        return report(LIST, 10, cells, List.of(new Skipped(cell(LIST, Collector.SHENANDOAH, 64), "not supported")));
    }

    /** {@return four blocks of three collectors: too few for any verdict} */
    public static Report.Run few() {
        return report(
                LIST, 4, cells(LIST, List.of(64L), List.of(Collector.SERIAL, Collector.G1, Collector.ZGC)), List.of());
    }

    /** {@return eight blocks of a program whose name is an attack, without recordings, the reference skipped at one heap} */
    public static Report.Run hostile() {
        var cells = new ArrayList<>(cells(PROGRAM, List.of(64L), List.of(Collector.SERIAL, Collector.G1)));
        cells.addAll(cells(PROGRAM, List.of(128L), List.of(Collector.SERIAL)));
        return report(
                PROGRAM,
                8,
                cells,
                List.of(new Skipped(cell(PROGRAM, Collector.G1, 128), "no such option " + MadeReports.HOSTILE)));
    }

    /** {@return ten blocks of three workloads; Epsilon completes none, and Serial does not complete the third} */
    public static Report.Run workloads() {
        var cells = new ArrayList<Cell>();
        var collectors = List.of(Collector.SERIAL, Collector.G1, Collector.ZGC, Collector.EPSILON);
        var subjects = List.of(LIST, new Subject.Bundled("cache-leak", Map.of()), new Subject.Bundled("oom", Map.of()));
        subjects.forEach(subject -> cells.addAll(cells(subject, List.of(64L), collectors)));
        return report(subjects, 10, cells, List.of());
    }

    /** {@return twelve blocks of all collectors at two heaps} */
    public static Report.Run wide() {
        return report(LIST, 12, cells(LIST, List.of(64L, 128L), List.of(Collector.values())), List.of());
    }

    private static Report.Run report(Subject subject, int blocks, List<Cell> cells, List<Skipped> skipped) {
        return report(List.of(subject), blocks, cells, skipped);
    }

    private static Report.Run report(
            List<? extends Subject> subjects, int blocks, List<Cell> cells, List<Skipped> skipped) {
        var random = new Random(blocks);
        var results = cells.stream()
                .map(cell -> CellResult.of(cell, trials(cell, blocks, random)))
                .toList();
        var made = MadeReports.run();
        return new Report.Run(
                        made.tool(),
                        Instant.parse("2026-01-02T03:04:05Z"),
                        List.copyOf(subjects),
                        new Report.Design(blocks, 42, Duration.ofMinutes(10).toNanos(), Judging.DEFAULT),
                        made.host(),
                        results,
                        skipped,
                        Findings.NONE,
                        Path.of("/home/somebody/run"),
                        false)
                .judged();
    }

    private static List<Cell> cells(Subject subject, List<Long> heaps, List<Collector> collectors) {
        var cells = new ArrayList<Cell>();
        collectors.forEach(collector -> heaps.forEach(heap -> cells.add(cell(subject, collector, heap))));
        return cells;
    }

    private static Cell cell(Subject subject, Collector collector, long mebibytes) {
        return new Cell(
                subject, collector, MadeReports.JDK, Heap.of(Bytes.ofMiB(mebibytes)), Layout.DEFAULT, List.of());
    }

    private static Nature nature(Collector collector) {
        return switch (collector) {
            case SERIAL -> new Nature(1.03, 0.90, 1.10, 0.90, 0.10);
            case PARALLEL -> new Nature(1.002, 1.0, 2.5, 1.25, 0.005);
            case G1, EPSILON -> new Nature(1, 1, 1, 1, 0.02);
            case ZGC -> new Nature(1.55, 1.80, 0.023, 1.30, 0.02);
            case SHENANDOAH -> new Nature(1.9, 2.1, 0.2, 1.35, 0.03);
            case SHENANDOAH_GEN -> new Nature(1.3, 1.5, 0.15, 1.15, 0.03);
        };
    }

    private static List<TrialResult> trials(Cell cell, int blocks, Random random) {
        var trials = new ArrayList<TrialResult>();
        var nature = nature(cell.collector());
        for (int block = 1; block <= blocks; block++) {
            double machine = 1 + 0.01 * block; // it grows slower from block to block, for every cell alike
            double time = machine * nature.time() * scattered(nature, random);
            double cpu = machine * nature.cpu() * scattered(nature, random);
            var figures = new MadeProfile.Figures(
                    nanos(8e8 * time),
                    nanos(9e8 * cpu),
                    nanos(2e7 * nature.stop() * scattered(nature, random)),
                    (long) (9e7 * nature.memory() * scattered(nature, random)),
                    25_000_000);
            trials.add(trial(cell, block, figures));
        }
        return trials;
    }

    private static double scattered(Nature nature, Random random) {
        return Math.exp(nature.scatter() * random.nextGaussian());
    }

    private static Duration nanos(double nanos) {
        return Duration.ofNanos((long) nanos);
    }

    private static TrialResult trial(Cell cell, int block, MadeProfile.Figures figures) {
        boolean full = block % 3 == 0
                && (cell.collector() == Collector.EPSILON
                        || (cell.collector() == Collector.SERIAL
                                && cell.subject().label().equals("oom")));
        var outcome = full ? new Outcome.OutOfMemory(Duration.ofMillis(1234)) : new Outcome.Completed(0);
        Observed<RecordingProfile> profile = cell.subject() instanceof Subject.Bundled
                ? Observed.of(MadeProfile.of(cell.collector(), 0, figures))
                : Observed.missing("no recording");
        var facts = new TrialFacts(
                Reading.of(figures.window().toNanos()),
                Reading.of(figures.cpu().toNanos()),
                Reading.of(figures.resident()),
                Reading.absent("only Shenandoah paces threads"),
                profile);
        return new TrialResult(
                new Trial(cell, block),
                outcome,
                facts,
                Optional.empty(),
                "/home/somebody/run/trials/" + cell.id() + "/" + block,
                QUIET,
                List.of());
    }
}
