package io.memcmp.cli;

import io.memcmp.plan.UserError;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine;
import picocli.CommandLine.Model.CommandSpec;

/** The words of a command line, to be written down and read again. */
final class Words {
    private static final String RUN = "run";

    private Words() {}

    /** {@return what was typed after {@code memcmp}} */
    static List<String> given(@Nullable CommandSpec command) {
        return Objects.requireNonNull(command)
                .root()
                .commandLine()
                .getParseResult()
                .originalArgs();
    }

    /** Fills a command from words that were written down. */
    static void parse(RunCommand command, List<String> words) {
        var line = new CommandLine(command);
        line.setCaseInsensitiveEnumValuesAllowed(true);
        line.setExpandAtFiles(false);
        line.setStopAtPositional(true);
        line.parseArgs(words.subList(words.indexOf(RUN) + 1, words.size()).toArray(String[]::new));
    }

    /** Refuses whatever would change a run that has begun; where its report goes is free. */
    static void refuseBeside(String option, @Nullable CommandSpec command, Set<String> allowed) {
        var spec = Objects.requireNonNull(command);
        var free = new ArrayList<>(allowed);
        free.add(option);
        Objects.requireNonNull(spec.mixins().get("output")).options().forEach(each -> free.add(each.longestName()));
        var parsed = spec.commandLine().getParseResult();
        parsed.matchedOptions().stream()
                .map(CommandLine.Model.OptionSpec::longestName)
                .filter(name -> !free.contains(name))
                .findFirst()
                .ifPresent(name -> {
                    throw new UserError(
                            option + " and " + name + " do not go together",
                            "a run is gone on with as it was begun: leave " + name + " out, or start a new run");
                });
        if (!parsed.matchedPositionals().isEmpty()) {
            throw new UserError(
                    option + " and a command do not go together",
                    "a run is gone on with as it was begun: leave the command out, or start a new run");
        }
    }

    /** Relative paths of the command line mean what they meant. */
    static void requireSameDirectory(Path then, Path run) {
        if (!then.equals(Path.of("").toAbsolutePath())) {
            throw new UserError(
                    "cannot resume " + run + " from here: it was begun in " + then,
                    "change to that directory first: cd " + then);
        }
    }
}
