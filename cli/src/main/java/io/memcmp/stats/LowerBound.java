package io.memcmp.stats;

import io.memcmp.stats.Contrast.Design;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/**
 * Lower bounds of what collection costs (Cai, Blackburn, Bond and Maas, "Distilling the real cost of production garbage
 * collectors", 2022). Of each configuration's total what collection surely took is subtracted; the least that is left of any
 * of them, the minimum distilled cost, is no less than what the program itself costs. A configuration's total through that
 * is at most what a program without collection would have to be multiplied by, and never less than 1.
 *
 * <p>Costs are averaged as logarithms: so an estimate always lies in its interval, and one slow trial does not carry it away.
 */
public final class LowerBound {
    /** From so many blocks on they are drawn again; with fewer that would be absurdly sure of itself. */
    static final int MANY = 20;

    private static final int SPLITS = 200;
    private static final int DRAWS = 2_000;
    private static final int SPLITS_OF_A_DRAW = 10;
    private static final double CONFIDENCE = 0.95;

    private final Design design;
    private final long seed;
    /** Logarithms by configuration and trial. */
    private final double[][] totals;

    private final double[][] distilled;

    private LowerBound(List<Costs> configurations, Design design, long seed) {
        this.design = design;
        this.seed = seed;
        this.totals = logarithms(configurations.stream().map(Costs::totals).toList());
        this.distilled =
                logarithms(configurations.stream().map(Costs::distilled).toList());
    }

    private static double[][] logarithms(List<List<Double>> costs) {
        return costs.stream().map(Numbers::array).map(Numbers::logarithms).toArray(double[][]::new);
    }

    /**
     * One configuration, trial by trial.
     *
     * @param totals what each trial took, more than nothing
     * @param distilled the same less what collection surely took, more than nothing
     */
    public record Costs(List<Double> totals, List<Double> distilled) {
        /** Copies and checks the lists. */
        public Costs {
            totals = List.copyOf(totals);
            distilled = List.copyOf(distilled);
            if (totals.isEmpty() || totals.size() != distilled.size()) {
                throw new IllegalArgumentException("not one of each: " + totals + ", " + distilled);
            }
            if (!distilled.stream().allMatch(cost -> cost > 0)
                    || !totals.stream().allMatch(cost -> cost > 0)) {
                throw new IllegalArgumentException("no cost: " + totals + ", " + distilled);
            }
        }
    }

    /**
     * One configuration's bound.
     *
     * @param ratio its total through the minimum distilled cost, at least 1
     * @param interval at 95 %; without an upper end where there is but one trial
     */
    public record Estimate(double ratio, Interval interval) {}

    /**
     * The bounds of all configurations.
     *
     * @param minimum which of them has the least distilled cost, the first is 0
     * @param cost the minimum distilled cost
     * @param estimates one for each configuration
     */
    public record Bounds(int minimum, double cost, List<Estimate> estimates) {
        /** Copies the list. */
        public Bounds {
            estimates = List.copyOf(estimates);
        }
    }

    /**
     * {@return the bounds of configurations that do the same work}
     *
     * @param configurations at least one; paired ones have as many trials each, those of a block at the same place
     * @param design whether they are
     * @param seed for drawing blocks
     */
    public static Bounds of(List<Costs> configurations, Design design, long seed) {
        boolean uneven = configurations.stream()
                        .mapToInt(each -> each.totals().size())
                        .distinct()
                        .count()
                != 1;
        if (configurations.isEmpty() || (design == Design.PAIRED && uneven)) {
            throw new IllegalArgumentException("no blocks: " + configurations);
        }
        return new LowerBound(configurations, design, seed).bounds();
    }

    private Bounds bounds() {
        int minimum = least(means(distilled));
        boolean drawn = design == Design.PAIRED && distilled[0].length >= MANY;
        return drawn ? drawnAgain(minimum) : fromSpread(minimum);
    }

    private Bounds fromSpread(int minimum) {
        var estimates = IntStream.range(0, totals.length)
                .mapToObj(configuration -> estimate(totals[configuration], configuration, distilled[minimum]))
                .toList();
        return new Bounds(minimum, Math.exp(Numbers.mean(distilled[minimum])), estimates);
    }

    /**
     * Which candidate has the least is not known either: the true bound is the largest of the ratios to each of them. So it is
     * above the largest of their lower limits, each of which may be wrong in only its part of the cases, and below the
     * largest of their upper limits, one of which is the true one's.
     */
    private Estimate estimate(double[] total, int configuration, double[] least) {
        double tail = (1 - CONFIDENCE) / 2;
        double low = Double.NEGATIVE_INFINITY;
        double high = Double.NEGATIVE_INFINITY;
        for (int candidate = 0; candidate < distilled.length; candidate++) {
            var other = distilled[candidate];
            double centre = Numbers.mean(total) - Numbers.mean(other);
            // A trial's total and its own distilled cost belong together, however the trials were laid out.
            boolean paired = design == Design.PAIRED || candidate == configuration;
            low = Math.max(low, centre - reach(total, other, paired, 1 - tail / distilled.length));
            high = Math.max(high, centre + reach(total, other, paired, 1 - tail));
        }
        return new Estimate(
                atLeastOne(Numbers.mean(total) - Numbers.mean(least)),
                new Interval(atLeastOne(low), atLeastOne(high), CONFIDENCE));
    }

    /** Nothing costs less than itself without collection, whatever chance makes of a minimum. */
    private static double atLeastOne(double logarithm) {
        return Math.exp(Math.max(0, logarithm));
    }

    private static double reach(double[] total, double[] other, boolean paired, double quantile) {
        return paired ? reach(Numbers.differences(total, other), quantile) : reach(total, other, quantile);
    }

    /** How far a limit lies from the estimate: Student's. */
    private static double reach(double[] differences, double quantile) {
        int n = differences.length;
        return n < 2
                ? Double.POSITIVE_INFINITY
                : Quantiles.t(n - 1, quantile) * Math.sqrt(Numbers.squares(differences) / (n - 1) / n);
    }

    /** The same of independent trials (Welch), the degrees of freedom rounded down. */
    private static double reach(double[] values, double[] reference, double quantile) {
        if (values.length < 2 || reference.length < 2) {
            return Double.POSITIVE_INFINITY;
        }
        double one = Numbers.squares(values) / (values.length - 1) / values.length;
        double other = Numbers.squares(reference) / (reference.length - 1) / reference.length;
        if (one + other == 0) {
            return 0;
        }
        double freedom = (one + other)
                * (one + other)
                / (one * one / (values.length - 1) + other * other / (reference.length - 1));
        return Quantiles.t(Math.max(1, (int) freedom), quantile) * Math.sqrt(one + other);
    }

    /**
     * The least of several is the least by luck too. Which configuration has it is therefore asked of one half of the blocks, and
     * how much it is of the other.
     */
    private Bounds drawnAgain(int minimum) {
        int n = distilled[0].length;
        var random = new Random(seed);
        var once = new int[n];
        Arrays.fill(once, 1);
        double cost = minimum(once, SPLITS, random);
        var drawn = new double[totals.length][DRAWS];
        for (int draw = 0; draw < DRAWS; draw++) {
            var times = drawn(n, random);
            double least = minimum(times, SPLITS_OF_A_DRAW, random);
            for (int configuration = 0; configuration < totals.length; configuration++) {
                drawn[configuration][draw] = mean(totals[configuration], times, identity(n), 0, n) - least;
            }
        }
        var estimates = new ArrayList<Estimate>();
        for (int configuration = 0; configuration < totals.length; configuration++) {
            estimates.add(new Estimate(
                    atLeastOne(Numbers.mean(totals[configuration]) - cost), interval(drawn[configuration])));
        }
        return new Bounds(minimum, Math.exp(cost), estimates);
    }

    private static Interval interval(double[] logarithms) {
        Arrays.sort(logarithms);
        int beyond = (int) Math.floor(DRAWS * (1 - CONFIDENCE) / 2);
        return new Interval(atLeastOne(logarithms[beyond]), atLeastOne(logarithms[DRAWS - 1 - beyond]), CONFIDENCE);
    }

    /** The minimum distilled cost, found in one half and measured in the other; mean over many ways to halve. */
    private double minimum(int[] times, int splits, Random random) {
        int n = times.length;
        double sum = 0;
        for (int split = 0; split < splits; split++) {
            // A block that was drawn twice is in one half twice: in both it would tell one half of the other.
            var order = shuffled(n, random);
            sum += measured(times, order, 0, n / 2, n / 2, n) + measured(times, order, n / 2, n, 0, n / 2);
        }
        return sum / (2 * splits);
    }

    private double measured(int[] times, int[] order, int findFrom, int findTo, int from, int to) {
        int found = least(Arrays.stream(distilled)
                .mapToDouble(costs -> mean(costs, times, order, findFrom, findTo))
                .toArray());
        return mean(distilled[found], times, order, from, to);
    }

    /** Mean over a part of the blocks, each as often as it was drawn; over the part as it is where none of it was. */
    private static double mean(double[] values, int[] times, int[] order, int from, int to) {
        double sum = 0;
        double plain = 0;
        int weight = 0;
        for (int i = from; i < to; i++) {
            sum += values[order[i]] * times[order[i]];
            plain += values[order[i]];
            weight += times[order[i]];
        }
        return weight == 0 ? plain / (to - from) : sum / weight;
    }

    private static double[] means(double[][] rows) {
        return Arrays.stream(rows).mapToDouble(Numbers::mean).toArray();
    }

    private static int least(double[] values) {
        int least = 0;
        for (int i = 1; i < values.length; i++) {
            if (values[i] < values[least]) {
                least = i;
            }
        }
        return least;
    }

    private static int[] identity(int n) {
        return IntStream.range(0, n).toArray();
    }

    private static int[] shuffled(int n, Random random) {
        var order = identity(n);
        for (int i = n - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            int kept = order[i];
            order[i] = order[other];
            order[other] = kept;
        }
        return order;
    }

    /** How often each block was drawn, of as many as there are. */
    private static int[] drawn(int n, Random random) {
        var times = new int[n];
        for (int i = 0; i < n; i++) {
            times[random.nextInt(n)]++;
        }
        return times;
    }
}
