package io.memcmp.render;

import io.memcmp.analysis.Observed;
import io.memcmp.result.ComparedCell;
import io.memcmp.result.ComparedTable;
import io.memcmp.result.ComparedTable.ComparedRow;
import io.memcmp.result.Judgement;
import io.memcmp.result.Judgements;
import io.memcmp.result.Metric;
import io.memcmp.result.Metrics;
import io.memcmp.result.PivotAxis;
import io.memcmp.result.ReadReport;
import io.memcmp.result.Report;
import io.memcmp.result.Summary;
import io.memcmp.result.Unit;
import io.memcmp.stats.Comparison;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** Reports side by side: for each metric a table, for each cell its median in every column, the ratio and the verdict. */
final class ComparePage {
    /** A column's name that is longer becomes a letter, or there would be no room for the verdict. */
    private static final int LONGEST = 14;

    private final Report.Compared compared;
    private final List<String> names;
    private final Map<String, String> footnotes = new LinkedHashMap<>();

    private ComparePage(Report.Compared compared) {
        this.compared = compared;
        boolean letters =
                compared.columns().stream().anyMatch(column -> Safe.text(column).length() > LONGEST);
        this.names = letters ? compared.columns().stream().map(this::letter).toList() : compared.columns();
    }

    static List<Block> of(Report.Compared compared) {
        return new ComparePage(compared).blocks();
    }

    private List<Block> blocks() {
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Heading(title()));
        blocks.add(new Block.Fields(
                compared.reports().stream().map(this::described).toList()));
        for (var warning : compared.warnings()) {
            blocks.add(new Block.Note("note: " + warning));
        }
        for (int column = 1; column < names.size(); column++) {
            for (var table : compared.tables()) {
                table(table, column, blocks);
            }
        }
        footnotes.forEach((reason, letter) -> blocks.add(new Block.Note(letter + ": " + reason)));
        if (!compared.unmatched().isEmpty()) {
            blocks.add(new Block.Heading("Without an opposite"));
            compared.unmatched().forEach(text -> blocks.add(new Block.Note(text)));
        }
        blocks.add(new Block.Note(legend()));
        return List.copyOf(blocks);
    }

    private String letter(String column) {
        int number = compared.columns().indexOf(column);
        return number < 26 ? String.valueOf((char) ('A' + number)) : "A" + number;
    }

    private String title() {
        var common = compared.common().entrySet().stream()
                .map(axis -> switch (axis.getKey()) {
                    case JDK -> "JDK " + axis.getValue();
                    case HEAP -> axis.getValue().equals("default") ? "" : axis.getValue() + " heap";
                    case LAYOUT -> axis.getValue().equals("default") ? "" : axis.getValue();
                    case FILE, SUBJECT, COLLECTOR, METRIC -> axis.getValue();
                })
                .filter(text -> !text.isEmpty())
                .collect(Collectors.joining(" · "));
        var others = String.join(
                ", ", compared.columns().subList(1, compared.columns().size()));
        return others + " against " + compared.columns().getFirst() + (common.isEmpty() ? "" : " · " + common);
    }

    private Block.Field described(ReadReport report) {
        var kind = switch (report.kind()) {
            case RUN -> "a run in " + report.blocks() + (report.blocks() == 1 ? " block" : " blocks");
            case JOURNAL -> "the journal of a run without report";
            case RECORDINGS -> "recordings";
        };
        var created = report.created().isEmpty() ? "" : " of " + report.created();
        var tool = report.tool().isEmpty() ? "" : ", memcmp " + report.tool();
        var name = report.name().equals(report.label()) ? "" : report.name() + ": ";
        return new Block.Field(columnOf(report) + report.label(), name + kind + created + tool);
    }

    /** Where reports are columns, and those have letters. */
    private String columnOf(ReadReport report) {
        int column = compared.columns().indexOf(report.label());
        return column < 0 || names.get(column).equals(report.label()) ? "" : names.get(column) + " = ";
    }

    private void table(ComparedTable table, int column, List<Block> blocks) {
        var rows = table.rows().stream()
                .filter(row -> row.cells().getFirst().isPresent()
                        || row.cells().get(column).isPresent())
                .map(row -> row(row, column))
                .toList();
        if (rows.isEmpty()) {
            return;
        }
        blocks.add(new Block.Heading(heading(table)));
        blocks.add(new Block.Table(
                List.of("", names.getFirst(), names.get(column), names.get(column) + " / " + names.getFirst()),
                rows,
                Block.Kind.WORDS));
    }

    private String heading(ComparedTable table) {
        var parts = new ArrayList<String>();
        table.axes().forEach((axis, value) -> {
            if (axis == PivotAxis.METRIC) {
                parts.addFirst(value + " · " + Metrics.parse(value).summary());
            } else if (!compared.common().containsKey(axis) && axis != PivotAxis.FILE || several(axis)) {
                parts.add(axis == PivotAxis.JDK ? "JDK " + value : value);
            }
        });
        return parts.isEmpty() ? "Figures" : String.join(" · ", parts);
    }

    private boolean several(PivotAxis axis) {
        return axis == PivotAxis.FILE && compared.reports().size() > 1;
    }

    private List<String> row(ComparedRow row, int column) {
        var name = row.axes().entrySet().stream()
                .filter(axis -> axis.getKey() == PivotAxis.FILE
                        ? several(PivotAxis.FILE)
                        : !compared.common().containsKey(axis.getKey()))
                .map(Map.Entry::getValue)
                .collect(Collectors.joining(" "));
        return List.of(
                name,
                figure(row.cells().getFirst(), row.metric()),
                figure(row.cells().get(column), row.metric()),
                verdict(row.cells().get(column), row.cells().getFirst().isPresent(), row.metric()));
    }

    private String figure(Optional<ComparedCell> cell, Metric metric) {
        return cell.map(present -> switch (present.point().cell().figures().summary(metric)) {
                    case Summary.Of(var sample) ->
                        Quantities.text(sample.median(), metric.unit())
                                + " ±"
                                + half(sample.median(), sample.interval(1 - Judgements.ALPHA), metric.unit());
                    case Summary.Absent(var reason) -> "– " + footnote(reason);
                })
                .orElse("–");
    }

    /** The farther end of the interval, as a share of the median. */
    static String half(double median, io.memcmp.stats.Interval interval, Unit unit) {
        if (!interval.bounded()) {
            return "∞";
        }
        double half = Math.max(interval.high() - median, median - interval.low());
        if (unit == Unit.COUNT || median <= 0) {
            return Quantities.text(half, unit);
        }
        double percent = half / median * 100;
        return half == 0 ? "0 %" : (percent < 9.95 ? Quantities.tenths(percent) : Math.round(percent)) + " %";
    }

    private String verdict(Optional<ComparedCell> cell, boolean opposed, Metric metric) {
        if (cell.isEmpty() || !opposed) {
            return "no opposite";
        }
        return cell.get()
                .judgement()
                .map(judgement -> verdict(judgement, metric))
                .orElse("");
    }

    private String verdict(Judgement judgement, Metric metric) {
        return switch (judgement.comparison()) {
            case Observed.Missing<Comparison>(var reason) -> "– " + footnote(reason);
            case Observed.Present<Comparison>(var comparison) ->
                judgement.judged().isPresent()
                        ? Ratios.simultaneous(comparison.effect(), metric.unit()) + ": "
                                + VerdictWords.of(
                                        metric, comparison, compared.request().margin())
                        : Ratios.single(comparison.effect(), metric.unit()) + " exploratory, no verdict";
        };
    }

    private String footnote(String reason) {
        return footnotes.computeIfAbsent(
                reason,
                _ -> footnotes.size() < 26 ? String.valueOf((char) ('a' + footnotes.size())) : "a" + footnotes.size());
    }

    private String legend() {
        return "median ± the farther end of its 95 % interval (∞: fewer than 6 trials); ratio [simultaneous 95 % interval of"
                + " all verdicts of its class]; differences within %s are negligible"
                        .formatted(VerdictWords.percent(compared.request().margin()));
    }
}
