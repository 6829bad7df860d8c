package io.memcmp.render;

import io.memcmp.result.CellResult;
import io.memcmp.result.Metric;
import io.memcmp.result.Metrics;
import io.memcmp.result.Report;
import io.memcmp.result.Summary;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The first thing to read: what happened, in a sentence. With several cells the ends of the field, no verdict. */
final class Headline {
    private record Figure(String cell, double value) {}

    private Headline() {}

    static List<Block> of(Report.Run run, CellNames names) {
        var measured = run.cells().stream().filter(CellResult::completed).toList();
        var sentences = measured.size() == 1
                ? one(measured.getFirst())
                : several(measured, names, "longest pause", Metrics.PAUSE_MAX)
                        .map(pause -> several(measured, names, "stopped in all", Metrics.STOP_SUM)
                                .map(stop -> List.of(pause, stop))
                                .orElse(List.of(pause)))
                        .orElse(List.of());
        return sentences.stream().<Block>map(Block.Note::new).toList();
    }

    private static List<String> one(CellResult cell) {
        var parts = new ArrayList<String>();
        figure(cell, Metrics.STOP_SUM)
                .ifPresent(stopped ->
                        parts.add("the program stood still for " + Quantities.text(stopped, Metrics.STOP_SUM.unit())));
        figure(cell, Metrics.PAUSE_MAX)
                .ifPresent(pause ->
                        parts.add("the longest pause took " + Quantities.text(pause, Metrics.PAUSE_MAX.unit())));
        figure(cell, Metrics.LIVE_SET)
                .ifPresent(
                        live -> parts.add(Quantities.text(live, Metrics.LIVE_SET.unit()) + " were alive at the end"));
        return parts.isEmpty() ? List.of() : List.of(String.join(", ", parts));
    }

    private static Optional<String> several(List<CellResult> cells, CellNames names, String what, Metric metric) {
        var figures = new ArrayList<Figure>();
        var without = new ArrayList<String>();
        for (var cell : cells) {
            var name = names.of(cell.cell());
            figure(cell, metric)
                    .ifPresentOrElse(value -> figures.add(new Figure(name, value)), () -> without.add(name));
        }
        if (figures.size() < 2) {
            return Optional.empty();
        }
        figures.sort(Comparator.comparingDouble(Figure::value));
        var range =
                "%s: from %s to %s".formatted(what, text(figures.getFirst(), metric), text(figures.getLast(), metric));
        return Optional.of(without.isEmpty() ? range : range + "; no figure for " + String.join(", ", without));
    }

    private static String text(Figure figure, Metric metric) {
        return Quantities.text(figure.value(), metric.unit()) + " (" + figure.cell() + ")";
    }

    private static Optional<Double> figure(CellResult cell, Metric metric) {
        return switch (cell.summary(metric)) {
            case Summary.Of(var sample) -> Optional.of(sample.median());
            case Summary.Absent _ -> Optional.empty();
        };
    }
}
