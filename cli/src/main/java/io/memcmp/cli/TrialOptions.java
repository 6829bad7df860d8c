package io.memcmp.cli;

import io.memcmp.plan.ExperimentSpec.Capture;
import io.memcmp.plan.Limits;
import io.memcmp.plan.UserError;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.LinkedHashSet;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** How a trial is run, and where its files go. */
final class TrialOptions {
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
            names = "--live-set",
            description = "Take a class histogram when the program ends: what static fields and threads still hold.")
    private boolean liveSet;

    @Option(
            names = "--survive-oom",
            description =
                    "Let a program go on after an OutOfMemoryError. Without it the JVM ends at the first one, which"
                            + " keeps the recording.")
    private boolean surviveOutOfMemory;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The run directory (default: a new one under the user's data directory).")
    private @Nullable Path out;

    Limits limits() {
        if (timeLimit.isZero()) {
            throw new UserError(
                    "--time-limit must be more than nothing", "write a number and a unit, for example 90s or 10m");
        }
        return new Limits(timeLimit, okStatus);
    }

    Capture capture() {
        if (input != null && (Files.isDirectory(input) || !Files.isReadable(input))) {
            throw new UserError("cannot read " + input, "--input names a file that every trial gets as standard input");
        }
        return new Capture(Optional.ofNullable(input), showOutput, liveSet, surviveOutOfMemory);
    }

    Path directory(String label, Instant created) {
        return out != null ? out : defaultDirectory(label, created);
    }

    private static Path defaultDirectory(String label, Instant created) {
        var data = Optional.ofNullable(System.getenv("XDG_DATA_HOME"))
                .filter(home -> !home.isBlank())
                .map(Path::of)
                .orElse(Path.of(System.getProperty("user.home"), ".local", "share"));
        var time = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS")
                .withZone(ZoneId.systemDefault())
                .format(created);
        var name = label.replaceAll("[^A-Za-z0-9._-]+", "_");
        return data.resolve("memcmp").resolve("runs").resolve(time + "-" + name);
    }
}
