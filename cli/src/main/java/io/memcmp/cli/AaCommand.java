package io.memcmp.cli;

import io.memcmp.launch.Interruption;
import io.memcmp.launch.JdkFinder;
import io.memcmp.launch.VmProbe;
import io.memcmp.plan.UserError;
import io.memcmp.result.Aa;
import io.memcmp.stats.SelfTest;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code memcmp aa}. */
@Command(
        name = "aa",
        description =
                "Compares one configuration with itself: whether the second of two equal trials differs from the first, and"
                        + " how small a difference this machine can show with 6 to 50 blocks.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        customSynopsis = {
            "memcmp aa --workload NAME [-p NAME=VALUE]... [OPTIONS]",
            "       memcmp aa [OPTIONS] -- java [JVM-OPTIONS] -jar APP.jar [ARGS]"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  memcmp aa --workload allocation-loop --gc g1",
            "  memcmp aa --gc zgc --heap 512m --blocks 10 -- java -jar app.jar"
        })
final class AaCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final SubjectOptions subject = new SubjectOptions();

    @Mixin
    private final ConfigurationOptions configuration = new ConfigurationOptions();

    @Mixin
    private final TrialOptions trial = new TrialOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    private final ProtocolOptions protocol = new ProtocolOptions();

    @Spec
    private @Nullable CommandSpec line;

    @Option(
            names = {"-n", "--blocks"},
            paramLabel = "N",
            description = "Measure N pairs of trials, at least 8 (default: 20).")
    private int blocks = 20;

    @Option(
            names = {"-q", "--quiet"},
            description = "Say nothing of the progress.")
    private boolean quiet;

    @Parameters(
            paramLabel = "COMMAND",
            description = "The program to measure and its arguments, after --.",
            arity = "0..*")
    private final List<String> command = new ArrayList<>();

    AaCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException, InterruptedException {
        if (blocks < SelfTest.FEWEST_PAIRS) {
            throw new UserError(
                    "--blocks must be at least " + SelfTest.FEWEST_PAIRS + ": " + blocks,
                    "fewer can show no difference, and so no false one");
        }
        var created = Instant.now();
        var spec = new SpecBuilder(JdkFinder.ofThisProcess())
                .build(subject, configuration.matrix(2 * blocks), protocol, trial, command);
        spec.refuseSeveralCells();
        var interruption = new Interruption();
        try (var delivery = output.open(terminal, "the trials are kept in the run directory");
                var _ = CtrlC.requests(interruption)) {
            var setup = new RunSetup(terminal, spec, List.of(), Words.given(line), new VmProbe(), interruption);
            if (interruption.requested()) {
                return ExitCode.INTERRUPTED.number();
            }
            var run = setup.run(trial.directory(spec.label(), created), output.force(), created, quiet);
            var report = Aa.of(run);
            delivery.deliver(report);
            var ofRun = ExitCode.of(run);
            return (ofRun == ExitCode.OK ? ExitCode.of(report) : ofRun).number();
        }
    }
}
