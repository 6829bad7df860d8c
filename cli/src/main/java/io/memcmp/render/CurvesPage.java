package io.memcmp.render;

import io.memcmp.analysis.Durations;
import io.memcmp.analysis.RecordingProfile;
import io.memcmp.analysis.pause.MutatorUtilisation;
import io.memcmp.result.CellResult;
import io.memcmp.result.Report;
import io.memcmp.result.Unit;
import io.memcmp.stats.Sample;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.function.Function;

/**
 * How long stops are and how they lie, a curve for each collector. Every trial has its own curve; what is drawn is the median
 * over the trials at each place. Their stops are never thrown together: a trial with many would speak for all.
 */
final class CurvesPage {
    private static final List<Double> SHARES = List.of(0.5, 0.75, 0.9, 0.95, 0.98, 0.99, 0.995, 0.999, 0.9999);
    private static final double EVERY_WINDOW = 1.0;

    private CurvesPage() {}

    static List<Block> of(Report.Run run, CellNames names) {
        var byPlace = new LinkedHashMap<String, List<CellResult>>();
        run.cells().stream()
                .filter(CellResult::completed)
                .forEach(cell -> byPlace.computeIfAbsent(names.place(cell.cell()), _ -> new ArrayList<>())
                        .add(cell));
        var blocks = new ArrayList<Block>();
        byPlace.forEach((place, cells) -> {
            var where = place.isEmpty() ? "" : " · " + place;
            stops(cells, where).ifPresent(blocks::add);
            utilisation(cells, where).ifPresent(blocks::add);
        });
        if (!blocks.isEmpty()) {
            blocks.addFirst(new Block.Heading("Stops over time, median of the trials"));
        }
        return List.copyOf(blocks);
    }

    private static Optional<Block> stops(List<CellResult> cells, String where) {
        var percentiles = new Percentiles();
        cells.forEach(percentiles::add);
        return percentiles.chart("how long a stop with a collection lasts" + where);
    }

    /** Curves of percentiles: equal steps to the right are equal factors of rarity; the longest stop stands beyond them all. */
    private static final class Percentiles {
        private static final double BEYOND = 0.5;
        private final List<Block.Series> series = new ArrayList<>();
        private final List<Double> longest = new ArrayList<>();

        void add(CellResult cell) {
            var points = new ArrayList<Block.Point>();
            for (double share : SHARES) {
                median(cell, profile -> durations(profile).percentile(share).value())
                        .ifPresent(nanos -> points.add(new Block.Point(rarity(share), nanos)));
            }
            var most = median(cell, profile -> durations(profile).max().value());
            most.ifPresent(longest::add);
            if (most.isPresent()) {
                points.add(new Block.Point(Double.POSITIVE_INFINITY, most.getAsDouble()));
                series.add(new Block.Series(cell.cell().collector().id(), points));
            }
        }

        private static Durations durations(RecordingProfile profile) {
            return profile.stops().present().map(stops -> stops.collections()).orElse(Durations.missing("no stops"));
        }

        private static double rarity(double share) {
            return -Math.log10(1 - share);
        }

        Optional<Block> chart(String title) {
            if (longest.isEmpty()) {
                return Optional.empty();
            }
            double last = series.stream()
                            .flatMap(each -> each.points().stream())
                            .mapToDouble(Block.Point::x)
                            .filter(Double::isFinite)
                            .max()
                            .orElse(rarity(0.9))
                    + BEYOND;
            var drawn = series.stream()
                    .map(each -> new Block.Series(
                            each.name(),
                            each.points().stream()
                                    .map(point -> new Block.Point(Math.min(point.x(), last), point.y()))
                                    .toList()))
                    .toList();
            var lengths = drawn.stream()
                    .flatMap(each -> each.points().stream())
                    .mapToDouble(Block.Point::y)
                    .summaryStatistics();
            return Optional.of(new Block.Chart(
                    title,
                    new Block.Axis("share of the stops that last no longer", false, ticks(last)),
                    new Block.Axis(
                            "stop, logarithmic",
                            true,
                            Ticks.logarithmic(lengths.getMin(), lengths.getMax(), Ticks::time)),
                    drawn));
        }

        private static List<Block.Tick> ticks(double last) {
            var ticks = new ArrayList<Block.Tick>();
            for (double share : List.of(0.5, 0.9, 0.99, 0.999, 0.9999)) {
                if (rarity(share) < last) {
                    ticks.add(new Block.Tick(
                            rarity(share), Quantities.text(share, Unit.RATIO).replaceFirst("\\.0+ ", " ")));
                }
            }
            ticks.add(new Block.Tick(last, "longest"));
            return ticks;
        }
    }

    private static Optional<Block> utilisation(List<CellResult> cells, String where) {
        var series = new ArrayList<Block.Series>();
        for (var cell : cells) {
            var points = new ArrayList<Block.Point>();
            for (var point : first(cell)) {
                median(cell, profile -> bounded(profile, point.window()))
                        .ifPresent(share ->
                                points.add(new Block.Point(point.window().toNanos(), share)));
            }
            if (!points.isEmpty()) {
                series.add(new Block.Series(cell.cell().collector().id(), points));
            }
        }
        if (series.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(new Block.Chart(
                "mutator utilisation: the least share that the program has of any window so long or longer (BMU)"
                        + where,
                new Block.Axis(
                        "window, logarithmic",
                        true,
                        List.of(
                                new Block.Tick(1e6, "1 ms"),
                                new Block.Tick(1e7, "10 ms"),
                                new Block.Tick(1e8, "100 ms"),
                                new Block.Tick(1e9, "1 s"))),
                new Block.Axis("share of the time", false, shares()),
                series));
    }

    private static List<Block.Tick> shares() {
        return List.of(
                new Block.Tick(0, "0 %"),
                new Block.Tick(0.25, "25 %"),
                new Block.Tick(0.5, "50 %"),
                new Block.Tick(0.75, "75 %"),
                new Block.Tick(EVERY_WINDOW, "100 %"));
    }

    private static List<MutatorUtilisation.Point> first(CellResult cell) {
        return cell.profile()
                .flatMap(profile -> profile.stops().present())
                .flatMap(stops -> stops.utilisation().present())
                .map(MutatorUtilisation::curve)
                .orElse(List.of());
    }

    private static OptionalDouble bounded(RecordingProfile profile, Duration window) {
        return profile.stops().present().flatMap(stops -> stops.utilisation().present()).stream()
                .flatMap(utilisation -> utilisation.curve().stream())
                .filter(point -> point.window().equals(window))
                .mapToDouble(MutatorUtilisation.Point::bounded)
                .findFirst();
    }

    /** Over all trials; nothing where one of them has none. */
    private static OptionalDouble median(CellResult cell, Function<RecordingProfile, OptionalDouble> figure) {
        var figures = new ArrayList<Double>();
        for (var trial : cell.trials()) {
            trial.facts()
                    .profile()
                    .present()
                    .map(figure)
                    .orElse(OptionalDouble.empty())
                    .ifPresent(figures::add);
        }
        return figures.isEmpty() || figures.size() < cell.trials().size()
                ? OptionalDouble.empty()
                : OptionalDouble.of(Sample.of(figures).median());
    }
}
