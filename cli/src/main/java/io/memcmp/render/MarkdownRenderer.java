package io.memcmp.render;

import io.memcmp.result.Report;
import java.io.IOException;
import java.util.List;
import java.util.stream.Collectors;

/** Draws pages as GitHub's Markdown. */
final class MarkdownRenderer implements Renderer {
    private final boolean details;

    MarkdownRenderer(boolean details) {
        this.details = details;
    }

    @Override
    public void render(Report report, Appendable out) throws IOException {
        for (var block : Pages.of(report, details)) {
            out.append(draw(block)).append('\n');
        }
    }

    private static String draw(Block block) {
        return switch (block) {
            case Block.Heading(var title) -> "## " + Safe.markdown(title) + "\n";
            case Block.Note(var sentence) -> Safe.markdown(sentence) + "\n";
            case Block.Fields(var fields) ->
                fields.stream()
                        .map(field -> "- " + Safe.markdown(field.name()) + ": " + Safe.markdown(field.value()) + "\n")
                        .collect(Collectors.joining());
            case Block.Table table -> table(table);
            case Block.Chart chart -> chart(chart);
            case Block.Strip(var lines) -> "```text\n" + fenced(lines) + "```\n";
        };
    }

    /** In a fence nothing is escaped, and nothing needs to be but what would end it. */
    private static String chart(Block.Chart chart) {
        return Safe.markdown(chart.title()) + "\n\n```text\n" + fenced(new ChartDrawing(chart, true).lines()) + "```\n";
    }

    private static String fenced(List<String> lines) {
        return lines.stream()
                .map(Safe::text)
                .map(line -> line.replace("```", "'''") + "\n")
                .collect(Collectors.joining());
    }

    private static String table(Block.Table table) {
        var rule = new StringBuilder("|---|");
        rule.repeat(
                table.kind() == Block.Kind.FIGURES ? "---:|" : "---|",
                table.columns().size() - 1);
        var text = new StringBuilder(row(table.columns())).append(rule).append('\n');
        table.rows().forEach(row -> text.append(row(row)));
        return text.toString();
    }

    private static String row(List<String> cells) {
        return cells.stream().map(Safe::markdown).collect(Collectors.joining(" | ", "| ", " |\n"));
    }
}
