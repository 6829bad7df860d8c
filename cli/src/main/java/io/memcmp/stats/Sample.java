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
}
