package io.memcmp.result;

import io.memcmp.analysis.Observed;
import io.memcmp.analysis.Reading;
import io.memcmp.stats.Contrast.Scale;
import io.memcmp.stats.SelfTest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * One judged metric of a configuration that was measured against itself.
 *
 * @param metric which metric
 * @param question the class it is judged in
 * @param median of all trials, or why there is none
 * @param test what came of it, or why nothing did
 */
public record SelfTests(Metric metric, MetricClass question, Reading median, Observed<SelfTest> test) {

    /**
     * {@return one for each judged metric}
     *
     * @param cell the configuration's trials, by block in the order in which they ran
     * @param windowed whether a measured window is marked
     * @param seed of the names A and B
     */
    public static List<SelfTests> of(CellFigures cell, boolean windowed, long seed) {
        return Arrays.stream(MetricClass.values())
                .flatMap(
                        question -> question.metrics(windowed).stream().map(metric -> of(cell, metric, question, seed)))
                .toList();
    }

    private static SelfTests of(CellFigures cell, Metric metric, MetricClass question, long seed) {
        return switch (cell.summary(metric)) {
            case Summary.Absent(var reason) ->
                new SelfTests(metric, question, Reading.absent(reason), Observed.missing(reason));
            case Summary.Of(var sample) ->
                new SelfTests(metric, question, Reading.of(sample.median()), test(figures(cell, metric), metric, seed));
        };
    }

    private static List<Double> figures(CellFigures cell, Metric metric) {
        var figures = new ArrayList<Double>();
        for (var trial : cell.trials()) {
            if (trial.reading(metric) instanceof Reading.Value(double figure)) {
                figures.add(figure);
            }
        }
        return figures;
    }

    private static Observed<SelfTest> test(List<Double> figures, Metric metric, long seed) {
        if (figures.size() < 2 * SelfTest.FEWEST_PAIRS) {
            return Observed.missing("it takes %d trials that the machine did not disturb, there are %d"
                    .formatted(2 * SelfTest.FEWEST_PAIRS, figures.size()));
        }
        boolean ratio = metric.unit() != Unit.COUNT && figures.stream().allMatch(figure -> figure > 0);
        return Observed.of(SelfTest.of(figures, ratio ? Scale.RATIO : Scale.DIFFERENCE, seed));
    }
}
