package io.memcmp.cli;

import io.memcmp.analysis.RecordingAnalyzer;
import io.memcmp.experiment.Experiment;
import io.memcmp.experiment.HeapSearches;
import io.memcmp.experiment.MinimumHeaps;
import io.memcmp.experiment.RunDirectory;
import io.memcmp.launch.Interruption;
import io.memcmp.launch.JdkFinder;
import io.memcmp.launch.Launcher;
import io.memcmp.launch.Memory;
import io.memcmp.launch.VmProbe;
import io.memcmp.plan.ExperimentSpec;
import io.memcmp.plan.Plan;
import io.memcmp.plan.Reference;
import io.memcmp.result.MinimumHeap;
import io.memcmp.result.SearchRule;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code memcmp run}. */
@Command(
        name = "run",
        description =
                "Runs a bundled workload, or a program of yours, under every combination of the collectors, JDKs, heaps"
                        + " and layouts you name, and reports what each did to its memory.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        customSynopsis = {
            "memcmp run --workload NAME [-p NAME=VALUE]... [OPTIONS]",
            "       memcmp run [OPTIONS] -- java [JVM-OPTIONS] -jar APP.jar [ARGS]",
            "       memcmp run [OPTIONS] -- SCRIPT [ARGS]"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  memcmp run --workload cache-leak --gc zgc",
            "  memcmp run --workload linked-list --gc g1 --headers compact,legacy",
            "  memcmp run --workload allocation-loop --gc all --jdk 17,25 --json -",
            "  memcmp run --gc g1,zgc --heap 512m,1g --repeat 10 -- java -jar app.jar",
            "  memcmp run --gc all --ok-status 0,1 -- java -m jdk.compiler/com.sun.tools.javac.Main A.java",
            "  memcmp run --handover java-tool-options -- ./start.sh"
        })
final class RunCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final SubjectOptions subject = new SubjectOptions();

    @Mixin
    private final MatrixOptions matrix = new MatrixOptions();

    @Mixin
    private final TrialOptions trial = new TrialOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Option(
            names = {"-q", "--quiet"},
            description = "Say nothing of the progress.")
    private boolean quiet;

    @Parameters(
            paramLabel = "COMMAND",
            description = "The program to measure and its arguments, after --.",
            arity = "0..*")
    private final List<String> command = new ArrayList<>();

    RunCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        var created = Instant.now();
        var wished = new SpecBuilder(JdkFinder.ofThisProcess()).build(subject, matrix, trial, command);
        var place = trial.directory(wished.label(), created);
        var interruption = new Interruption();
        try (var delivery = output.open(terminal, "the trials are kept in the run directory");
                var _ = CtrlC.requests(interruption)) {
            RunDirectory.check(place, output.force());
            var probe = new VmProbe();
            var minimums = minimums(wished, probe, interruption);
            if (minimums.isEmpty()) {
                return ExitCode.INTERRUPTED.number();
            }
            var spec = MinimumHeaps.over(wished, minimums.get());
            var plan = Plan.of(spec, cell -> interruption.requested() ? Optional.of("interrupted") : probe.apply(cell));
            if (interruption.requested()) {
                return ExitCode.INTERRUPTED.number();
            }
            plan.refuseEmpty();
            Reference.refuseSkipped(plan, spec.judging());
            var directory = RunDirectory.create(place, output.force());
            directory.writeMinimumHeaps(minimums.get());
            directory.writeSettings(RecordingAnalyzer.requiredEvents());
            var launcher = new Launcher(spec, directory.settings(), terminal.err(), interruption);
            var progress = new StderrProgress(terminal, quiet);
            var report = new Experiment(spec, plan, directory, launcher, progress, interruption)
                    .run(Version.text(), created)
                    .over(minimums.get());
            directory.writeReport(report);
            delivery.deliver(report);
            return ExitCode.of(report).number();
        }
    }
    /** What the heaps are multiples of; empty when the user ended the search. */
    private Optional<List<MinimumHeap>> minimums(ExperimentSpec wished, VmProbe probe, Interruption interruption)
            throws InterruptedException {
        if (matrix.minimum().isPresent()) {
            return Optional.of(MinimumHeaps.given(wished, matrix.minimum().get()));
        }
        var rule = SearchRule.of(SearchRule.TAU, wished.limits().time(), Optional.empty(), Memory.ofMachine());
        var progress = new StderrHeapProgress(terminal, quiet);
        var launcher = Launcher.bare(wished, terminal.err(), interruption);
        var searches = new HeapSearches(wished, rule, probe, launcher, progress, interruption);
        return new MinimumHeaps(wished, SearchRule.TAU, probe, searches, progress).find();
    }
}
