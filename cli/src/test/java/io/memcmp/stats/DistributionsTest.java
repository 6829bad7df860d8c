package io.memcmp.stats;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** The distributions against published tables and against counting everything out. */
final class DistributionsTest {
    private static final double TAIL = 0.025;

    @Test
    void theSignedRankIntervalEndsWhereTheTableSays() {
        var blocks = new int[] {6, 7, 8, 9, 10, 12, 15, 20, 30};
        var depths = IntStream.of(blocks).map(n -> depth(NullDistribution.signedRank(n), n * (n + 1) / 2));
        assertArrayEquals(new int[] {1, 3, 4, 6, 9, 14, 26, 53, 138}, depths.toArray());
        assertEquals(0, depth(NullDistribution.signedRank(5), 15));
    }

    @Test
    void theIntervalOfUEndsWhereTheTableSays() {
        var trials = new int[] {4, 5, 6, 8, 10, 12, 15, 20, 30};
        var depths = IntStream.of(trials).map(n -> depth(NullDistribution.mannWhitney(n, n), n * n));
        assertArrayEquals(new int[] {1, 3, 6, 14, 24, 38, 65, 128, 318}, depths.toArray());
        var confidence = new double[] {97.1, 96.8, 95.9, 95.0, 95.7, 95.5, 95.5, 95.1, 95.0};
        for (int i = 0; i < trials.length; i++) {
            int n = trials[i];
            var chance = NullDistribution.mannWhitney(n, n);
            assertEquals(confidence[i], 100 * (1 - 2 * chance.atMost(depth(chance, n * n) - 1)), 0.05, n + " trials");
        }
    }

    @Test
    void theSmallestPAreThoseOfTheTables() {
        var blocks = new int[] {5, 6, 7, 8, 9, 10, 12};
        var signedRank = new double[] {.0625, .0313, .0156, .0078, .0039, .00195, .0005};
        for (int i = 0; i < blocks.length; i++) {
            assertEquals(
                    signedRank[i], 2 * NullDistribution.signedRank(blocks[i]).atMost(0), 6e-5);
        }
        var u = new double[] {.3333, .1, .02857, .00794, .00216};
        for (int n = 2; n <= 6; n++) {
            assertEquals(u[n - 2], 2 * NullDistribution.mannWhitney(n, n).atMost(0), 6e-5);
        }
    }

    @Test
    void signedRanksAreAsLikelyAsAllChoicesOfSignsCounted() {
        for (int n = 1; n <= 12; n++) {
            var ways = new int[n * (n + 1) / 2 + 1];
            for (int signs = 0; signs < 1 << n; signs++) {
                int chosen = signs;
                ways[
                        IntStream.rangeClosed(1, n)
                                .filter(rank -> (chosen >> (rank - 1) & 1) == 1)
                                .sum()]++;
            }
            assertCounted(ways, NullDistribution.signedRank(n));
        }
    }

    @Test
    void uIsAsLikelyAsAllOrdersCounted() {
        for (int first = 1; first <= 6; first++) {
            for (int second = 1; second <= 6; second++) {
                var ways = new int[first * second + 1];
                for (int order = 0; order < 1 << (first + second); order++) {
                    if (Integer.bitCount(order) == first) {
                        ways[u(order, first + second)]++;
                    }
                }
                assertCounted(ways, NullDistribution.mannWhitney(first, second));
            }
        }
    }

    @Test
    void beyondTheExactOnesTheNormalDistributionTakesOverSmoothly() {
        for (int n : new int[] {51, 60}) {
            int middle = n * (n + 1) / 4;
            double exact = exactSignedRank(n, (int) (middle * 0.7));
            assertEquals(exact, NullDistribution.signedRank(n).atMost((int) (middle * 0.7)), 0.02 * exact);
        }
        assertEquals(0.5, NullDistribution.mannWhitney(60, 60).atMost(1800), 0.005);
    }

    private static double exactSignedRank(int n, int sum) {
        var ways = new double[n * (n + 1) / 2 + 1];
        ways[0] = 1;
        for (int rank = 1; rank <= n; rank++) {
            for (int i = ways.length - 1; i >= rank; i--) {
                ways[i] += ways[i - rank];
            }
        }
        return IntStream.rangeClosed(0, sum).mapToDouble(i -> ways[i]).sum() / Math.scalb(1.0, n);
    }

    private static int depth(NullDistribution chance, int thresholds) {
        return new Inversion(new double[thresholds], 0, chance).depth(TAIL);
    }

    /** How often one of the first sample is above one of the second, if bit i tells whose the i-th smallest is. */
    private static int u(int order, int all) {
        int u = 0;
        int seconds = 0;
        for (int i = 0; i < all; i++) {
            if ((order >> i & 1) == 1) {
                u += seconds;
            } else {
                seconds++;
            }
        }
        return u;
    }

    private static void assertCounted(int[] ways, NullDistribution chance) {
        double all = IntStream.of(ways).sum();
        double below = 0;
        for (int i = 0; i < ways.length; i++) {
            below += ways[i];
            assertEquals(below / all, chance.atMost(i), 1e-12);
        }
    }
}
