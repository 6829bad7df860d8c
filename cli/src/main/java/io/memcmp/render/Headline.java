package io.memcmp.render;

import io.memcmp.analysis.RecordingProfile;
import io.memcmp.analysis.pause.Pause;
import io.memcmp.result.Metric;
import io.memcmp.result.Metrics;
import io.memcmp.result.Summary;
import io.memcmp.result.Unit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The first thing to read: what happened, in a sentence. Of several rows the ends of the field, no verdict. */
final class Headline {
    private record Figure(String row, double value) {}

    private Headline() {}

    static List<Block> of(List<Row> rows) {
        var sentences = rows.size() == 1
                ? one(rows.getFirst())
                : several(rows, "longest pause", Metrics.PAUSE_MAX)
                        .map(pause -> several(rows, "stopped in all", Metrics.STOP_SUM)
                                .map(stop -> List.of(pause, stop))
                                .orElse(List.of(pause)))
                        .orElse(List.of());
        return sentences.stream().<Block>map(Block.Note::new).toList();
    }

    private static List<String> one(Row row) {
        var parts = new ArrayList<String>();
        figure(row, Metrics.STOP_SUM)
                .ifPresent(stopped ->
                        parts.add("the program stood still for " + Quantities.text(stopped, Metrics.STOP_SUM.unit())));
        figure(row, Metrics.PAUSE_MAX)
                .ifPresent(pause -> parts.add(
                        "the longest pause took " + Quantities.text(pause, Metrics.PAUSE_MAX.unit()) + longest(row)));
        figure(row, Metrics.LIVE_SET)
                .ifPresent(
                        live -> parts.add(Quantities.text(live, Metrics.LIVE_SET.unit()) + " were alive at the end"));
        return parts.isEmpty() ? List.of() : List.of(String.join(", ", parts));
    }

    /** Which pause that was, where there is but one recording to look into. */
    private static String longest(Row row) {
        return row.profiles().size() == 1
                ? row.profile().flatMap(Headline::longest).orElse("")
                : "";
    }

    private static Optional<String> longest(RecordingProfile profile) {
        return profile.pauses()
                .present()
                .flatMap(pauses -> pauses.pauses().stream().max(Comparator.comparing(Pause::duration)))
                .map(pause -> " (%s, %s after the beginning)"
                        .formatted(
                                pause.name(),
                                Quantities.text(
                                        Duration.between(profile.completeness().from(), pause.start())
                                                .toNanos(),
                                        Unit.NANOSECONDS)));
    }

    private static Optional<String> several(List<Row> rows, String what, Metric metric) {
        var figures = new ArrayList<Figure>();
        var without = new ArrayList<String>();
        for (var row : rows) {
            figure(row, metric)
                    .ifPresentOrElse(
                            value -> figures.add(new Figure(row.name(), value)), () -> without.add(row.name()));
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
        return Quantities.text(figure.value(), metric.unit()) + " (" + figure.row() + ")";
    }

    private static Optional<Double> figure(Row row, Metric metric) {
        return switch (row.summary().apply(metric)) {
            case Summary.Of(var sample) -> Optional.of(sample.median());
            case Summary.Absent _ -> Optional.empty();
        };
    }
}
