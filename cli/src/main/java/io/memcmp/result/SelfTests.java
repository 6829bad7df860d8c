package io.memcmp.result;

import io.memcmp.analysis.Observed;
import io.memcmp.analysis.Reading;
import io.memcmp.stats.Contrast.Scale;
import io.memcmp.stats.SelfTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.TreeMap;

/**
 * One judged metric of a configuration that was measured against itself.
 *
 * @param metric which metric
 * @param question the class it is judged in
 * @param median of all trials, or why there is none
 * @param test what came of it, or why nothing did
 */
public record SelfTests(Metric metric, MetricClass question, Reading median, Observed<SelfTest> test) {

    private record Measured(Metric metric, MetricClass question, Reading median, Observed<SelfTest.Figures> figures) {}

    /**
     * {@return one for each judged metric}
     *
     * @param cell the configuration's trials, each in a block of its own, in the order in which they ran
     * @param windowed whether a measured window is marked
     * @param seed of the names A and B
     */
    public static List<SelfTests> of(CellFigures cell, boolean windowed, long seed) {
        var measured = Arrays.stream(MetricClass.values())
                .flatMap(
                        question -> question.metrics(windowed).stream().map(metric -> measured(cell, metric, question)))
                .toList();
        var tests = SelfTest.of(
                        measured.stream()
                                .map(Measured::figures)
                                .<SelfTest.Figures>mapMulti((figures, next) -> {
                                    if (figures instanceof Observed.Present<SelfTest.Figures>(var present)) {
                                        next.accept(present);
                                    }
                                })
                                .toList(),
                        seed)
                .iterator();
        return measured.stream()
                .map(each -> new SelfTests(
                        each.metric(),
                        each.question(),
                        each.median(),
                        switch (each.figures()) {
                            case Observed.Present<SelfTest.Figures> _ -> Observed.of(tests.next());
                            case Observed.Missing<SelfTest.Figures>(var reason) -> Observed.missing(reason);
                        }))
                .toList();
    }

    private static Measured measured(CellFigures cell, Metric metric, MetricClass question) {
        return switch (cell.summary(metric)) {
            case Summary.Absent(var reason) ->
                new Measured(metric, question, Reading.absent(reason), Observed.missing(reason));
            case Summary.Of(var sample) ->
                new Measured(metric, question, Reading.of(sample.median()), figures(pairs(cell, metric), metric));
        };
    }

    /** Figures of whole pairs: where a trial was set aside its partner is too, or what comes first would come second. */
    private static List<Double> pairs(CellFigures cell, Metric metric) {
        var byBlock = new TreeMap<Integer, Double>();
        for (var trial : cell.trials()) {
            if (trial.reading(metric) instanceof Reading.Value(double figure)) {
                byBlock.put(trial.block(), figure);
            }
        }
        var figures = new ArrayList<Double>();
        byBlock.forEach((block, figure) -> {
            var next = byBlock.get(block + 1);
            if (block % 2 == 1 && next != null) {
                figures.add(figure);
                figures.add(next);
            }
        });
        return figures;
    }

    private static Observed<SelfTest.Figures> figures(List<Double> figures, Metric metric) {
        if (figures.size() < 2 * SelfTest.FEWEST_PAIRS) {
            return Observed.missing("it takes %d pairs of trials that the machine did not disturb, there are %d"
                    .formatted(SelfTest.FEWEST_PAIRS, figures.size() / 2));
        }
        boolean ratio = metric.unit() != Unit.COUNT && figures.stream().allMatch(figure -> figure > 0);
        return Observed.of(new SelfTest.Figures(figures, ratio ? Scale.RATIO : Scale.DIFFERENCE));
    }
}
