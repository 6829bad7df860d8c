package io.memcmp.render;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.stream.DoubleStream;

/**
 * Draws curves in characters. Every curve has a letter: a capital where something was measured, small ones on the straight way
 * between; an asterisk where several were measured at one place. So it can be read without colour, and copied.
 */
final class ChartDrawing {
    private static final int WIDTH = 78;
    private static final int ROWS = 15;
    private static final char SEVERAL = '*';
    private static final String LEGEND_GAP = "   ";

    private final Block.Chart chart;
    private final boolean unicode;
    private final int margin;
    private final int columns;
    private final char[][] grid;
    private final Scale across;
    private final Scale upward;
    private boolean several;

    /** Where a value stands, 0 to a last place. */
    private record Scale(boolean logarithmic, double low, double high, int last) {
        static Scale of(Block.Axis axis, DoubleStream values, int last) {
            var all = DoubleStream.concat(values, axis.ticks().stream().mapToDouble(Block.Tick::value))
                    .summaryStatistics();
            return new Scale(axis.logarithmic(), all.getMin(), all.getMax(), last);
        }

        int place(double value) {
            double length = measure(high) - measure(low);
            double share = length > 0 ? (measure(value) - measure(low)) / length : 0.5;
            return (int) Math.round(share * last);
        }

        private double measure(double value) {
            return logarithmic ? Math.log(value) : value;
        }
    }

    ChartDrawing(Block.Chart chart, boolean unicode) {
        this.chart = chart;
        this.unicode = unicode;
        this.margin = chart.y().ticks().stream()
                .mapToInt(tick -> text(tick.label()).length())
                .max()
                .orElse(0);
        this.columns = WIDTH - margin - 2;
        this.grid = new char[ROWS][columns];
        Arrays.stream(grid).forEach(row -> Arrays.fill(row, ' '));
        var points = chart.series().stream()
                .flatMap(series -> series.points().stream())
                .toList();
        this.across = Scale.of(chart.x(), points.stream().mapToDouble(Block.Point::x), columns - 1);
        this.upward = Scale.of(chart.y(), points.stream().mapToDouble(Block.Point::y), ROWS - 1);
    }

    List<String> lines() {
        for (int number = 0; number < chart.series().size(); number++) {
            ways(chart.series().get(number).points(), Character.toLowerCase(mark(number)));
        }
        for (int number = 0; number < chart.series().size(); number++) {
            measured(chart.series().get(number).points(), mark(number));
        }
        var lines = new ArrayList<String>();
        lines.add(text(chart.y().label()));
        for (int row = ROWS - 1; row >= 0; row--) {
            lines.add((" ".repeat(margin - label(row).length()) + label(row) + " " + edge(row) + new String(grid[row]))
                    .stripTrailing());
        }
        lines.add(" ".repeat(margin + 1) + (unicode ? "└" : "+") + (unicode ? "─" : "-").repeat(columns));
        lines.add(" ".repeat(margin + 2) + labels());
        lines.add(" ".repeat(margin + 2) + text(chart.x().label()));
        lines.addAll(legend());
        return lines;
    }

    private static char mark(int number) {
        return (char) ('A' + number % 26);
    }

    private char edge(int row) {
        return label(row).isEmpty() ? unicode ? '│' : '|' : unicode ? '┤' : '+';
    }

    private String label(int row) {
        return chart.y().ticks().stream()
                .filter(tick -> upward.place(tick.value()) == row)
                .map(tick -> text(tick.label()))
                .findFirst()
                .orElse("");
    }

    private void ways(List<Block.Point> points, char mark) {
        for (int i = 1; i < points.size(); i++) {
            int fromColumn = across.place(points.get(i - 1).x());
            int toColumn = across.place(points.get(i).x());
            int fromRow = upward.place(points.get(i - 1).y());
            int toRow = upward.place(points.get(i).y());
            int steps = Math.max(1, Math.max(Math.abs(toColumn - fromColumn), Math.abs(toRow - fromRow)));
            for (int step = 2; step < steps - 1; step += 2) {
                double share = (double) step / steps;
                int row = (int) Math.round(fromRow + share * (toRow - fromRow));
                int column = (int) Math.round(fromColumn + share * (toColumn - fromColumn));
                if (grid[row][column] == ' ') {
                    grid[row][column] = mark;
                }
            }
        }
    }

    private void measured(List<Block.Point> points, char mark) {
        for (var point : points) {
            int row = upward.place(point.y());
            int column = across.place(point.x());
            boolean taken = Character.isUpperCase(grid[row][column]) && grid[row][column] != mark;
            several |= taken || grid[row][column] == SEVERAL;
            grid[row][column] = taken || grid[row][column] == SEVERAL ? SEVERAL : mark;
        }
    }

    /** Labels of the ticks, each below its place; those for which there is no room are left out. */
    private String labels() {
        var line = new StringBuilder();
        for (var tick : chart.x().ticks()) {
            var label = text(tick.label());
            int start = Math.clamp(
                    across.place(tick.value()) - label.length() / 2, 0, Math.max(0, columns - label.length()));
            if (line.isEmpty() || start > line.length()) {
                line.repeat(' ', start - line.length()).append(label);
            }
        }
        return line.toString();
    }

    private List<String> legend() {
        var entries = new ArrayList<String>();
        for (int number = 0; number < chart.series().size(); number++) {
            entries.add(mark(number) + " " + text(chart.series().get(number).name()));
        }
        if (several) {
            entries.add(SEVERAL + " several");
        }
        var lines = new ArrayList<String>();
        var line = new StringBuilder();
        for (var entry : entries) {
            if (!line.isEmpty() && line.length() + LEGEND_GAP.length() + entry.length() > WIDTH) {
                lines.add(line.toString());
                line.setLength(0);
            }
            line.append(line.isEmpty() ? "" : LEGEND_GAP).append(entry);
        }
        lines.add(line.toString());
        return lines;
    }

    private String text(String label) {
        return unicode ? label : label.replace('µ', 'u').replace('–', '-').replace('·', '|');
    }
}
