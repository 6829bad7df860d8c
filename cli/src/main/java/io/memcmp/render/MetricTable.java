package io.memcmp.render;

import io.memcmp.result.Metric;
import io.memcmp.result.Metrics;
import io.memcmp.result.Summary;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** The main figures, a line for each row; where one is absent stands a letter, and below the table what it stands for. */
final class MetricTable {
    private final Map<String, Metric> columns = new LinkedHashMap<>();
    private final List<List<String>> lines = new ArrayList<>();
    /** Reasons of absent figures and the letters that stand for them in the table. */
    private final Map<String, String> footnotes = new LinkedHashMap<>();

    /** A table whose first figure is that span of time. */
    MetricTable(Metric time) {
        columns.put(time.id(), time);
        columns.put("pause max", Metrics.PAUSE_MAX);
        columns.put("stopped", Metrics.STOP_SUM);
        columns.put("GC CPU", Metrics.GC_CPU_SHARE);
        columns.put("live set", Metrics.LIVE_SET);
        columns.put("RSS", Metrics.PEAK_RESIDENT);
    }

    /** What the lines below have in common. */
    void header(String group) {
        var line = new ArrayList<>(Collections.nCopies(1 + columns.size(), ""));
        line.set(0, group);
        lines.add(line);
    }

    void medians(Row row) {
        var line = new ArrayList<String>();
        line.add(row.name());
        columns.values()
                .forEach(metric -> line.add(
                        switch (row.summary().apply(metric)) {
                            case Summary.Of(var sample) -> Quantities.text(sample.median(), metric.unit());
                            case Summary.Absent(var reason) -> "– " + footnote(reason);
                        }));
        lines.add(line);
    }

    /** The median's interval where there are enough trials for one, and the range where there are not. */
    void scatter(Row row, boolean intervals) {
        boolean range = columns.values().stream()
                .map(row.summary())
                .anyMatch(summary ->
                        summary instanceof Summary.Of(var sample) && Spread.of(sample) instanceof Spread.Range);
        var line = new ArrayList<String>();
        line.add(intervals && range ? "  range" : "");
        columns.values()
                .forEach(metric -> line.add(
                        switch (row.summary().apply(metric)) {
                            case Summary.Of(var sample) -> Spread.of(sample).text(sample.median(), metric.unit());
                            case Summary.Absent _ -> "";
                        }));
        if (line.stream().anyMatch(cell -> !cell.isEmpty())) {
            lines.add(line);
        }
    }

    List<Block> blocks() {
        if (lines.isEmpty()) {
            return List.of();
        }
        var header = new ArrayList<String>();
        header.add("");
        header.addAll(columns.keySet());
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Table(header, lines, Block.Kind.FIGURES));
        footnotes.forEach((reason, letter) -> blocks.add(new Block.Note(letter + ": " + reason)));
        return blocks;
    }

    /** {@return which letter stands for which reason} */
    Map<String, String> footnotes() {
        return Map.copyOf(footnotes);
    }

    private String footnote(String reason) {
        return footnotes.computeIfAbsent(reason, _ -> letters(footnotes.size()));
    }

    /** a to z, then aa, ab and on. */
    private static String letters(int number) {
        var last = String.valueOf((char) ('a' + number % 26));
        return number < 26 ? last : letters(number / 26 - 1) + last;
    }
}
