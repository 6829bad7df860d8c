package io.memcmp.stats;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * How far the machine became faster or slower from the first block to the last. Blocks take it out of every comparison; it
 * matters to who reads one cell's figures by themselves.
 *
 * @param correlation Spearman's, of the blocks with how they lie above what is usual for each cell
 * @param p two-sided, by permutation
 * @param change over the run, as a share: 0.05 if figures became 5 % larger
 */
public record Drift(double correlation, double p, double change) {
    private static final double LEVEL = 0.01;
    private static final double FINENESS = 1e12;

    /**
     * {@return the drift of a run; empty below three blocks}
     *
     * @param cells of each cell, the figure of one metric by block; figures that are not positive are left out
     */
    public static Optional<Drift> of(Collection<? extends Map<Integer, Double>> cells) {
        var residuals = residuals(cells);
        if (residuals.size() < 3) {
            return Optional.empty();
        }
        var figures = Numbers.array(List.copyOf(residuals.values()));
        var order =
                residuals.keySet().stream().mapToDouble(Integer::doubleValue).toArray();
        double slope = Numbers.median(slopes(order, figures));
        var ranks = Ranks.of(figures);
        return Optional.of(new Drift(
                Ranks.correlation(ranks), Ranks.p(ranks), Math.expm1(slope * (order[order.length - 1] - order[0]))));
    }

    /** {@return whether it is more than chance, at 1 %} */
    public boolean significant() {
        return p <= LEVEL;
    }

    /** {@return by block, the mean distance of the cells' logarithms from their cell's mean} */
    private static Map<Integer, Double> residuals(Collection<? extends Map<Integer, Double>> cells) {
        var byBlock = new TreeMap<Integer, List<Double>>();
        for (var cell : cells) {
            var logarithms = new TreeMap<Integer, Double>();
            cell.forEach((block, figure) -> {
                if (figure > 0) {
                    logarithms.put(block, Math.log(figure));
                }
            });
            double usual = Numbers.mean(Numbers.array(List.copyOf(logarithms.values())));
            logarithms.forEach((block, logarithm) ->
                    byBlock.computeIfAbsent(block, _ -> new ArrayList<>()).add(logarithm - usual));
        }
        var residuals = new TreeMap<Integer, Double>();
        // Without what rounding made: equal figures must have equal ranks.
        byBlock.forEach((block, distances) ->
                residuals.put(block, Math.rint(Numbers.mean(Numbers.array(distances)) * FINENESS) / FINENESS));
        return residuals;
    }

    /** {@return the slopes between all pairs: their median, Theil and Sen's slope, does not follow a single bad block} */
    private static double[] slopes(double[] order, double[] figures) {
        int n = order.length;
        var slopes = new double[n * (n - 1) / 2];
        int next = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                slopes[next++] = (figures[j] - figures[i]) / (order[j] - order[i]);
            }
        }
        return slopes;
    }
}
