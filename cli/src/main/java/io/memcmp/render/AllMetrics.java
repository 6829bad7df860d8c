package io.memcmp.render;

import io.memcmp.result.Metric;
import io.memcmp.result.Metrics;
import io.memcmp.result.Summary;
import io.memcmp.result.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;

/** Every metric, one to a line. */
final class AllMetrics {
    private AllMetrics() {}

    static Block of(Function<Metric, Summary> summary) {
        return new Block.Fields(Metrics.ALL.stream()
                .map(metric -> new Block.Field(metric.id(), text(summary.apply(metric), metric.unit())))
                .toList());
    }

    /** The same; metrics that are absent for one reason share a line, which a reason's letter makes shorter. */
    static List<Block> byReason(Function<Metric, Summary> summary, Map<String, String> footnotes) {
        var present = new ArrayList<Block.Field>();
        var absent = new LinkedHashMap<String, List<String>>();
        for (var metric : Metrics.ALL) {
            switch (summary.apply(metric)) {
                case Summary.Absent(var reason) ->
                    absent.computeIfAbsent(reason, _ -> new ArrayList<>()).add(metric.id());
                case Summary.Of figure -> present.add(new Block.Field(metric.id(), text(figure, metric.unit())));
            }
        }
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Fields(present));
        absent.forEach((reason, ids) -> blocks.add(new Block.Note(line(reason, String.join(", ", ids), footnotes))));
        return blocks;
    }

    private static String line(String reason, String ids, Map<String, String> footnotes) {
        if (reason.equals(Brief.NEEDED)) {
            return reason + ": " + ids;
        }
        var letter = footnotes.get(reason);
        return "no " + ids + ": " + (letter == null ? reason : "see " + letter);
    }

    private static String text(Summary summary, Unit unit) {
        return switch (summary) {
            case Summary.Of(var sample) when sample.size() == 1 -> Quantities.text(sample.median(), unit);
            case Summary.Of(var sample) ->
                (Spread.of(sample) instanceof Spread.Known ? "%s [%s]" : "%s (%s)")
                        .formatted(
                                Quantities.text(sample.median(), unit),
                                Spread.of(sample).text(sample.median(), unit));
            case Summary.Absent(var reason) -> "– (" + reason + ")";
        };
    }
}
