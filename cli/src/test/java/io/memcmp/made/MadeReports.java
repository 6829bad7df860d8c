package io.memcmp.made;

import io.memcmp.analysis.Completeness;
import io.memcmp.analysis.Observed;
import io.memcmp.analysis.Reading;
import io.memcmp.launch.HostFacts;
import io.memcmp.launch.NoiseEvidence;
import io.memcmp.launch.Outcome;
import io.memcmp.plan.Bytes;
import io.memcmp.plan.Cell;
import io.memcmp.plan.Collector;
import io.memcmp.plan.Heap;
import io.memcmp.plan.Jdk;
import io.memcmp.plan.Judging;
import io.memcmp.plan.Layout;
import io.memcmp.plan.Skipped;
import io.memcmp.plan.Subject;
import io.memcmp.plan.Trial;
import io.memcmp.result.Aa;
import io.memcmp.result.CellResult;
import io.memcmp.result.Findings;
import io.memcmp.result.Metric;
import io.memcmp.result.MetricClass;
import io.memcmp.result.Metrics;
import io.memcmp.result.MinimumHeap;
import io.memcmp.result.Report;
import io.memcmp.result.SelfTests;
import io.memcmp.result.TrialFacts;
import io.memcmp.result.TrialResult;
import io.memcmp.stats.Contrast.Scale;
import io.memcmp.stats.SelfTest;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.IntStream;

/** One report of each kind. */
public final class MadeReports {

    /** A name that a terminal, a table and a spreadsheet would each obey in its own way. */
    public static final String HOSTILE = "=evil|\u001b[31mred\u202e`*\"name\nnext";

    /** A JDK that is nowhere. */
    public static final Jdk JDK = new Jdk(25, "25.0.3+9-LTS", "Somebody", Path.of("/jdk/25"), "JAVA_HOME");

    private static final Instant CREATED = Instant.parse("2026-01-02T03:04:05Z");
    private static final Path RUN = Path.of("/home/somebody/run");

    private static final Subject SUBJECT =
            new Subject.Bundled("linked-list", new LinkedHashMap<>(Map.of("nodes", "1000")));
    private static final NoiseEvidence QUIET = NoiseEvidence.none("nobody looked");

    private MadeReports() {}

    /** {@return two cells measured, one with two endings, one skipped} */
    public static Report.Run run() {
        return run(SUBJECT, false);
    }

    /** {@return the same of a program whose name is an attack} */
    public static Report.Run hostile() {
        var subject = new Subject.JavaProgram("java", List.of("-Dx=" + HOSTILE), List.of("-jar", HOSTILE));
        return run(subject, true);
    }

    private static Report.Run run(Subject subject, boolean interrupted) {
        var serial = cell(Collector.SERIAL);
        var g1 = cell(Collector.G1);
        var epsilon = cell(Collector.EPSILON);
        return new Report.Run(
                "0.0",
                CREATED,
                List.of(subject),
                new Report.Design(2, 42, Duration.ofMinutes(10).toNanos(), Judging.DEFAULT),
                host(),
                List.of(
                        CellResult.of(serial, List.of(completed(serial, 1, 10), completed(serial, 2, 14))),
                        CellResult.of(g1, List.of(completed(g1, 1, 2), withoutRecording(g1, 2))),
                        CellResult.of(epsilon, List.of(completed(epsilon, 1, 0), outOfMemory(epsilon, 2)))),
                List.of(new Skipped(cell(Collector.SHENANDOAH), "Option -XX:+UseShenandoahGC not supported")),
                Findings.NONE,
                RUN,
                interrupted);
    }

    /** {@return the first two cells in heaps that are multiples of a minimum} */
    public static Report.Run multiples() {
        var run = run();
        var minimum = new MinimumHeap(
                "linked-list", Bytes.ofMiB(60), Optional.of(new MinimumHeap.Found("g1", JDK.version(), 5, 14, false)));
        var cells = run.cells().stream()
                .limit(2)
                .map(cell -> over(cell, cell.cell().collector() == Collector.SERIAL ? "1.5x" : "2x"))
                .toList();
        return new Report.Run(
                run.tool(),
                run.created(),
                run.subjects(),
                new Report.Design(
                        run.design().blocks(),
                        run.design().seed(),
                        run.design().timeLimitNanos(),
                        run.design().judging(),
                        run.design().protocol(),
                        List.of(minimum)),
                run.host(),
                cells,
                List.of(),
                run.findings(),
                run.directory(),
                false);
    }

    private static CellResult over(CellResult result, String multiple) {
        var cell = result.cell().in(Heap.parse(multiple).over(Bytes.ofMiB(60)));
        return CellResult.of(cell, List.of(completed(cell, 1, 3), completed(cell, 2, 4)));
    }

    /** {@return searches with every ending} */
    public static Report.MinHeap minHeap() {
        return MadeSearches.report(SUBJECT, CREATED, host());
    }

    /** {@return the same of a program whose name is an attack} */
    public static Report.MinHeap hostileMinHeap() {
        return MadeSearches.report(
                new Subject.JavaProgram("java", List.of("-Dx=" + HOSTILE), List.of("-jar", HOSTILE)), CREATED, host());
    }

    /** {@return one configuration against itself: figures that scatter, some that agree, and some that are not there} */
    public static Aa aa() {
        var random = new Random(5);
        var figures = IntStream.range(0, 40)
                .mapToObj(_ -> 1.5e9 * Math.exp(0.02 * random.nextGaussian()))
                .toList();
        var stops = IntStream.range(0, 40).mapToObj(i -> (double) (i % 7)).toList();
        var agreed = Collections.nCopies(40, (double) (24L << 20));
        var tests = SelfTest.of(
                List.of(
                        new SelfTest.Figures(figures, Scale.RATIO),
                        new SelfTest.Figures(agreed, Scale.RATIO),
                        new SelfTest.Figures(stops, Scale.DIFFERENCE)),
                42);
        return new Aa(
                "0.0",
                CREATED,
                "linked-list",
                "g1, JDK 25.0.3+9-LTS, heap 64m",
                "40 completed",
                40,
                42,
                host(),
                List.of(
                        tested(Metrics.WALL, MetricClass.COST, tests.get(0), 1.5e9),
                        tested(Metrics.LIVE_SET, MetricClass.MEMORY, tests.get(1), 24 << 20),
                        tested(Metrics.STOP_SUM, MetricClass.STOPS, tests.get(2), 3),
                        new SelfTests(
                                Metrics.STOP_MAX,
                                MetricClass.STOPS,
                                Reading.absent("nobody " + HOSTILE),
                                Observed.missing("nobody " + HOSTILE))),
                List.of("the machine drifted " + HOSTILE),
                RUN,
                false);
    }

    private static SelfTests tested(Metric metric, MetricClass question, SelfTest test, double median) {
        return new SelfTests(metric, question, Reading.of(median), Observed.of(test));
    }

    /** {@return a list with names that are attacks} */
    public static Report.Listing listing() {
        return new Report.Listing(
                "metrics",
                List.of("metric", "meaning"),
                List.of(List.of("pause.max", "longest pause"), List.of(HOSTILE, "a | b"), List.of("", "+1+cmd")));
    }

    /** {@return a machine with a fault of each severity} */
    public static Report.Doctor doctor() {
        var collectors = new LinkedHashMap<Jdk, List<String>>();
        collectors.put(JDK, List.of("serial", "g1"));
        collectors.put(new Jdk(17, "17.0.15+6", "Other", Path.of("/jdk/17"), "PATH"), List.of("serial"));
        collectors.put(new Jdk(25, "25.0.1+8", HOSTILE, Path.of("/jdk/25b"), "/opt"), List.of());
        return new Report.Doctor(
                "0.0",
                host(),
                List.of(
                        new Report.Finding("load", Report.Severity.NOISY, "3.14 on 2 processors"),
                        new Report.Finding("swap", Report.Severity.OK, "none in use"),
                        new Report.Finding("JDKs", Report.Severity.BROKEN, HOSTILE)),
                collectors);
    }

    /**
     * {@return a cell of that collector}
     *
     * @param collector which
     */
    public static Cell cell(Collector collector) {
        return new Cell(SUBJECT, collector, JDK, Heap.of(Bytes.ofMiB(64)), Layout.DEFAULT, List.of());
    }

    /**
     * {@return a trial that ended so}
     *
     * @param cell of which cell
     * @param block in which block
     * @param outcome how it ended
     */
    public static TrialResult trial(Cell cell, int block, Outcome outcome) {
        return trial(cell, block, outcome, facts(Observed.missing("nothing was recorded")), List.of());
    }

    private static TrialResult completed(Cell cell, int block, int pauseMillis) {
        var facts = facts(Observed.of(MadeProfile.of(cell.collector(), pauseMillis)));
        return trial(cell, block, new Outcome.Completed(0), facts, List.of());
    }

    private static TrialResult withoutRecording(Cell cell, int block) {
        var facts = facts(Observed.missing("no JVM of this trial left a recording"));
        return trial(cell, block, new Outcome.Completed(0), facts, List.of("the program said " + HOSTILE));
    }

    private static TrialResult outOfMemory(Cell cell, int block) {
        var facts = facts(Observed.of(MadeProfile.of(cell.collector(), 0)));
        var salvaged = new Completeness(false, CREATED, CREATED.plusSeconds(1), "cut off: the virtual machine died");
        var whole = trial(cell, block, new Outcome.OutOfMemory(Duration.ofMillis(1234)), facts, List.of());
        return new TrialResult(
                whole.trial(), whole.outcome(), facts, Optional.of(salvaged), whole.directory(), QUIET, List.of());
    }

    private static TrialFacts facts(Observed<io.memcmp.analysis.RecordingProfile> profile) {
        return new TrialFacts(
                Reading.of(1_500_000_000L),
                Reading.of(900_000_000L),
                Reading.of(80L << 20),
                Reading.absent("only Shenandoah paces threads"),
                profile);
    }

    private static TrialResult trial(Cell cell, int block, Outcome outcome, TrialFacts facts, List<String> remarks) {
        var directory = RUN.resolve("trials").resolve(cell.id()).resolve(Integer.toString(block));
        return new TrialResult(
                new Trial(cell, block), outcome, facts, Optional.empty(), directory.toString(), QUIET, remarks);
    }

    private static HostFacts host() {
        return new HostFacts(
                "Linux 6.1",
                "amd64",
                "Some Processor",
                2,
                Reading.of(8L << 30),
                Reading.of(0.5),
                "performance",
                Reading.absent("needs /proc/meminfo"),
                "");
    }
}
