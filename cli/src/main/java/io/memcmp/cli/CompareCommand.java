package io.memcmp.cli;

import io.memcmp.plan.Judging;
import io.memcmp.recordings.ReportInputs;
import io.memcmp.recordings.Unpacked;
import io.memcmp.result.CompareRequest;
import io.memcmp.result.Comparing;
import io.memcmp.result.Metrics;
import io.memcmp.result.Pivot;
import io.memcmp.result.PivotAxis;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code memcmp compare}. */
@Command(
        name = "compare",
        description =
                "Holds reports of run or analyze against each other, or the cells of one: for every metric and every cell"
                        + " the ratio to its like in the reference, with its interval and a verdict.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  memcmp compare before/ after/",
            "  memcmp compare --metric pause.p99,alloc.rate before.json after.json",
            "  memcmp compare --col collector --reference g1 run/",
            "  memcmp compare --ignore subject old-app/ new-app/",
            "  memcmp compare old-recordings/ new-recordings/",
            "  memcmp run --workload cache-leak -n 10 --json - | memcmp compare before/ -"
        })
final class CompareCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = "--reference",
            paramLabel = "COLUMN",
            description = "What the others are held against, by what stands above its column (default: the first).")
    private @Nullable String reference;

    @Option(
            names = {"-m", "--metric"},
            paramLabel = "METRIC",
            split = ",",
            description = "Metrics to show; those that are not judged are shown without a verdict (default: the judged"
                    + " ones; memcmp list metrics).")
    private final List<String> metrics = new ArrayList<>();

    @Option(
            names = "--col",
            paramLabel = "AXIS",
            split = ",",
            description = "What the columns are: file, subject, collector, jdk, heap or layout (default: file).")
    private final List<String> columns = new ArrayList<>();

    @Option(
            names = "--row",
            paramLabel = "AXIS",
            split = ",",
            description = "What the rows of a table are; metric too (default: all that are no columns). What is neither"
                    + " row nor column makes tables of its own.")
    private final List<String> rows = new ArrayList<>();

    @Option(
            names = "--ignore",
            paramLabel = "AXIS",
            split = ",",
            description = "Axes in which cells may differ and be held against each other all the same.")
    private final List<String> ignored = new ArrayList<>();

    @Option(
            names = "--margin",
            paramLabel = "PERCENT",
            description = "Differences within it are negligible (default: 3%%).",
            converter = Percentage.class)
    private double margin = Judging.DEFAULT.margin();

    @Option(
            names = "--anyway",
            description = "Compare what was measured on different machines or recorded with different settings too.")
    private boolean anyway;

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Option(
            names = {"-q", "--quiet"},
            description = "Say nothing of the progress.")
    private boolean quiet;

    @Parameters(
            paramLabel = "REPORT",
            description =
                    "Reports (report.json), run directories, JFR recordings, directories that hold recordings, or -"
                            + " for a report on standard input.",
            arity = "1..*")
    private final List<String> sources = new ArrayList<>();

    CompareCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var request = new CompareRequest(
                Pivot.of(axes(rows), axes(columns), axes(ignored)),
                Optional.ofNullable(reference),
                metrics.stream().map(String::strip).map(Metrics::parse).toList(),
                new Judging(Optional.empty(), margin).margin(),
                anyway);
        var inputs = ReportInputs.find(sources);
        output.keepOff(inputs.files());
        try (var delivery = output.open(terminal);
                var unpacked = new Unpacked(terminal.in(), terminal.temporary())) {
            var progress = new AnalysisProgress(terminal, quiet);
            var reports = inputs.read(terminal.in(), unpacked, progress, Version.text());
            var report = Comparing.of(reports, request, Version.text(), Instant.now());
            delivery.deliver(report);
            return ExitCode.of(report).number();
        }
    }

    private static List<PivotAxis> axes(List<String> words) {
        return words.stream().map(PivotAxis::parse).toList();
    }
}
