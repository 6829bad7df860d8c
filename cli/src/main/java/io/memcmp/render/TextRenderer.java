package io.memcmp.render;

import io.memcmp.result.Report;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Draws pages for a terminal. */
final class TextRenderer implements Renderer {
    private static final int WIDTH = 80;
    /** A column narrower than this is not worth breaking lines for. */
    private static final int NARROWEST = 24;
    /** With less room for names before figures, lines are longer than the page. */
    private static final int SHORTEST_NAME = 12;

    private static final String GAP = "  ";

    private final Look look;

    TextRenderer(Look look) {
        this.look = look;
    }

    @Override
    public void render(Report report, Appendable out) throws IOException {
        var text = new StringBuilder();
        Block previous = new Block.Note("");
        for (var block : Pages.of(report, look.details())) {
            if (!text.isEmpty() && standsApart(previous, block)) {
                text.append('\n');
            }
            draw(block, text);
            previous = block;
        }
        out.append(look.unicode() ? text : ascii(text.toString()));
    }

    /** Headings and charts open a paragraph, charts, tables and lists close one. */
    private static boolean standsApart(Block previous, Block block) {
        return block instanceof Block.Heading
                || block instanceof Block.Chart
                || previous instanceof Block.Chart
                || previous instanceof Block.Table
                || previous instanceof Block.Fields;
    }

    private void draw(Block block, StringBuilder text) {
        switch (block) {
            case Block.Heading(var title) -> text.append(bold(Safe.text(title))).append('\n');
            case Block.Note(var sentence) ->
                wrapped(Safe.text(sentence)).forEach(line -> text.append(line).append('\n'));
            case Block.Fields(var fields) -> fields(fields, text);
            case Block.Table table -> table(table, text);
            case Block.Chart chart -> chart(chart, text);
        }
    }

    private void chart(Block.Chart chart, StringBuilder text) {
        wrapped(Safe.text(chart.title())).forEach(line -> text.append(line).append('\n'));
        new ChartDrawing(chart, look.unicode())
                .lines()
                .forEach(line -> text.append(Safe.text(line)).append('\n'));
    }

    private static void fields(List<Block.Field> fields, StringBuilder text) {
        int width = fields.stream()
                .mapToInt(field -> length(Safe.text(field.name())))
                .max()
                .orElse(0);
        for (var field : fields) {
            text.append(hanging(GAP + padded(Safe.text(field.name()), width, false) + GAP, Safe.text(field.value())))
                    .append('\n');
        }
    }

    private void table(Block.Table table, StringBuilder text) {
        boolean figures = table.kind() == Block.Kind.FIGURES;
        var widths = new int[table.columns().size()];
        var lines = new ArrayList<List<String>>();
        lines.add(table.columns());
        table.rows().forEach(row -> lines.add(row.stream().map(Safe::text).toList()));
        for (int column = widths.length - 1; column >= 0; column--) {
            int limit = figures && column == 0 ? room(widths) : Integer.MAX_VALUE;
            widths[column] = widest(lines, column, limit);
        }
        for (int number = 0; number < lines.size(); number++) {
            var line = figures ? row(lines.get(number), widths) : sentence(lines.get(number), widths);
            text.append(number == 0 ? dim(line) : line).append('\n');
        }
    }

    /** What the figures leave of a line for the name before them. */
    private static int room(int[] widths) {
        int left = WIDTH;
        for (int column = 1; column < widths.length; column++) {
            left -= GAP.length() + widths[column];
        }
        return left < SHORTEST_NAME ? Integer.MAX_VALUE : left;
    }

    private static int widest(List<List<String>> lines, int column, int limit) {
        return lines.stream()
                .mapToInt(line -> length(line.get(column)))
                .filter(length -> length <= limit)
                .max()
                .orElse(0);
    }

    /** A name for which there is no room has a line of its own. */
    private static String row(List<String> cells, int[] widths) {
        var name = cells.getFirst();
        var drawn = length(name) > widths[0]
                ? new StringBuilder(hanging("", name, GAP)).append('\n').append(" ".repeat(widths[0]))
                : new StringBuilder(padded(name, widths[0], false));
        for (int column = 1; column < widths.length; column++) {
            drawn.append(GAP).append(padded(cells.get(column), widths[column], true));
        }
        return drawn.toString().stripTrailing();
    }

    /** The last column of a table of words is a sentence: it is broken where the page ends. */
    private static String sentence(List<String> cells, int[] widths) {
        var drawn = new StringBuilder();
        for (int column = 0; column < widths.length - 1; column++) {
            drawn.append(padded(cells.get(column), widths[column], false)).append(GAP);
        }
        return hanging(drawn.toString(), cells.getLast()).stripTrailing();
    }

    private static List<String> wrapped(String sentence) {
        return hanging("", sentence, GAP).lines().toList();
    }

    private static String hanging(String start, String sentence) {
        return hanging(start, sentence, " ".repeat(length(start)));
    }

    private static String hanging(String start, String sentence, String indent) {
        var text = new StringBuilder(start);
        int column = length(start);
        int lineStart = column;
        for (var word : sentence.split(" (?!%)", -1)) {
            boolean first = column == lineStart;
            if (!first && column + 1 + length(word) > WIDTH && length(indent) <= WIDTH - NARROWEST) {
                text.append('\n').append(indent).append(word);
                lineStart = length(indent);
                column = lineStart + length(word);
            } else {
                text.append(first ? "" : " ").append(word);
                column += length(word) + (first ? 0 : 1);
            }
        }
        return text.toString();
    }

    private static String padded(String text, int width, boolean right) {
        var blanks = " ".repeat(Math.max(0, width - length(text)));
        return right ? blanks + text : text + blanks;
    }

    private static int length(String text) {
        return text.codePointCount(0, text.length());
    }

    private String bold(String text) {
        return look.colour() ? "\u001b[1m" + text + "\u001b[0m" : text;
    }

    private String dim(String text) {
        return look.colour() ? "\u001b[2m" + text + "\u001b[0m" : text;
    }

    private static String ascii(String text) {
        return text.replace("–", "-")
                .replace("µ", "u")
                .replace("·", "|")
                .replace("×", "x")
                .replace("−", "-")
                .replace("±", "+-")
                .replace("∞", "inf")
                .replace("≥", ">=")
                .replace("→", "->")
                .replace("…", "...")
                .replaceAll("[^\\x00-\\x7f]", "?");
    }
}
