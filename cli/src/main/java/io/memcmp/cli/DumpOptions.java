package io.memcmp.cli;

import io.memcmp.plan.ExperimentSpec;
import io.memcmp.plan.HeapDumps;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** What trials leave beside their figures, to tell what holds their memory. */
final class DumpOptions {
    @Option(
            names = "--heap-dump",
            paramLabel = "WHEN",
            arity = "0..1",
            fallbackValue = "always",
            description =
                    "Take a heap dump of every trial after its measured part, and tell what keeps its memory alive."
                            + " WHEN: always (when left out), on-oom (only when memory runs out).",
            converter = Converters.DumpWhen.class)
    private HeapDumps.@Nullable When heapDump;

    @Option(
            names = "--leaks",
            description =
                    "After the trials, run each cell once more and sample old objects: examples of what holds them,"
                            + " apart from all figures.")
    private boolean leaks;

    @Option(
            names = "--census",
            description =
                    "Count the heap's objects when the measured part is over: what their bytes go to, and how many they"
                            + " would be with other headers and references.")
    private boolean census;

    ExperimentSpec of(ExperimentSpec wished) {
        return wished.with(wished.capture().with(new HeapDumps(Optional.ofNullable(heapDump), census), leaks));
    }
}
