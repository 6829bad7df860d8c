package io.memcmp.stats;

import java.util.Arrays;

/**
 * A test and its confidence interval, which are the same thing seen from two sides. The effects that the test does not refuse
 * lie between two of its thresholds, and how many thresholds lie below the true effect has a known distribution. So the p of
 * "no effect" is at most a level exactly where the interval at that level leaves "no effect" out, ties and zeros included:
 * a threshold that equals the effect counts against refusing it.
 */
final class Inversion {
    /** Two levels that differ by less are the same, whatever rounding made of them. */
    private static final double ROUNDING = 1 + 1e-12;

    private final double[] thresholds;
    private final NullDistribution chance;

    /**
     * @param thresholds in any order
     * @param resolution what is nearer to 0 is 0: rounding must not break a tie
     * @param chance how many thresholds lie below the true effect
     */
    Inversion(double[] thresholds, double resolution, NullDistribution chance) {
        this.thresholds = thresholds.clone();
        for (int i = 0; i < thresholds.length; i++) {
            if (Math.abs(thresholds[i]) <= resolution) {
                this.thresholds[i] = 0;
            }
        }
        Arrays.sort(this.thresholds);
        this.chance = chance;
    }

    /** {@return the effect in the middle} */
    double median() {
        int n = thresholds.length;
        return (thresholds[(n - 1) / 2] + thresholds[n / 2]) / 2;
    }

    /** {@return the effects that are not refused, with this error on each side; unbounded if that is too strict} */
    Interval interval(double tail) {
        int k = depth(tail);
        double confidence = 1 - 2 * tail;
        return k == 0
                ? new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, confidence)
                : new Interval(thresholds[k - 1], thresholds[thresholds.length - k], confidence);
    }

    /** {@return how many thresholds in from either side the interval ends: the k of the tables} */
    int depth(double tail) {
        int k = 0;
        while (2 * k < thresholds.length && chance.atMost(k) <= tail * ROUNDING) {
            k++;
        }
        return k;
    }

    /** {@return the lower end of the interval of this depth} */
    double end(int depth) {
        return thresholds[depth - 1];
    }

    /** {@return how many thresholds there are} */
    int thresholds() {
        return thresholds.length;
    }

    /** {@return the two-sided p of no effect} */
    double p() {
        int notAbove = 0;
        int notBelow = 0;
        for (double threshold : thresholds) {
            notAbove += threshold <= 0 ? 1 : 0;
            notBelow += threshold >= 0 ? 1 : 0;
        }
        return Math.min(1, 2 * chance.atMost(Math.min(notAbove, notBelow)));
    }
}
