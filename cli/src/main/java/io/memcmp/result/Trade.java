package io.memcmp.result;

import io.memcmp.analysis.Observed;
import io.memcmp.result.Statement.Dominance;
import io.memcmp.result.Statement.Gap;
import io.memcmp.result.Statement.Point;
import io.memcmp.result.Statement.Side;
import io.memcmp.result.Statement.Standing;
import io.memcmp.stats.Comparison;
import io.memcmp.stats.Effect;
import io.memcmp.stats.Verdict;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Run time against CPU against stops against memory, within one group: a reference and the cells that are held against it. All
 * evidence is what verdicts stand on, the simultaneous intervals; an estimate alone says nothing here.
 */
final class Trade {
    private final CellFigures reference;
    private final List<Metric> weighed;
    private final double margin;
    /** The cells of the group, the reference first, each with what is known of it. */
    private final Map<CellFigures, Map<Metric, Place>> places = new LinkedHashMap<>();

    private final Map<CellFigures, Map<Metric, Judgement>> judged = new LinkedHashMap<>();

    private Trade(CellFigures reference, List<Judgement> judgements, List<Metric> metrics, double margin) {
        this.reference = reference;
        this.margin = margin;
        for (var judgement : judgements) {
            judged.computeIfAbsent(judgement.cell(), _ -> new LinkedHashMap<>()).put(judgement.metric(), judgement);
        }
        this.weighed = metrics.stream()
                .filter(metric -> judged.values().stream()
                        .map(ofCell -> ofCell.get(metric))
                        .anyMatch(judgement -> judgement != null && judgement.conclusive()))
                .toList();
        place();
    }

    /**
     * {@return a statement on every cell that was held against another, those of one reference together and best first}
     *
     * @param judgements every metric of every cell
     * @param windowed whether costs are of the measured window
     * @param margin within which a difference is negligible
     */
    static List<Statement> of(List<Judgement> judgements, boolean windowed, double margin) {
        var groups = new LinkedHashMap<CellFigures, List<Judgement>>();
        judgements.forEach(judgement -> groups.computeIfAbsent(judgement.reference(), _ -> new ArrayList<>())
                .add(judgement));
        var metrics = metrics(windowed);
        var statements = new ArrayList<Statement>();
        groups.forEach(
                (reference, ofGroup) -> statements.addAll(new Trade(reference, ofGroup, metrics, margin).statements()));
        return List.copyOf(statements);
    }

    private static List<Metric> metrics(boolean windowed) {
        var metrics = new ArrayList<>(MetricClass.COST.metrics(windowed));
        metrics.add(Metrics.STOP_MAX);
        metrics.add(Metrics.PEAK_RESIDENT);
        return List.copyOf(metrics);
    }

    private void place() {
        var origin = new LinkedHashMap<Metric, Place>();
        weighed.forEach(metric -> origin.put(metric, Place.REFERENCE));
        places.put(reference, reference.completed() ? origin : Map.of());
        judged.forEach((cell, ofCell) -> {
            var known = new LinkedHashMap<Metric, Place>();
            for (var metric : weighed) {
                var judgement = ofCell.get(metric);
                if (judgement != null && judgement.conclusive()) {
                    boolean equal = side(judgement) == Side.EQUAL;
                    effect(judgement).ifPresent(effect -> known.put(metric, Place.of(effect, equal)));
                }
            }
            places.put(cell, known);
        });
    }

    /** Of a group of which nothing may be said nothing is said, unless its reference is to blame. */
    private List<Statement> statements() {
        if (weighed.isEmpty() && reference.completed()) {
            return List.of();
        }
        return places.keySet().stream()
                .map(this::statement)
                .sorted(Comparator.comparing(Statement::standing))
                .toList();
    }

    private Statement statement(CellFigures cell) {
        var points = weighed.stream().map(metric -> point(cell, metric)).toList();
        var dominance = dominance(cell);
        return new Statement(
                cell,
                reference,
                standing(cell, points, dominance.isPresent()),
                weighed,
                points,
                dominance,
                cell.endings());
    }

    private Standing standing(CellFigures cell, List<Point> points, boolean dominated) {
        if (!cell.completed()) {
            return Standing.FAILED;
        }
        if (dominated) {
            return Standing.DOMINATED;
        }
        if (points.stream().anyMatch(Point::lowest)) {
            return Standing.BEST;
        }
        if (cell.equals(reference)) {
            return Standing.REFERENCE;
        }
        if (points.stream().anyMatch(point -> point.side() == Side.BUYS)) {
            return Standing.TRADE;
        }
        return points.stream().anyMatch(point -> point.side() == Side.PAYS) ? Standing.NO_GAIN : Standing.UNDECIDED;
    }

    private Point point(CellFigures cell, Metric metric) {
        if (cell.equals(reference)) {
            return new Point(metric, Side.EQUAL, lowest(cell, metric), false, Optional.empty());
        }
        var judgement = judged.getOrDefault(cell, Map.of()).get(metric);
        return new Point(metric, side(judgement), lowest(cell, metric), clear(judgement), effect(judgement));
    }

    private static boolean clear(@Nullable Judgement judgement) {
        return comparison(judgement)
                .filter(comparison -> comparison.verdict() instanceof Verdict.Differs(var _, var extent)
                        && extent == Verdict.Extent.BEYOND_MARGIN)
                .isPresent();
    }

    private static Side side(@Nullable Judgement judgement) {
        return comparison(judgement)
                .map(comparison -> switch (comparison.verdict()) {
                    case Verdict.Differs(var _, var extent) when extent == Verdict.Extent.NEGLIGIBLE -> Side.EQUAL;
                    case Verdict.Differs(var direction, var _) ->
                        direction == Verdict.Direction.LOWER ? Side.BUYS : Side.PAYS;
                    case Verdict.Equivalent _ -> Side.EQUAL;
                    case Verdict.NotShown _, Verdict.TooFew _ -> Side.OPEN;
                })
                .orElse(Side.OPEN);
    }

    /** Below every other cell that came to its end; of one that lies nobody knows where, nobody is the lowest. */
    private boolean lowest(CellFigures cell, Metric metric) {
        var own = known(cell, metric);
        var others = places.keySet().stream()
                .filter(other -> !other.equals(cell) && other.completed())
                .toList();
        return own.isPresent()
                && !others.isEmpty()
                && others.stream()
                        .allMatch(other -> known(other, metric)
                                .filter(place -> own.get().below(place, margin))
                                .isPresent());
    }

    private Optional<Dominance> dominance(CellFigures cell) {
        return places.keySet().stream()
                .filter(other -> !other.equals(cell) && other.completed() && cell.completed())
                .filter(other -> dominates(other, cell))
                .findFirst()
                .map(other -> new Dominance(other, gaps(other, cell)));
    }

    private boolean dominates(CellFigures better, CellFigures worse) {
        boolean nowhereWorse = weighed.stream().allMatch(metric -> {
            var one = known(better, metric);
            var other = known(worse, metric);
            return one.isPresent() && other.isPresent() && one.get().notAbove(other.get(), margin);
        });
        return nowhereWorse && !gaps(better, worse).isEmpty();
    }

    private List<Gap> gaps(CellFigures better, CellFigures worse) {
        var gaps = new ArrayList<Gap>();
        for (var metric : weighed) {
            var one = known(better, metric);
            var other = known(worse, metric);
            if (one.isPresent() && other.isPresent() && one.get().below(other.get(), margin)) {
                gaps.add(new Gap(metric, one.get().effect(), other.get().effect()));
            }
        }
        return List.copyOf(gaps);
    }

    private Optional<Place> known(CellFigures cell, Metric metric) {
        return Optional.ofNullable(places.getOrDefault(cell, Map.of()).get(metric));
    }

    private static Optional<Effect> effect(@Nullable Judgement judgement) {
        return comparison(judgement).map(Comparison::effect);
    }

    private static Optional<Comparison> comparison(@Nullable Judgement judgement) {
        return judgement != null && judgement.comparison() instanceof Observed.Present<Comparison>(var comparison)
                ? Optional.of(comparison)
                : Optional.empty();
    }
}
