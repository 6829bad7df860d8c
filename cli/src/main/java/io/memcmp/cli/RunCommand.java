package io.memcmp.cli;

import io.memcmp.experiment.RunDirectory;
import io.memcmp.launch.Interruption;
import io.memcmp.launch.JdkFinder;
import io.memcmp.launch.VmProbe;
import io.memcmp.plan.ExperimentSpec;
import io.memcmp.result.MinimumHeap;
import io.memcmp.result.Report;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

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
            "       memcmp run [OPTIONS] -- SCRIPT [ARGS]",
            "       memcmp run --resume DIR"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  memcmp run --workload cache-leak --gc zgc",
            "  memcmp run --workload linked-list --gc g1 --headers compact,legacy",
            "  memcmp run --workload allocation-loop --gc all --jdk 17,25 --json -",
            "  memcmp run --gc g1,zgc --heap 512m,1g --repeat 10 -- java -jar app.jar",
            "  memcmp run --gc all --ok-status 0,1 -- java -jar app.jar --check",
            "  memcmp run --gc g1 --census --headers compact,legacy -- java -jar app.jar",
            "  memcmp run --workload cache-leak --gc all --leaks --heap-dump",
            "  memcmp run --gc g1 --heap 256m --heap-dump=on-oom -- java -jar app.jar",
            "  memcmp run --handover java-tool-options -- ./start.sh"
        })
final class RunCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final SubjectOptions subject = new SubjectOptions();

    @Mixin
    private final MatrixOptions matrix = new MatrixOptions();

    @Mixin
    private final ProtocolOptions protocol = new ProtocolOptions();

    @Mixin
    private final TrialOptions trial = new TrialOptions();

    @Mixin
    private final DumpOptions dumps = new DumpOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Spec
    private @Nullable CommandSpec line;

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
        if (protocol.resume != null) {
            return resumed(RunDirectory.existing(protocol.resume));
        }
        var created = Instant.now();
        var wished = wished();
        var place = trial.directory(wished.label(), created);
        if (protocol.dryRun) {
            return delivered(
                    wished,
                    Words.given(line),
                    _ -> Optional.of(MinimumsOfRun.known(wished, matrix.minimum())),
                    setup -> setup.show(place, created));
        }
        return delivered(
                wished,
                Words.given(line),
                interruption -> {
                    RunDirectory.check(place, output.force());
                    return new MinimumsOfRun(terminal, quiet, interruption).of(wished, matrix.minimum());
                },
                setup -> setup.run(place, output.force(), created, quiet));
    }

    private Integer resumed(RunDirectory directory) throws IOException, InterruptedException {
        Words.refuseBeside("--resume", line, Set.of("--quiet", "--dry-run"));
        var stored = directory.plan();
        Words.requireSameDirectory(stored.workingDirectory(), directory.path());
        var first = new RunCommand(terminal);
        Words.parse(first, stored.command());
        first.matrix.seed = stored.seed();
        return delivered(
                first.wished(),
                stored.command(),
                _ -> Optional.of(directory.minimumHeaps()),
                setup -> protocol.dryRun ? setup.showRest(directory, stored) : setup.resume(directory, stored, quiet));
    }

    private ExperimentSpec wished() {
        return dumps.of(new SpecBuilder(JdkFinder.ofThisProcess()).build(subject, matrix, protocol, trial, command));
    }

    /** What the heaps are multiples of; empty when the user ended the search. */
    private interface Heaps {
        Optional<List<MinimumHeap>> find(Interruption interruption) throws InterruptedException;
    }

    private interface Work {
        Report of(RunSetup setup) throws IOException, InterruptedException;
    }

    private Integer delivered(ExperimentSpec wished, List<String> words, Heaps heaps, Work work)
            throws IOException, InterruptedException {
        var interruption = new Interruption();
        try (var delivery = output.open(terminal, "the trials are kept in the run directory");
                var _ = CtrlC.requests(interruption)) {
            var minimums = heaps.find(interruption);
            if (minimums.isEmpty()) {
                return ExitCode.INTERRUPTED.number();
            }
            var setup = new RunSetup(terminal, wished, minimums.get(), words, new VmProbe(), interruption);
            if (interruption.requested()) {
                return ExitCode.INTERRUPTED.number();
            }
            var report = work.of(setup);
            delivery.deliver(report);
            return ExitCode.of(report).number();
        }
    }
}
