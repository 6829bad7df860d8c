package io.memcmp.cli;

import io.memcmp.plan.ExperimentSpec.Capture;
import io.memcmp.plan.Limits;
import io.memcmp.plan.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a program is run. */
final class ChildOptions {
    @Option(
            names = "--time-limit",
            paramLabel = "TIME",
            description = "End a trial after TIME, for example 90s (default: 10m).",
            converter = Converters.Span.class)
    private Duration timeLimit = Duration.ofMinutes(10);

    @Option(
            names = "--ok-status",
            paramLabel = "N",
            split = ",",
            description = "Exit statuses of the program that count as completed (default: 0).")
    private Set<Integer> okStatus = new LinkedHashSet<>(Set.of(0));

    @Option(names = "--input", paramLabel = "FILE", description = "Standard input of every trial (default: empty).")
    private @Nullable Path input;

    @Option(names = "--show-output", description = "Show the program's output, on standard error.")
    private boolean showOutput;

    @Option(
            names = "--survive-oom",
            description =
                    "Let a program go on after an OutOfMemoryError. Without it the JVM ends at the first one, which"
                            + " keeps the recording.")
    private boolean surviveOutOfMemory;

    Limits limits() {
        if (timeLimit.isZero()) {
            throw new UserError(
                    "--time-limit must be more than nothing", "write a number and a unit, for example 90s or 10m");
        }
        return new Limits(timeLimit, okStatus);
    }

    Capture capture(boolean liveSet) {
        if (input != null && (Files.isDirectory(input) || !Files.isReadable(input))) {
            throw new UserError("cannot read " + input, "--input names a file that every trial gets as standard input");
        }
        return new Capture(Optional.ofNullable(input), showOutput, liveSet, surviveOutOfMemory);
    }
}
