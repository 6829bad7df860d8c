package io.memcmp.analysis.leak;

import java.util.Arrays;

/**
 * A straight line through looks, robust against those that lie far off: the median of the slopes of all pairs (Theil 1950, Sen
 * 1968). Its interval takes the pairs' slopes between ranks that the distribution of Kendall's S tells, with the standard
 * deviation of S widened by the square root of (1 + r) / (1 - r) where neighbouring residuals are correlated by r (Yue and
 * Wang 2004): looks that follow each other tell less than as many independent ones.
 *
 * @param slope bytes per second
 * @param low lower end of the slope's interval
 * @param high its upper end
 * @param level bytes where the line begins, at the zero of time
 */
record Line(double slope, double low, double high, double level) {
    /** An estimate from so few residuals cannot tell 1 from this. */
    private static final double MOST_CORRELATION = 0.99;

    /** With fewer, the correction of the correlation's bias has nothing to divide by. */
    private static final int FEWEST = 5;

    /**
     * {@return the line through looks}
     *
     * @param looks at least {@value #FEWEST}, in the order of time, no two at the same time
     * @param confidence of the interval
     */
    static Line through(Looks looks, double confidence) {
        int n = looks.size();
        var slopes = slopes(looks);
        double slope = median(slopes);
        var residuals = new double[n];
        for (int i = 0; i < n; i++) {
            residuals[i] = looks.bytes(i) - slope * looks.seconds(i);
        }
        int outside = rank(n, slopes.length, confidence, correlation(residuals));
        var ascending = residuals.clone();
        Arrays.sort(ascending);
        return new Line(slope, slopes[outside - 1], slopes[slopes.length - outside], median(ascending));
    }

    /** {@return whether the two cannot be one line: their intervals have nothing in common} */
    boolean differs(Line other) {
        return low > other.high || high < other.low;
    }

    /** {@return whether the slope's interval contains the figure, ends included} */
    boolean contains(double figure) {
        return low <= figure && figure <= high;
    }

    private static double[] slopes(Looks looks) {
        int n = looks.size();
        var slopes = new double[n * (n - 1) / 2];
        int pair = 0;
        for (int i = 0; i < n; i++) {
            for (int j = i + 1; j < n; j++) {
                slopes[pair++] = (looks.bytes(j) - looks.bytes(i)) / (looks.seconds(j) - looks.seconds(i));
            }
        }
        Arrays.sort(slopes);
        return slopes;
    }

    /** Which slope from either end bounds the interval; never beyond the first: the pairs tell no wider one. */
    private static int rank(int n, int pairs, double confidence, double correlation) {
        double independent = pairs - 2.0 * Kendall.outside(n, (1 - confidence) / 2);
        double widened = independent * Math.sqrt((1 + correlation) / (1 - correlation));
        return Math.max(1, (int) Math.floor((pairs - widened) / 2 + 1e-9));
    }

    /** Of neighbours; what a line through n of them takes away (Kendall 1954) is given back, and below 0 counts as 0. */
    private static double correlation(double[] residuals) {
        double mean = Arrays.stream(residuals).average().orElseThrow();
        double squares = 0;
        double neighbours = 0;
        for (int i = 0; i < residuals.length; i++) {
            squares += (residuals[i] - mean) * (residuals[i] - mean);
            neighbours += i == 0 ? 0 : (residuals[i] - mean) * (residuals[i - 1] - mean);
        }
        if (!(squares > 0)) {
            return 0;
        }
        int n = residuals.length;
        double unbiased = (neighbours / squares * n + 2) / (n - FEWEST + 1);
        return Math.min(MOST_CORRELATION, Math.max(0, unbiased));
    }

    private static double median(double[] ascending) {
        int n = ascending.length;
        return (ascending[(n - 1) / 2] + ascending[n / 2]) / 2;
    }
}
