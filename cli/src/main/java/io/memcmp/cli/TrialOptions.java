package io.memcmp.cli;

import io.memcmp.plan.ExperimentSpec.Capture;
import io.memcmp.plan.Limits;
import java.nio.file.Path;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** How a trial is run, and where its files go. */
final class TrialOptions {
    @Mixin
    private final ChildOptions child = new ChildOptions();

    @Option(
            names = "--live-set",
            description = "Take a class histogram when the program ends: what static fields and threads still hold.")
    private boolean liveSet;

    @Option(
            names = "--out",
            paramLabel = "DIR",
            description = "The run directory (default: a new one under the user's data directory).")
    private @Nullable Path out;

    Limits limits() {
        return child.limits();
    }

    Capture capture() {
        return child.capture(liveSet);
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
