package io.memcmp.cli;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.memcmp.plan.Collector;
import io.memcmp.plan.Layout;
import java.io.OutputStream;
import java.io.PrintStream;
import java.util.List;
import java.util.Map;
import picocli.CommandLine.ParseResult;

/** Command lines read and understood, without doing what they say. */
public final class CommandLines {
    private CommandLines() {}

    /**
     * Reads a command line as memcmp would, and refuses what memcmp would refuse in it.
     *
     * @param words what stands behind {@code memcmp}
     */
    public static void check(List<String> words) {
        var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
        var parsed = Main.commandLine(Terminal.of(nowhere, nowhere)).parseArgs(words.toArray(String[]::new));
        if (parsed.hasSubcommand() && parsed.subcommand().commandSpec().userObject() instanceof RunCommand) {
            checkRun(parsed.subcommand());
        }
    }

    /**
     * {@return the words that are no options}
     *
     * @param words what stands behind {@code memcmp}
     */
    public static List<String> positionals(List<String> words) {
        var nowhere = new PrintStream(OutputStream.nullOutputStream(), false, UTF_8);
        var parsed = Main.commandLine(Terminal.of(nowhere, nowhere)).parseArgs(words.toArray(String[]::new));
        return parsed.subcommand().matchedPositionals().stream()
                .flatMap(positional -> positional.stringValues().stream())
                .toList();
    }

    private static void checkRun(ParseResult run) {
        if (run.hasMatchedOption("--resume")) {
            return; // what it measures stands in the run directory
        }
        List<String> none = List.of();
        run.matchedOptionValue("--gc", none).stream()
                .filter(name -> !name.equals("all"))
                .forEach(Collector::parse);
        run.matchedOptionValue("--headers", none).forEach(Layout::parseHeaders);
        run.matchedOptionValue("--compressed-oops", none).forEach(Layout::parseOops);
        var subject = new SubjectOptions();
        subject.workloads = run.matchedOptionValue("--workload", none);
        subject.parameters = run.matchedOptionValue("--param", Map.of());
        var command = run.matchedPositionalValue(0, none);
        if (subject.workloads.isEmpty() == command.isEmpty()) {
            throw new IllegalArgumentException("neither a workload nor a command, or both");
        }
        if (command.isEmpty()) {
            Subjects.of(subject, command);
        }
    }
}
