package io.memcmp.render;

import io.memcmp.analysis.Observed;
import io.memcmp.result.CellResult;
import io.memcmp.result.Judgement;
import io.memcmp.result.Metric;
import io.memcmp.result.Report;
import io.memcmp.result.Summary;
import io.memcmp.stats.Comparison;
import io.memcmp.stats.Effect;
import io.memcmp.stats.Interval;
import io.memcmp.stats.Verdict;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/**
 * What a line of CSV says of a comparison: the interval of the cell's own median, its reference, how far it lies from it with the
 * simultaneous interval, and the verdict. A field is empty where there is no such figure.
 */
final class ComparisonColumns {
    static final List<String> NONE = Collections.nCopies(10, "");

    private record Place(String cell, Metric metric) {}

    private final Report.Run run;
    private final Map<Place, Judgement> judgements = new HashMap<>();
    private final Map<String, String> alone = new HashMap<>();

    ComparisonColumns(Report.Run run) {
        this.run = run;
        run.findings()
                .judgements()
                .forEach(judgement ->
                        judgements.put(new Place(run.cell(judgement.cell()).id(), judgement.metric()), judgement));
        run.findings().alone().forEach(without -> alone.put(without.cell().id(), without.reason()));
    }

    List<String> of(CellResult cell, Metric metric) {
        var columns = new ArrayList<>(interval(cell.summary(metric)));
        var id = cell.cell().id();
        var judgement = judgements.get(new Place(id, metric));
        if (judgement == null) {
            columns.addAll(List.of("", "", "", "", "", "", "", alone.getOrDefault(id, "")));
            return columns;
        }
        columns.add(run.cell(judgement.reference()).id());
        columns.addAll(
                switch (judgement.comparison()) {
                    case Observed.Present<Comparison>(var comparison) ->
                        compared(comparison, judgement.judged().isPresent());
                    case Observed.Missing<Comparison>(var reason) -> List.of("", "", "", "", "", "", reason);
                });
        return columns;
    }

    private static List<String> interval(Summary summary) {
        return summary instanceof Summary.Of(var sample) ? ends(sample.interval(Spread.CONFIDENCE)) : List.of("", "");
    }

    private static List<String> ends(Interval interval) {
        return interval.bounded()
                ? List.of(CsvRenderer.number(interval.low()), CsvRenderer.number(interval.high()))
                : List.of("", "");
    }

    /** {@return which effect, how far with the ends of its simultaneous interval, adjusted p, verdict} */
    static List<String> compared(Comparison comparison) {
        return compared(comparison, true).subList(0, 6);
    }

    private static List<String> compared(Comparison comparison, boolean judged) {
        var columns = new ArrayList<String>();
        switch (comparison.effect()) {
            case Effect.Ratio(double estimate, var _, var all) -> {
                columns.addAll(List.of("ratio", CsvRenderer.number(estimate)));
                columns.addAll(ends(all));
            }
            case Effect.Difference(double estimate, var _, var all) -> {
                columns.addAll(List.of("difference", CsvRenderer.number(estimate)));
                columns.addAll(ends(all));
            }
            case Effect.Exact(double value, double reference) -> {
                var difference = CsvRenderer.number(value - reference);
                columns.addAll(List.of("exact difference", difference, difference, difference));
            }
        }
        columns.add(judged ? CsvRenderer.number(comparison.adjustedP()) : "");
        columns.add(judged ? verdict(comparison.verdict()) : "");
        columns.add("");
        return columns;
    }

    private static String verdict(Verdict verdict) {
        return switch (verdict) {
            case Verdict.Differs(var direction, var extent) ->
                (direction.name() + " " + extent.name())
                        .toLowerCase(Locale.ROOT)
                        .replace('_', ' ');
            case Verdict.Equivalent _ -> "equivalent";
            case Verdict.NotShown _ -> "not shown";
            case Verdict.TooFew(int needed) -> "too few, needs " + needed;
        };
    }
}
