package io.memcmp.stats;

import java.util.Arrays;
import java.util.Collection;

/** Values of one metric, one for each trial. Never empty. */
public final class Sample {
    private final double[] ascending;

    private Sample(double[] ascending) {
        this.ascending = ascending;
    }

    /**
     * {@return a sample of these values}
     *
     * @param values at least one, all finite
     */
    public static Sample of(Collection<Double> values) {
        if (values.isEmpty()) {
            throw new IllegalArgumentException("an empty sample");
        }
        var ascending = values.stream().mapToDouble(Double::doubleValue).toArray();
        Arrays.sort(ascending);
        return new Sample(ascending);
    }

    /** {@return how many values} */
    public int size() {
        return ascending.length;
    }

    /** {@return the middle value, or the mean of the two in the middle} */
    public double median() {
        int n = ascending.length;
        return (ascending[(n - 1) / 2] + ascending[n / 2]) / 2;
    }

    /** {@return the smallest} */
    public double min() {
        return ascending[0];
    }

    /** {@return the largest} */
    public double max() {
        return ascending[ascending.length - 1];
    }

    /**
     * {@return the interval of the median between two of the values (by the binomial distribution, whatever the values'
     *     own): the narrowest whose confidence is at least this, with the confidence that it really has; unbounded below six
     *     values for 95 %}
     *
     * @param confidence at least, 0.95 for 95 %
     */
    public Interval interval(double confidence) {
        int n = ascending.length;
        double tail = (1 - confidence) / 2;
        // The probability that at most k values lie below the median.
        double below = 0;
        double ways = Math.scalb(1.0, -n);
        int k = 0;
        while (2 * k < n && below + ways <= tail) {
            below += ways;
            ways = ways * (n - k) / (k + 1);
            k++;
        }
        return k == 0
                ? new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, confidence)
                : new Interval(ascending[k - 1], ascending[n - k], 1 - 2 * below);
    }
}
