package io.memcmp.result;

import io.memcmp.analysis.Reading;
import io.memcmp.plan.UserError;
import io.memcmp.result.CheckedLimit.Status;
import io.memcmp.stats.MedianLimit;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.DoublePredicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** The story of {@code memcmp check}: a budget holds when the interval of the median does, not when the median happens to. */
public final class Checking {
    private static final Pattern PERCENTILE_OR_LONGEST = Pattern.compile("(.+)\\.(?:p\\d+|max)");

    private final ReadReport report;
    private final CheckRequest request;
    private final List<CheckedLimit> results = new ArrayList<>();
    private final List<String> unmatched = new ArrayList<>();
    private final List<String> warnings = new ArrayList<>();

    private Checking(ReadReport report, CheckRequest request) {
        this.report = report;
        this.request = request;
    }

    /**
     * {@return what came of the check}
     *
     * @param report what is checked
     * @param request against what
     * @param tool memcmp's version
     * @param created when it was asked
     */
    public static Checked of(ReadReport report, CheckRequest request, String tool, Instant created) {
        var checking = new Checking(report, request);
        checking.run();
        return new Checked(tool, created, report, request, checking.results, checking.unmatched, checking.warnings);
    }

    private void run() {
        report.remarks().forEach(remark -> warnings.add(report.label() + ": " + remark));
        report.skipped().forEach(skipped -> unmatched.add("skipped in " + report.label() + ": " + skipped));
        var points = Point.of(List.of(report));
        refuseIdle(points);
        points.forEach(this::ended);
        for (var budget : request.budgets()) {
            points.stream()
                    .filter(point ->
                            budget.covers(point) && point.cell().figures().completed())
                    .forEach(point -> results.add(limit(point, budget)));
        }
        request.baseline().ifPresent(baseline -> {
            baseline.remarks().forEach(remark -> warnings.add(baseline.label() + ": " + remark));
            var check = new BaselineCheck(report, baseline, request);
            results.addAll(check.results());
            unmatched.addAll(check.unmatched());
            warnings.addAll(check.warnings());
        });
    }

    /** A budget that is for no cell would hold for ever. */
    private void refuseIdle(List<Point> points) {
        for (var budget : request.budgets()) {
            if (points.stream().noneMatch(budget::covers)) {
                throw new UserError(
                        "no cell of " + report.name() + " is " + String.join(",", budget.cells()),
                        "its cells are: "
                                + points.stream()
                                        .map(point -> String.join(",", point.at(PivotAxis.OF_CELLS)))
                                        .collect(Collectors.joining("; ")));
            }
        }
    }

    /** A cell whose trials did not come to their end is broken whatever its figures say. */
    private void ended(Point point) {
        var figures = point.cell().figures();
        if (figures.completed()
                || (request.baseline().isEmpty()
                        && request.budgets().stream().noneMatch(budget -> budget.covers(point)))) {
            return;
        }
        var status = figures.trials().isEmpty() ? Status.INCONCLUSIVE : Status.BROKEN;
        results.add(new CheckedLimit(
                point,
                Optional.empty(),
                Optional.empty(),
                new Summary.Absent(figures.endings()),
                Optional.empty(),
                Optional.empty(),
                status,
                figures.endings(),
                0));
    }

    private CheckedLimit limit(Point point, Budget budget) {
        var figures = point.cell().figures();
        var summary = figures.summary(budget.metric());
        if (report.noisy()) {
            return undecided(point, budget, summary, Status.INCONCLUSIVE, "the machine was too noisy for a verdict");
        }
        if (summary instanceof Summary.Absent(var reason)) {
            return bounded(figures, budget)
                    .map(why -> undecided(point, budget, summary, Status.HOLDS, why))
                    .orElseGet(() -> undecided(
                            point,
                            budget,
                            summary,
                            request.allowAbsent() ? Status.NOT_CHECKED : Status.INCONCLUSIVE,
                            "absent: " + reason));
        }
        return decided(point, budget, figures, summary);
    }

    /**
     * Why a limit holds although the figure is absent: none of them happened in any trial, or the longest of too few for a
     * percentile lies below the limit. Empty where nothing tells.
     */
    private static Optional<String> bounded(CellFigures figures, Budget budget) {
        var parts = PERCENTILE_OR_LONGEST.matcher(budget.metric().id());
        if (budget.side() != Budget.Side.MAX || !parts.matches()) {
            return Optional.empty();
        }
        if (every(figures, parts.group(1) + ".count", count -> count == 0)) {
            return Optional.of("there is none in any trial");
        }
        var longest = parts.group(1) + ".max";
        return every(figures, longest, value -> value <= budget.limit())
                ? Optional.of("too few for a percentile, and " + longest + " lies below the limit in every trial")
                : Optional.empty();
    }

    private static boolean every(CellFigures figures, String metric, DoublePredicate test) {
        return Metrics.ALL.stream()
                .filter(each -> each.id().equals(metric))
                .findFirst()
                .filter(each -> figures.trials().stream()
                        .allMatch(trial ->
                                trial.reading(each) instanceof Reading.Value(double value) && test.test(value)))
                .isPresent();
    }

    private static CheckedLimit undecided(Point point, Budget budget, Summary summary, Status status, String reason) {
        return new CheckedLimit(
                point,
                Optional.of(budget.metric()),
                Optional.of(budget),
                summary,
                Optional.empty(),
                Optional.empty(),
                status,
                reason,
                0);
    }

    private CheckedLimit decided(Point point, Budget budget, CellFigures figures, Summary summary) {
        int sign = budget.side() == Budget.Side.MAX ? 1 : -1;
        var decided = MedianLimit.of(
                values(figures, budget.metric()).stream()
                        .map(value -> sign * value)
                        .toList(),
                sign * budget.limit(),
                1 - Judgements.ALPHA);
        var interval = ((Summary.Of) summary).sample().interval(1 - Judgements.ALPHA);
        return new CheckedLimit(
                point,
                Optional.of(budget.metric()),
                Optional.of(budget),
                summary,
                Optional.of(interval),
                Optional.empty(),
                switch (decided.answer()) {
                    case BELOW -> Status.HOLDS;
                    case ABOVE -> Status.BROKEN;
                    case OPEN -> Status.INCONCLUSIVE;
                },
                words(decided, figures.trials().size()),
                decided.further() == MedianLimit.NEVER ? 0 : decided.further());
    }

    private static String words(MedianLimit decided, int trials) {
        if (decided.answer() == MedianLimit.Answer.OPEN) {
            if (!decided.interval().bounded() && decided.further() != MedianLimit.NEVER) {
                return "%d %s no interval; %d more %s would probably tell"
                        .formatted(
                                trials,
                                trials == 1 ? "trial has" : "trials have",
                                decided.further(),
                                decided.further() == 1 ? "block" : "blocks");
            }
            return decided.further() == MedianLimit.NEVER
                    ? "the limit lies where the median does: more blocks will hardly tell"
                    : "the limit lies inside the interval; %d more %s would probably tell"
                            .formatted(decided.further(), decided.further() == 1 ? "block" : "blocks");
        }
        return decided.byEveryTrial() ? "by each of its " + trials + " trials, too few for an interval" : "";
    }

    private static List<Double> values(CellFigures figures, Metric metric) {
        return figures.trials().stream()
                .map(trial -> trial.reading(metric))
                .<Double>mapMulti((reading, next) -> {
                    if (reading instanceof Reading.Value(double value)) {
                        next.accept(value);
                    }
                })
                .toList();
    }
}
