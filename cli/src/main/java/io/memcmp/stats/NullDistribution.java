package io.memcmp.stats;

/** How many thresholds of an {@link Inversion} lie below the true effect, if chance alone is at work. Symmetric. */
interface NullDistribution {
    /** Beyond it, the normal distribution is as good. */
    int LARGEST_EXACT = 50;

    /** {@return the probability that no more than so many do} */
    double atMost(int count);

    /** {@return that of Wilcoxon's signed ranks: of {@code n (n + 1) / 2} Walsh averages} */
    static NullDistribution signedRank(int n) {
        int sums = n * (n + 1) / 2;
        if (n > LARGEST_EXACT) {
            return normal(sums / 2.0, n * (n + 1.0) * (2.0 * n + 1) / 24);
        }
        var ways = new double[sums + 1];
        ways[0] = 1;
        for (int rank = 1; rank <= n; rank++) {
            for (int sum = rank * (rank + 1) / 2; sum >= rank; sum--) {
                ways[sum] += ways[sum - rank];
            }
        }
        return cumulated(ways);
    }

    /** {@return that of Mann and Whitney's U: of {@code first * second} differences} */
    static NullDistribution mannWhitney(int first, int second) {
        int pairs = first * second;
        if (Math.max(first, second) > LARGEST_EXACT) {
            return normal(pairs / 2.0, (double) pairs * (first + second + 1) / 12);
        }
        // ways[i] for i of the first sample and as many of the second as the outer loop has come to: the largest of all
        // either belongs to the first, and is above all of the second, or to the second.
        var ways = new double[first + 1][pairs + 1];
        for (var row : ways) {
            row[0] = 1;
        }
        for (int j = 1; j <= second; j++) {
            for (int i = 1; i <= first; i++) {
                for (int u = i * j; u >= j; u--) {
                    ways[i][u] += ways[i - 1][u - j];
                }
            }
        }
        return cumulated(ways[first]);
    }

    /** {@return that of so many regroupings besides the one that was seen, each as likely as every other} */
    static NullDistribution regroupings(int others) {
        return count -> Math.min(1, (count + 1.0) / (others + 1.0));
    }

    private static NullDistribution cumulated(double[] ways) {
        var below = ways.clone();
        for (int i = 1; i < below.length; i++) {
            below[i] += below[i - 1];
        }
        double all = below[below.length - 1];
        return count -> count < 0 ? 0 : below[Math.min(count, below.length - 1)] / all;
    }

    private static NullDistribution normal(double mean, double variance) {
        return count -> Quantiles.belowNormal((count + 0.5 - mean) / Math.sqrt(variance));
    }
}
