package io.memcmp.cli;

import io.memcmp.plan.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.Callable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Parameters;

/** {@code memcmp schema}. */
@Command(
        name = "schema",
        description = "Prints the JSON Schema of a report.",
        mixinStandardHelpOptions = true,
        versionProvider = Version.class,
        footerHeading = "%nExamples:%n",
        footer = {"  memcmp schema run", "  memcmp schema recording"})
final class SchemaCommand implements Callable<Integer> {
    static final List<String> REPORTS = List.of(
            "run", "plan", "aa", "recording", "minheap", "compare", "check", "heap", "layout", "list", "doctor");

    private final Terminal terminal;

    @Parameters(
            paramLabel = "REPORT",
            description = "run, plan, aa, recording, minheap, compare, check, heap, layout, list or doctor.")
    private String report = "";

    SchemaCommand(Terminal terminal) {
        this.terminal = terminal;
    }

    @Override
    public Integer call() throws IOException {
        if (!REPORTS.contains(report)) {
            throw UserError.unknown("report", report, REPORTS);
        }
        try (var schema = SchemaCommand.class.getResourceAsStream("schema/" + report + "-1.json")) {
            if (schema == null) {
                throw new IllegalStateException("no schema of " + report + " in this build");
            }
            terminal.out().print(new String(schema.readAllBytes(), StandardCharsets.UTF_8));
            return ExitCode.OK.number();
        }
    }
}
