package io.memcmp.cli;

import io.memcmp.plan.UserError;
import io.memcmp.render.Destination;
import io.memcmp.render.Look;
import io.memcmp.render.OutputFormat;
import io.memcmp.result.Report;
import io.memcmp.result.ReportJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Option;

/** Where the report goes and what it looks like; the same options for every command that reports. */
final class OutputOptions {
    @Option(
            names = "--format",
            paramLabel = "FORMAT",
            description = "text, markdown, csv or json; of a check also junit or github (default: text).",
            converter = Converters.Format.class)
    private OutputFormat format = OutputFormat.TEXT;

    @Option(
            names = {"-o", "--output"},
            paramLabel = "FILE",
            description = "Write the report to FILE instead of standard output.")
    private @Nullable Path output;

    @Option(
            names = "--json",
            paramLabel = "FILE",
            description = "Write the report as JSON to FILE too; - is standard output, which then holds nothing else.")
    private @Nullable String json;

    @Option(
            names = {"-f", "--force"},
            description = "Replace files and run directories that exist.")
    private boolean force;

    @Option(
            names = {"-v", "--verbose"},
            description = "Show every metric and every list.")
    private boolean verbose;

    @Option(
            names = "--color",
            paramLabel = "WHEN",
            description = "auto, always or never (default: auto; NO_COLOR is honoured).",
            converter = Converters.Colour.class)
    private Terminal.ColourWish colour = Terminal.ColourWish.AUTO;

    boolean force() {
        return force;
    }

    /** Whether a report of any kind goes to standard output. */
    boolean toStandardOutput() {
        return output == null || "-".equals(json);
    }

    /** Whether a report of any kind goes to that file. */
    boolean goesTo(Path file) {
        return (output != null && Destination.same(output, file))
                || (json != null && Destination.same(Path.of(json), file));
    }

    /** Refuses to write where something is to be read. */
    void keepOff(List<Path> inputs) {
        keepOff(inputs, "recording");
    }

    /** The same, saying what it is that is read. */
    void keepOff(List<Path> inputs, String what) {
        if (output != null) {
            Destination.keepOff(output, inputs, what);
        }
        if (json != null && !"-".equals(json)) {
            Destination.keepOff(Path.of(json), inputs, what);
        }
    }

    /** Claims every file now; the report comes later. */
    Delivery open(Terminal terminal) {
        return open(terminal, "");
    }

    /** The same; should a file turn out to be too small a place, its reader hears what is kept elsewhere. */
    Delivery open(Terminal terminal, String kept) {
        if (format.ofChecksAlone()) {
            throw new UserError(
                    "--format " + format.id() + " holds the result of a check",
                    "write the report with --json FILE, then: memcmp check FILE --format " + format.id()
                            + " --max METRIC=AMOUNT");
        }
        return claim(terminal, kept);
    }

    /** The same for a check, which has formats of its own. */
    Delivery openForCheck(Terminal terminal) {
        return claim(terminal, "");
    }

    /** {@return whether the reader is a GitHub workflow, which shows a summary too} */
    boolean forGithub() {
        return format == OutputFormat.GITHUB;
    }

    private Delivery claim(Terminal terminal, String kept) {
        boolean jsonToOut = "-".equals(json);
        if (jsonToOut && output == null && format != OutputFormat.TEXT && format != OutputFormat.JSON) {
            throw new UserError(
                    "--json - and --format " + format.id() + " both want standard output",
                    "give one of them a file: --json FILE or --output FILE");
        }
        if (output != null && json != null && !jsonToOut && Destination.same(output, Path.of(json))) {
            throw new UserError("--output and --json name the same file: " + json, "give each a file of its own");
        }
        var reportFile = Optional.ofNullable(output).map(file -> Destination.claim(file, force, kept));
        try {
            var jsonFile = Optional.ofNullable(json)
                    .filter(_ -> !jsonToOut)
                    .map(file -> Destination.claim(Path.of(file), force, kept));
            var look = reportFile.isPresent()
                    ? new Look(colour == Terminal.ColourWish.ALWAYS, true, verbose)
                    : terminal.look(colour, verbose);
            return new Delivery(terminal, format, look, reportFile, jsonFile, jsonToOut);
        } catch (UserError refused) {
            reportFile.ifPresent(Destination::close);
            throw refused;
        }
    }

    /** A report's ways out, all of them open. */
    record Delivery(
            Terminal terminal,
            OutputFormat format,
            Look look,
            Optional<Destination> reportFile,
            Optional<Destination> jsonFile,
            boolean jsonToOut)
            implements AutoCloseable {

        void deliver(Report report) {
            jsonFile.ifPresent(file -> file.write(ReportJson.document(report)));
            reportFile.ifPresent(file -> file.write(rendered(report)));
            if (jsonToOut) {
                terminal.print(ReportJson.document(report));
            } else if (reportFile.isEmpty()) {
                terminal.print(rendered(report));
            }
        }

        private String rendered(Report report) {
            var text = new StringBuilder();
            try {
                format.renderer(look).render(report, text);
            } catch (IOException impossible) {
                throw new UncheckedIOException(impossible); // a StringBuilder does not fail
            }
            return text.toString();
        }

        @Override
        public void close() {
            reportFile.ifPresent(Destination::close);
            jsonFile.ifPresent(Destination::close);
        }
    }
}
