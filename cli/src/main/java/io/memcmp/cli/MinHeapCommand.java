package io.memcmp.cli;

import io.memcmp.experiment.HeapSearches;
import io.memcmp.launch.Interruption;
import io.memcmp.launch.JdkFinder;
import io.memcmp.launch.Launcher;
import io.memcmp.launch.Memory;
import io.memcmp.launch.VmProbe;
import io.memcmp.plan.Bytes;
import io.memcmp.result.SearchRule;
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

/** {@code memcmp minheap}. */
@Command(
        name = "minheap",
        description =
                "Finds the smallest heap in which a program does its work and ends, in a reasonable time, under each"
                        + " collector and JDK.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        sortOptions = false,
        customSynopsis = {
            "memcmp minheap --workload NAME [-p NAME=VALUE]... [OPTIONS]",
            "       memcmp minheap [OPTIONS] -- java [JVM-OPTIONS] -jar APP.jar [ARGS]",
            "       memcmp minheap [OPTIONS] -- SCRIPT [ARGS]"
        },
        footerHeading = "%nExamples:%n",
        footer = {
            "  memcmp minheap --workload linked-list",
            "  memcmp minheap --workload allocation-loop,linked-list --gc all",
            "  memcmp minheap --gc g1 --max-heap 4g -- java -jar app.jar"
        })
final class MinHeapCommand implements Callable<Integer> {
    private final Terminal terminal;

    @Mixin
    private final SubjectOptions subject = new SubjectOptions();

    @Mixin
    private final VmOptions vm = new VmOptions();

    @Option(
            names = "--tau",
            paramLabel = "N",
            description =
                    "A run that takes more than N times as long as in a generous heap counts as failed (default: 5).")
    private double tau = SearchRule.TAU;

    @Option(
            names = "--max-heap",
            paramLabel = "SIZE",
            description = "Try nothing larger (default: all memory of the machine).",
            converter = Converters.Size.class)
    private @Nullable Bytes maxHeap;

    @Mixin
    private final ChildOptions child = new ChildOptions();

    @Mixin
    private final OutputOptions output = new OutputOptions();

    @Option(
            names = {"-q", "--quiet"},
            description = "Say nothing of the progress.")
    private boolean quiet;

    @Parameters(paramLabel = "COMMAND", description = "The program to run and its arguments, after --.", arity = "0..*")
    private final List<String> command = new ArrayList<>();

    MinHeapCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws InterruptedException {
        var created = Instant.now();
        var spec = new SpecBuilder(JdkFinder.ofThisProcess()).build(subject, vm, child, command);
        var rule = SearchRule.of(tau, spec.limits().time(), Optional.ofNullable(maxHeap), Memory.ofMachine());
        var interruption = new Interruption();
        try (var delivery = output.open(terminal);
                var _ = CtrlC.requests(interruption)) {
            var launcher = Launcher.bare(spec, terminal.err(), interruption);
            var progress = new StderrHeapProgress(terminal, quiet);
            var report = new HeapSearches(spec, rule, new VmProbe(), launcher, progress, interruption)
                    .run(Version.text(), created);
            delivery.deliver(report);
            return ExitCode.of(report).number();
        }
    }
}
