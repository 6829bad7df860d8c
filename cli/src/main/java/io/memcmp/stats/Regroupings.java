package io.memcmp.stats;

import java.util.Arrays;
import java.util.SplittableRandom;

/**
 * The thresholds at which a permutation test of means changes its mind (Hartigan 1969). Changing the signs of some paired
 * differences around an effect gives at least the sum that was seen exactly if the mean of those differences is at most the
 * effect; exchanging as many trials of two independent samples likewise, with the difference of the means of the exchanged.
 * All regroupings where they are few, else a fixed number of them at random, always the same for the same data.
 */
final class Regroupings {
    /** As many as one can afford; with this one more than the last makes a round number with the grouping that was seen. */
    static final int AT_RANDOM = 19_999;

    private static final int LARGEST_PAIRED = 14;
    private static final long SEED = 0x6d656d636d70L;

    private Regroupings() {}

    /** {@return the mean of every choice of differences but the empty one} */
    static double[] signs(double[] differences) {
        int n = differences.length;
        if (n > LARGEST_PAIRED) {
            return signsAtRandom(differences);
        }
        var sums = new double[1 << n];
        for (int chosen = 1; chosen < sums.length; chosen++) {
            int first = Integer.numberOfTrailingZeros(chosen);
            sums[chosen] = sums[chosen & (chosen - 1)] + differences[first];
        }
        for (int chosen = 1; chosen < sums.length; chosen++) {
            sums[chosen] /= Integer.bitCount(chosen);
        }
        return Arrays.copyOfRange(sums, 1, sums.length);
    }

    private static double[] signsAtRandom(double[] differences) {
        var random = new SplittableRandom(SEED);
        var means = new double[AT_RANDOM];
        for (int i = 0; i < means.length; ) {
            double sum = 0;
            int chosen = 0;
            for (double difference : differences) {
                if (random.nextBoolean()) {
                    sum += difference;
                    chosen++;
                }
            }
            if (chosen > 0) {
                means[i++] = sum / chosen;
            }
        }
        return means;
    }

    /** {@return the difference of means of every exchange of as many of the one as of the other} */
    static double[] exchanges(double[] values, double[] reference) {
        var pool = Arrays.copyOf(values, values.length + reference.length);
        System.arraycopy(reference, 0, pool, values.length, reference.length);
        return groupings(values.length, pool.length) <= AT_RANDOM + 1
                ? allExchanges(pool, values.length)
                : exchangesAtRandom(pool, values.length);
    }

    private static double groupings(int first, int all) {
        double groupings = 1;
        for (int i = 1; i <= first; i++) {
            groupings = groupings * (all - first + i) / i;
        }
        return Math.rint(groupings);
    }

    private static double[] allExchanges(double[] pool, int first) {
        var found = new double[(int) groupings(first, pool.length) - 1];
        var indices = new int[first];
        for (int i = 0; i < first; i++) {
            indices[i] = i;
        }
        // Lexicographically; the first is the grouping that was seen, and left out.
        for (int next = 0; next < found.length; next++) {
            int i = first - 1;
            while (indices[i] == pool.length - first + i) {
                i--;
            }
            indices[i]++;
            for (int j = i + 1; j < first; j++) {
                indices[j] = indices[j - 1] + 1;
            }
            found[next] = exchanged(pool, first, indices);
        }
        return found;
    }

    private static double[] exchangesAtRandom(double[] pool, int first) {
        var random = new SplittableRandom(SEED);
        var found = new double[AT_RANDOM];
        var indices = new int[pool.length];
        for (int i = 0; i < indices.length; i++) {
            indices[i] = i;
        }
        for (int next = 0; next < found.length; ) {
            for (int i = 0; i < first; i++) {
                int other = random.nextInt(i, indices.length);
                int kept = indices[i];
                indices[i] = indices[other];
                indices[other] = kept;
            }
            double mean = exchanged(pool, first, Arrays.copyOf(indices, first));
            if (!Double.isNaN(mean)) {
                found[next++] = mean;
            }
        }
        return found;
    }

    /** {@return what left the first sample less what came to it, by the number of them; not a number if none did} */
    private static double exchanged(double[] pool, int first, int[] nowFirst) {
        double sum = 0;
        int came = 0;
        var stayed = new boolean[first];
        for (int index : nowFirst) {
            if (index < first) {
                stayed[index] = true;
            } else {
                sum -= pool[index];
                came++;
            }
        }
        for (int i = 0; i < first; i++) {
            sum += stayed[i] ? 0 : pool[i];
        }
        return sum / came;
    }
}
