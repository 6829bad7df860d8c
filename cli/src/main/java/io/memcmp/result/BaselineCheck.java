package io.memcmp.result;

import io.memcmp.analysis.Observed;
import io.memcmp.analysis.Reading;
import io.memcmp.result.CheckedLimit.Status;
import io.memcmp.stats.Comparison;
import io.memcmp.stats.Contrast.Design;
import io.memcmp.stats.Effect;
import io.memcmp.stats.Power;
import io.memcmp.stats.Verdict;
import io.memcmp.stats.Verdict.Direction;
import io.memcmp.stats.Verdict.Extent;
import java.util.ArrayList;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Every judged metric of every cell against the same cell of an earlier report: broken where it is worse by more than the
 * margin, held where that is ruled out, inconclusive else. Less is better in all metrics that are judged.
 */
final class BaselineCheck {
    private final CheckRequest request;
    private final boolean noisy;
    private final Design design;
    private final List<CheckedLimit> results = new ArrayList<>();
    private final List<String> unmatched = new ArrayList<>();
    private final Comparability comparability = new Comparability();

    BaselineCheck(ReadReport report, ReadReport baseline, CheckRequest request) {
        this.request = request;
        this.noisy = report.noisy() || baseline.noisy();
        this.design = report.sameAs(baseline) ? Design.PAIRED : Design.INDEPENDENT;
        Map<List<String>, Point> earlier = new LinkedHashMap<>();
        var all = Point.of(List.of(baseline, report));
        int ofBaseline = baseline.cells().size();
        all.subList(0, ofBaseline).forEach(point -> earlier.put(point.at(PivotAxis.OF_CELLS), point));
        var points = all.subList(ofBaseline, all.size());
        comparability.reports(report, baseline);
        var held = new IdentityHashMap<CellFigures, Point>();
        var pairs = new ArrayList<CellPair>();
        for (var point : points) {
            var opposite = earlier.remove(point.at(PivotAxis.OF_CELLS));
            if (opposite == null) {
                unmatched.add("not in the baseline: " + String.join(" ", point.at(PivotAxis.OF_CELLS)));
            } else if (point.cell().figures().completed()) {
                comparability.cells(point, opposite);
                held.put(point.cell().figures(), point);
                pairs.add(new CellPair(point.cell().figures(), opposite.cell().figures()));
            }
        }
        earlier.values().forEach(this::missing);
        judge(pairs, held, report, baseline);
    }

    List<CheckedLimit> results() {
        return List.copyOf(results);
    }

    List<String> unmatched() {
        return List.copyOf(unmatched);
    }

    List<String> warnings() {
        return comparability.warnings(request.anyway());
    }

    private void missing(Point point) {
        results.add(new CheckedLimit(
                point,
                Optional.empty(),
                Optional.empty(),
                new Summary.Absent("not in the report"),
                Optional.empty(),
                Optional.empty(),
                Status.INCONCLUSIVE,
                "the baseline has this cell and the report has not",
                0));
    }

    private void judge(
            List<CellPair> pairs, IdentityHashMap<CellFigures, Point> held, ReadReport report, ReadReport baseline) {
        boolean windowed = report.windowed() && baseline.windowed();
        var judgements = Judgements.of(pairs, windowed, design, request.margin()).stream()
                .filter(judgement -> judgement.judged().isPresent())
                .toList();
        for (var judgement : judgements) {
            long family = judgements.stream()
                    .filter(other -> other.judged().equals(judgement.judged())
                            && other.cell()
                                    .key()
                                    .subject()
                                    .equals(judgement.cell().key().subject())
                            && other.comparison() instanceof Observed.Present<Comparison>)
                    .count();
            Optional.ofNullable(held.get(judgement.cell()))
                    .ifPresent(point -> results.add(checked(point, judgement, (int) family)));
        }
    }

    private CheckedLimit checked(Point point, Judgement judgement, int family) {
        var summary = judgement.cell().summary(judgement.metric());
        return switch (judgement.comparison()) {
            case Observed.Present<Comparison>(var comparison) -> {
                if (noisy) {
                    yield result(point, judgement, Status.INCONCLUSIVE, "the machine was too noisy for a verdict", 0);
                }
                var status = status(judgement, comparison);
                yield result(
                        point, judgement, status, "", status == Status.INCONCLUSIVE ? further(comparison, family) : 0);
            }
            case Observed.Missing<Comparison>(var reason) -> {
                boolean lost = summary instanceof Summary.Absent
                        && judgement.reference().summary(judgement.metric()) instanceof Summary.Of;
                yield lost && !request.allowAbsent()
                        ? result(point, judgement, Status.INCONCLUSIVE, "absent: " + reason, 0)
                        : result(point, judgement, Status.NOT_CHECKED, reason, 0);
            }
        };
    }

    private static CheckedLimit result(Point point, Judgement judgement, Status status, String reason, int further) {
        var summary = judgement.cell().summary(judgement.metric());
        return new CheckedLimit(
                point,
                Optional.of(judgement.metric()),
                Optional.empty(),
                summary,
                summary instanceof Summary.Of(var sample)
                        ? Optional.of(sample.interval(1 - Judgements.ALPHA))
                        : Optional.empty(),
                Optional.of(judgement),
                status,
                reason,
                further);
    }

    private Status status(Judgement judgement, Comparison comparison) {
        return switch (comparison.verdict()) {
            case Verdict.Differs(var direction, var extent) -> {
                if (direction == Direction.LOWER || extent == Extent.NEGLIGIBLE) {
                    yield Status.HOLDS;
                }
                yield extent == Extent.BEYOND_MARGIN ? Status.BROKEN : Status.INCONCLUSIVE;
            }
            case Verdict.Equivalent _ -> Status.HOLDS;
            case Verdict.NotShown _, Verdict.TooFew _ ->
                ruledOut(judgement, comparison) ? Status.HOLDS : Status.INCONCLUSIVE;
        };
    }

    /** It may be better, it may be the same: that it is worse by more than the margin the interval leaves out. */
    private boolean ruledOut(Judgement judgement, Comparison comparison) {
        return switch (comparison.effect()) {
            case Effect.Ratio(var _, var _, var all) -> all.bounded() && all.high() <= 1 + request.margin();
            case Effect.Difference(var _, var _, var all) ->
                all.bounded() && all.high() <= request.margin() * mean(judgement);
            case Effect.Exact _ -> false;
        };
    }

    private static double mean(Judgement judgement) {
        return judgement.reference().trials().stream()
                .map(trial -> trial.reading(judgement.metric()))
                .mapToDouble(reading -> reading instanceof Reading.Value(double value) ? Math.abs(value) : 0)
                .average()
                .orElse(0);
    }

    /** Until a change as large as the margin would be shown. Of trials that are not paired it takes twice as many. */
    private int further(Comparison comparison, int family) {
        int trials = Math.min(comparison.trials(), comparison.referenceTrials());
        if (comparison.verdict() instanceof Verdict.TooFew(int needed)) {
            return Math.max(1, needed - trials);
        }
        if (!(comparison.effect() instanceof Effect.Ratio) || !Double.isFinite(comparison.spread())) {
            return 0;
        }
        int needed = Power.blocksFor(
                comparison.spread() * (design == Design.PAIRED ? 1 : Math.sqrt(2)),
                request.margin(),
                Math.max(1, family),
                Judgements.ALPHA);
        return Math.max(1, needed - trials);
    }
}
