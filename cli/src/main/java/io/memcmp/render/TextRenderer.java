package io.memcmp.render;

import io.memcmp.result.Report;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;

/** Draws pages for a terminal. */
final class TextRenderer implements Renderer {
    private static final int WIDTH = 80;
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

    /** Headings open a paragraph, tables and lists close one. */
    private static boolean standsApart(Block previous, Block block) {
        return block instanceof Block.Heading || previous instanceof Block.Table || previous instanceof Block.Fields;
    }

    private void draw(Block block, StringBuilder text) {
        switch (block) {
            case Block.Heading(var title) -> text.append(bold(Safe.text(title))).append('\n');
            case Block.Note(var sentence) ->
                wrapped(Safe.text(sentence)).forEach(line -> text.append(line).append('\n'));
            case Block.Fields(var fields) -> fields(fields, text);
            case Block.Table table -> table(table, text);
        }
    }

    private static void fields(List<Block.Field> fields, StringBuilder text) {
        int width =
                fields.stream().mapToInt(field -> field.name().length()).max().orElse(0);
        for (var field : fields) {
            text.append(GAP)
                    .append(padded(field.name(), width, false))
                    .append(GAP)
                    .append(Safe.text(field.value()))
                    .append('\n');
        }
    }

    private void table(Block.Table table, StringBuilder text) {
        boolean figures = table.kind() == Block.Kind.FIGURES;
        var widths = new int[table.columns().size()];
        var lines = new ArrayList<List<String>>();
        lines.add(table.columns());
        table.rows().forEach(row -> lines.add(row.stream().map(Safe::text).toList()));
        for (var line : lines) {
            for (int column = 0; column < widths.length; column++) {
                widths[column] = Math.max(widths[column], length(line.get(column)));
            }
        }
        for (int number = 0; number < lines.size(); number++) {
            var drawn = new StringBuilder();
            for (int column = 0; column < widths.length; column++) {
                drawn.append(column == 0 ? "" : GAP)
                        .append(padded(lines.get(number).get(column), widths[column], figures && column > 0));
            }
            var line = drawn.toString().stripTrailing();
            text.append(number == 0 ? dim(line) : line).append('\n');
        }
    }

    private static List<String> wrapped(String sentence) {
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var word : sentence.split(" ", -1)) {
            if (!line.isEmpty() && line.length() + 1 + word.length() > WIDTH) {
                lines.add(line.toString());
                line = new StringBuilder(GAP);
                line.append(word);
            } else {
                line.append(line.isEmpty() ? "" : " ").append(word);
            }
        }
        lines.add(line.toString());
        return lines;
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
                .replaceAll("[^\\x00-\\x7f]", "?");
    }
}
