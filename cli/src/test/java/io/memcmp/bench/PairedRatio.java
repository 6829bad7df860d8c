package io.memcmp.bench;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * The median of ratios of pairs, with the interval that order statistics give: it holds whatever the distribution.
 *
 * @param median of the ratios
 * @param low its lower end
 * @param high its upper end
 * @param confidence the exact probability with which such an interval holds the median, at least 95 % from six pairs on
 * @param pairs how many
 */
public record PairedRatio(double median, double low, double high, double confidence, int pairs) {
    private static final double ERROR = 0.05;

    /**
     * {@return the median of the first through the second}
     *
     * @param first one figure of each pair
     * @param second the other
     */
    public static PairedRatio of(List<Double> first, List<Double> second) {
        int n = first.size();
        var ascending = new double[n];
        for (int i = 0; i < n; i++) {
            ascending[i] = first.get(i) / second.get(i);
        }
        Arrays.sort(ascending);
        int left = 0;
        while (2 * tail(left, n) <= ERROR) {
            left++;
        }
        int outermost = Math.max(left - 1, 0);
        return new PairedRatio(
                median(ascending), ascending[outermost], ascending[n - 1 - outermost], 1 - 2 * tail(outermost, n), n);
    }

    /** {@return the probability that at most so many of n lie on one side of the median} */
    private static double tail(int most, int n) {
        double term = Math.pow(0.5, n);
        double sum = 0;
        for (int i = 0; i <= most; i++) {
            sum += term;
            term = term * (n - i) / (i + 1);
        }
        return sum;
    }

    /**
     * {@return the median}
     *
     * @param ascending sorted
     */
    static double median(double... ascending) {
        int n = ascending.length;
        return (ascending[(n - 1) / 2] + ascending[n / 2]) / 2;
    }

    /**
     * {@return the median}
     *
     * @param values in any order
     */
    public static double median(List<Double> values) {
        return median(values.stream().mapToDouble(Double::doubleValue).sorted().toArray());
    }

    @Override
    public String toString() {
        return String.format(
                Locale.ROOT,
                "%.3f [%.3f, %.3f] (%d pairs, %.1f %% confidence)",
                median,
                low,
                high,
                pairs,
                100 * confidence);
    }
}
