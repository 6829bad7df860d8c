package io.memcmp.cli;

import java.util.Arrays;
import java.util.stream.Collectors;
import picocli.CommandLine;
import picocli.CommandLine.Help.Ansi;
import picocli.CommandLine.Model.CommandSpec;

/** The manual page in man's own language, from the same model as {@code --help}. */
final class ManualPage {
    private ManualPage() {}

    static String of(CommandSpec root) {
        var page = new StringBuilder();
        page.append(".TH MEMCMP 1 \"\" \"memcmp ").append(Version.text()).append("\" \"User Commands\"\n");
        page.append(".SH NAME\nmemcmp \\- measure what a garbage collector does to a program's memory\n");
        page.append(".SH SYNOPSIS\n.B memcmp\nCOMMAND [OPTIONS]\n");
        page.append(".SH DESCRIPTION\n").append(paragraph(root.usageMessage().description()));
        for (var command : root.subcommands().values()) {
            if (!command.getCommandSpec().usageMessage().hidden()) {
                command(command, page);
            }
        }
        page.append(".SH EXIT STATUS\n");
        for (var code : ExitCode.values()) {
            page.append(".TP\n.B ")
                    .append(code.number())
                    .append('\n')
                    .append(roff(code.meaning()))
                    .append('\n');
        }
        return page.append(".SH EXAMPLES\n.nf\n")
                .append(lines(root.usageMessage().footer()))
                .append(".fi\n")
                .toString();
    }

    private static void command(CommandLine command, StringBuilder page) {
        var spec = command.getCommandSpec();
        page.append(".SH \"")
                .append(spec.qualifiedName().toUpperCase(java.util.Locale.ROOT))
                .append("\"\n");
        page.append(paragraph(spec.usageMessage().description()));
        page.append(".PP\n.nf\n").append(roff(command.getHelp().synopsis(0))).append("\n.fi\n");
        for (var option : spec.options()) {
            if (!option.hidden()) {
                page.append(".TP\n.B ")
                        .append(roff(String.join(", ", option.names())))
                        .append(option.arity().max() > 0 ? " \\fI" + roff(option.paramLabel()) + "\\fR" : "")
                        .append('\n')
                        .append(paragraph(option.description()));
            }
        }
        if (spec.usageMessage().footer().length > 0) {
            page.append(".PP\nExamples:\n.PP\n.nf\n")
                    .append(lines(spec.usageMessage().footer()))
                    .append(".fi\n");
        }
    }

    private static String paragraph(String... lines) {
        return roff(plain(String.join(" ", lines))) + "\n";
    }

    private static String lines(String... lines) {
        return Arrays.stream(lines).map(line -> roff(plain(line)) + "\n").collect(Collectors.joining());
    }

    private static String plain(String text) {
        return Ansi.OFF.string(text.replace("%n", " "));
    }

    private static String roff(String text) {
        return text.replace("\\", "\\\\")
                .replace("-", "\\-")
                .lines()
                .map(line -> line.startsWith(".") || line.startsWith("'") ? "\\&" + line : line)
                .collect(Collectors.joining("\n"));
    }
}
