package io.memcmp.render;

import io.memcmp.analysis.Observed;
import io.memcmp.result.ComparedCell;
import io.memcmp.result.ComparedTable.ComparedRow;
import io.memcmp.result.Judgement;
import io.memcmp.result.Judgements;
import io.memcmp.result.PivotAxis;
import io.memcmp.result.Point;
import io.memcmp.result.Report;
import io.memcmp.result.Summary;
import io.memcmp.stats.Comparison;
import io.memcmp.stats.Effect;
import io.memcmp.stats.Interval;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** A comparison for a spreadsheet: one line for each metric of each cell, in base units. */
final class CompareRows {
    private static final List<String> HEADER = List.of(
            "column",
            "file",
            "subject",
            "collector",
            "jdk",
            "heap",
            "layout",
            "metric",
            "unit",
            "n",
            "median",
            "low",
            "high",
            "absent",
            "effect",
            "estimate",
            "simultaneous_low",
            "simultaneous_high",
            "adjusted_p",
            "verdict",
            "no_comparison");
    private static final int OF_COMPARISON = 7;

    private CompareRows() {}

    static List<List<String>> of(Report.Compared compared) {
        var rows = new ArrayList<List<String>>();
        rows.add(HEADER);
        for (var table : compared.tables()) {
            for (var row : table.rows()) {
                for (int column = 0; column < row.cells().size(); column++) {
                    var name = compared.columns().get(column);
                    row.cells()
                            .get(column)
                            .ifPresent(cell -> rows.add(
                                    row(row, name, cell, compared.request().margin())));
                }
            }
        }
        return rows;
    }

    private static List<String> row(ComparedRow row, String column, ComparedCell cell, double margin) {
        var line = new ArrayList<String>();
        line.add(column);
        line.addAll(identity(cell.point()));
        line.add(row.metric().id());
        line.add(row.metric().unit().symbol());
        line.addAll(figure(cell.point().cell().figures().summary(row.metric())));
        line.addAll(comparison(cell.judgement(), margin));
        return line;
    }

    static List<String> identity(Point point) {
        return Stream.of(PivotAxis.values())
                .filter(axis -> axis != PivotAxis.METRIC)
                .map(axis -> point.values().getOrDefault(axis, ""))
                .toList();
    }

    static List<String> figure(Summary summary) {
        return switch (summary) {
            case Summary.Of(var sample) -> {
                var interval = sample.interval(1 - Judgements.ALPHA);
                yield List.of(
                        Integer.toString(sample.size()),
                        CsvRenderer.number(sample.median()),
                        number(interval.low()),
                        number(interval.high()),
                        "");
            }
            case Summary.Absent(var reason) -> List.of("", "", "", "", reason);
        };
    }

    private static List<String> comparison(Optional<Judgement> judgement, double margin) {
        if (judgement.isEmpty()) {
            return Collections.nCopies(OF_COMPARISON, "");
        }
        var judged = judgement.get();
        return switch (judged.comparison()) {
            case Observed.Missing<Comparison>(var reason) -> List.of("", "", "", "", "", "", reason);
            case Observed.Present<Comparison>(var comparison) -> {
                var line = new ArrayList<>(effect(comparison.effect()));
                boolean verdict = judged.judged().isPresent();
                line.add(verdict ? number(comparison.adjustedP()) : "");
                line.add(verdict ? VerdictWords.of(judged.metric(), comparison, margin) : "");
                line.add("");
                yield line;
            }
        };
    }

    private static List<String> effect(Effect effect) {
        return switch (effect) {
            case Effect.Ratio(double estimate, var _, var all) -> effect("ratio", estimate, all);
            case Effect.Difference(double estimate, var _, var all) -> effect("difference", estimate, all);
            case Effect.Exact(double value, double reference) ->
                List.of("exact", CsvRenderer.number(value - reference), "", "");
        };
    }

    private static List<String> effect(String kind, double estimate, Interval interval) {
        return List.of(kind, CsvRenderer.number(estimate), number(interval.low()), number(interval.high()));
    }

    private static String number(double figure) {
        return Double.isFinite(figure) ? CsvRenderer.number(figure) : "";
    }
}
