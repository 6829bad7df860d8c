package io.memcmp.cli;

import io.memcmp.plan.Judging;
import io.memcmp.plan.UserError;
import io.memcmp.recordings.ReportInputs;
import io.memcmp.recordings.Unpacked;
import io.memcmp.render.StepSummary;
import io.memcmp.result.Budget;
import io.memcmp.result.BudgetFile;
import io.memcmp.result.CheckRequest;
import io.memcmp.result.Checking;
import java.nio.file.Path;
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

/** {@code memcmp check}. */
@Command(
        name = "check",
        description =
                "Checks a report against limits, or against an earlier report. Exit status 0: all of it holds; 1: something"
                        + " is broken; 3: the trials do not tell, and how many more would.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        footerHeading = "%nExamples:%n",
        footer = {
            "  memcmp check run/ --max pause.p99=5ms --max live_set=200MiB",
            "  memcmp check run/ --max g1:pause.max=20ms --max zgc:pause.max=1ms",
            "  memcmp check run/ --budget budget.json --format junit -o memcmp.xml",
            "  memcmp check run/ --baseline main.json --margin 5%% --format github"
        })
final class CheckCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Option(
            names = "--max",
            paramLabel = "[CELL:]METRIC=AMOUNT",
            description =
                    "The metric's median must not exceed it, for example pause.p99=5ms; g1,64m:pause.p99=5ms is for"
                            + " the cells that have those words in their names. May be repeated.")
    private final List<String> max = new ArrayList<>();

    @Option(
            names = "--min",
            paramLabel = "[CELL:]METRIC=AMOUNT",
            description = "The metric's median must not fall below it. May be repeated.")
    private final List<String> min = new ArrayList<>();

    @Option(
            names = "--budget",
            paramLabel = "FILE",
            description =
                    "Limits in a JSON file: {\"max\": {\"pause.p99\": \"5ms\"}, \"cells\": [{\"cell\": \"g1\", \"max\":"
                            + " {…}}]}.")
    private @Nullable Path budget;

    @Option(
            names = "--baseline",
            paramLabel = "REPORT",
            description = "An earlier report: no judged metric of any cell may be worse by more than the margin.")
    private @Nullable String baseline;

    @Option(
            names = "--margin",
            paramLabel = "PERCENT",
            description = "How much worse than the baseline is negligible (default: 3%%).",
            converter = Percentage.class)
    private double margin = Judging.DEFAULT.margin();

    @Option(
            names = "--allow-absent",
            description = "A metric that has no figure is not checked, and leaves nothing open.")
    private boolean allowAbsent;

    @Option(
            names = "--anyway",
            description = "Compare with a baseline of another machine or of other recording settings too.")
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
                    "A report (report.json), a run directory, a JFR recording, a directory that holds some, or - for"
                            + " a report on standard input.")
    private String source = "";

    CheckCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() {
        var budgets = budgets();
        var sources = new ArrayList<>(List.of(source));
        if (baseline != null) {
            sources.add(baseline);
        }
        var inputs = ReportInputs.find(sources);
        output.keepOff(inputs.files());
        try (var delivery = output.openForCheck(terminal);
                var unpacked = new Unpacked(terminal.in(), terminal.temporary())) {
            var progress = new AnalysisProgress(terminal, quiet);
            var reports = inputs.read(terminal.in(), unpacked, progress, Version.text());
            var request = new CheckRequest(
                    budgets,
                    reports.stream().skip(1).findFirst(),
                    new Judging(Optional.empty(), margin).margin(),
                    allowAbsent,
                    anyway);
            var report = Checking.of(reports.getFirst(), request, Version.text(), Instant.now());
            delivery.deliver(report);
            var summary = terminal.environment().getOrDefault(StepSummary.VARIABLE, "");
            if (output.forGithub() && !summary.isEmpty()) {
                StepSummary.append(report, Path.of(summary));
            }
            return ExitCode.of(report).number();
        }
    }

    private List<Budget> budgets() {
        var budgets = new ArrayList<Budget>();
        max.forEach(text -> budgets.add(Budget.parse(text, Budget.Side.MAX)));
        min.forEach(text -> budgets.add(Budget.parse(text, Budget.Side.MIN)));
        if (budget != null) {
            budgets.addAll(BudgetFile.read(budget));
        }
        if (budgets.isEmpty() && baseline == null) {
            throw new UserError(
                    "nothing to check against",
                    "name a limit with --max METRIC=AMOUNT or --min, a file of them with --budget, or an earlier report"
                            + " with --baseline");
        }
        return List.copyOf(budgets);
    }
}
