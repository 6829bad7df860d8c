package io.memcmp.stats;

import java.util.SplittableRandom;

/** Spearman's correlation of figures with the order in which they come. */
final class Ranks {
    private static final int LARGEST_EXACT = 8;
    private static final int AT_RANDOM = 19_999;
    private static final long SEED = 0x6d656d636d70L;

    /** Two correlations that differ by less are the same, whatever rounding made of them. */
    private static final double ROUNDING = 1e-9;

    private Ranks() {}

    /** {@return the rank of each, from 1; equal figures share the middle of theirs} */
    static double[] of(double[] figures) {
        var ranks = new double[figures.length];
        for (int i = 0; i < figures.length; i++) {
            int smaller = 0;
            int equal = 0;
            for (double figure : figures) {
                smaller += figure < figures[i] ? 1 : 0;
                equal += figure == figures[i] ? 1 : 0;
            }
            ranks[i] = smaller + (equal + 1) / 2.0;
        }
        return ranks;
    }

    /** {@return the correlation of ranks with their places; 0 if all are equal} */
    static double correlation(double[] ranks) {
        double places = (Math.pow(ranks.length, 3) - ranks.length) / 12;
        double own = Numbers.squares(ranks);
        return own == 0 ? 0 : together(ranks) / Math.sqrt(places * own);
    }

    /** {@return the probability of at least such a correlation, of either sign, if every order is as likely} */
    static double p(double[] ranks) {
        double seen = Math.abs(together(ranks)) - ROUNDING;
        var order = ranks.clone();
        return order.length <= LARGEST_EXACT ? amongAll(order, seen) : amongRandom(order, seen);
    }

    private static double amongRandom(double[] order, double seen) {
        var random = new SplittableRandom(SEED);
        int extreme = 1;
        for (int i = 0; i < AT_RANDOM; i++) {
            for (int place = order.length - 1; place > 0; place--) {
                exchange(order, place, random.nextInt(place + 1));
            }
            extreme += Math.abs(together(order)) >= seen ? 1 : 0;
        }
        return extreme / (AT_RANDOM + 1.0);
    }

    /** Heap's algorithm: each order differs from the one before by one exchange. */
    private static double amongAll(double[] order, double seen) {
        int n = order.length;
        var counters = new int[n];
        int extreme = Math.abs(together(order)) >= seen ? 1 : 0;
        int all = 1;
        for (int i = 1; i < n; ) {
            if (counters[i] < i) {
                exchange(order, i % 2 == 0 ? 0 : counters[i], i);
                extreme += Math.abs(together(order)) >= seen ? 1 : 0;
                all++;
                counters[i]++;
                i = 1;
            } else {
                counters[i++] = 0;
            }
        }
        return (double) extreme / all;
    }

    private static void exchange(double[] order, int one, int other) {
        double kept = order[one];
        order[one] = order[other];
        order[other] = kept;
    }

    /** {@return the sum of products of the distances of ranks and places from their means} */
    private static double together(double[] ranks) {
        double middle = (ranks.length + 1) / 2.0;
        double sum = 0;
        for (int i = 0; i < ranks.length; i++) {
            sum += (ranks[i] - middle) * (i + 1 - middle);
        }
        return sum;
    }
}
