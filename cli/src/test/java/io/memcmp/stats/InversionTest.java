package io.memcmp.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.stats.Contrast.Design;
import io.memcmp.stats.Contrast.Scale;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.apache.commons.statistics.inference.MannWhitneyUTest;
import org.apache.commons.statistics.inference.PValueMethod;
import org.apache.commons.statistics.inference.WilcoxonSignedRankTest;
import org.junit.jupiter.api.Test;

/** Tests and intervals against another's, and against trying every effect and counting every regrouping. */
final class InversionTest {
    private static final double TAIL = 0.025;
    private static final WilcoxonSignedRankTest WILCOXON =
            WilcoxonSignedRankTest.withDefaults().with(PValueMethod.EXACT);
    private static final MannWhitneyUTest MANN_WHITNEY =
            MannWhitneyUTest.withDefaults().with(PValueMethod.EXACT);

    @Test
    void theSignedRankPIsThatOfCommonsStatistics() {
        var random = new Random(1);
        for (int i = 0; i < 300; i++) {
            var d = normal(random, random.nextInt(2, 40), 0.5);
            assertEquals(WILCOXON.test(d).getPValue(), paired(d).p(), 1e-10);
        }
    }

    @Test
    void theUPIsThatOfCommonsStatistics() {
        var random = new Random(2);
        for (int i = 0; i < 300; i++) {
            var a = normal(random, random.nextInt(2, 25), 0.7);
            var b = normal(random, random.nextInt(2, 25), 0);
            assertEquals(MANN_WHITNEY.test(a, b).getPValue(), independent(a, b).p(), 1e-10);
        }
    }

    @Test
    void theSignedRankIntervalHoldsTheEffectsThatCommonsStatisticsDoesNotRefuse() {
        var random = new Random(3);
        for (int i = 0; i < 60; i++) {
            var d = normal(random, random.nextInt(6, 25), 0.5);
            assertHoldsWhatIsNotRefused(
                    paired(d).interval(TAIL),
                    effect -> WILCOXON.test(shifted(d, effect)).getPValue());
        }
    }

    @Test
    void theUIntervalHoldsTheEffectsThatCommonsStatisticsDoesNotRefuse() {
        var random = new Random(4);
        for (int i = 0; i < 60; i++) {
            var a = normal(random, random.nextInt(4, 15), 0.5);
            var b = normal(random, random.nextInt(4, 15), 0);
            assertHoldsWhatIsNotRefused(
                    independent(a, b).interval(TAIL),
                    effect -> MANN_WHITNEY.test(shifted(a, effect), b).getPValue());
        }
    }

    @Test
    void theIntervalOfMeansHoldsTheEffectsThatCountingAllSignsDoesNotRefuse() {
        var random = new Random(5);
        for (int i = 0; i < 40; i++) {
            var d = normal(random, random.nextInt(6, 11), 0.5);
            var inversion = difference(d, new double[d.length], Design.PAIRED);
            assertHoldsWhatIsNotRefused(inversion.interval(TAIL), effect -> allSigns(shifted(d, effect)));
            assertEquals(allSigns(d), inversion.p(), 1e-10);
        }
    }

    @Test
    void theIntervalOfIndependentMeansHoldsTheEffectsThatCountingAllGroupingsDoesNotRefuse() {
        var random = new Random(6);
        for (int i = 0; i < 40; i++) {
            var a = normal(random, random.nextInt(3, 6), 1);
            var b = normal(random, random.nextInt(5, 7), 0);
            var inversion = difference(a, b, Design.INDEPENDENT);
            assertHoldsWhatIsNotRefused(inversion.interval(TAIL), effect -> allGroupings(shifted(a, effect), b));
            assertEquals(allGroupings(a, b), inversion.p(), 1e-10);
        }
    }

    @Test
    void regroupingsAtRandomComeNearToAllOfThem() {
        var random = new Random(7);
        var d = normal(random, 16, 0.3);
        assertEquals(allSigns(d), difference(d, new double[16], Design.PAIRED).p(), 0.01);
        var a = normal(random, 10, 0.4);
        var b = normal(random, 10, 0);
        assertEquals(allGroupings(a, b), difference(a, b, Design.INDEPENDENT).p(), 0.015);
    }

    /** Whatever the distances from zero, among all choices of their signs no level is exceeded: that is what p means. */
    @Test
    void withTiesAndZerosPIsExceededNoMoreOftenThanItSays() {
        var random = new Random(8);
        for (int i = 0; i < 40; i++) {
            var distances =
                    random.ints(random.nextInt(5, 10), 0, 4).asDoubleStream().toArray();
            var p = IntStream.range(0, 1 << distances.length)
                    .mapToDouble(signs -> paired(signed(distances, signs)).p())
                    .sorted()
                    .toArray();
            for (int rank = 1; rank <= p.length; rank++) {
                int atMost = rank;
                assertTrue(
                        rank <= p[rank - 1] * p.length + 1e-9 || (rank < p.length && p[rank] == p[rank - 1]),
                        () -> Arrays.toString(distances) + ": p " + p[atMost - 1] + " for " + atMost + " of "
                                + p.length);
            }
        }
    }

    /** Why the mid-ranks of the textbooks are not used: they refuse what the interval holds. */
    @Test
    void midRanksWouldContradictTheInterval() {
        var d = new double[] {0, 0, 0, 1, 1, 1, 1, 1, 1};
        assertTrue(allSigns(midRanked(d)) <= 2 * TAIL);
        assertTrue(paired(d).interval(TAIL).contains(0));
        assertTrue(paired(d).p() > 2 * TAIL);
    }

    private static double[] signed(double[] distances, int signs) {
        return IntStream.range(0, distances.length)
                .mapToDouble(i -> (signs >> i & 1) == 1 ? distances[i] : -distances[i])
                .toArray();
    }

    @Test
    void tiesThatRoundingWouldBreakAreKept() {
        // ln 2 - ln 1 and ln 4 - ln 8 are opposite, but not to the last bit.
        var values = List.of(2.0, 4.0, 3.0, 10.0, 7.0, 0.3);
        var reference = List.of(1.0, 8.0, 1.0, 30.0, 2.1, 1.0);
        var walsh = Estimate.of(new Contrast(values, reference, Design.PAIRED, Scale.RATIO))
                .inversion();
        var mirrored = Estimate.of(new Contrast(reference, values, Design.PAIRED, Scale.RATIO))
                .inversion();
        assertEquals(walsh.p(), mirrored.p());
    }

    private static void assertHoldsWhatIsNotRefused(Interval interval, DoubleUnaryOperator p) {
        double step = 1e-9;
        double level = 2 * TAIL + 1e-12;
        for (double end : new double[] {interval.low(), interval.high()}) {
            double inward = end == interval.low() ? step : -step;
            assertTrue(p.applyAsDouble(end + inward) > level, () -> interval + " is too wide");
            assertTrue(p.applyAsDouble(end - inward) <= level, () -> interval + " is too narrow");
        }
    }

    private static Inversion paired(double[] d) {
        return new Inversion(Numbers.walshAverages(d), 0, NullDistribution.signedRank(d.length));
    }

    private static Inversion independent(double[] a, double[] b) {
        return new Inversion(Numbers.allDifferences(a, b), 0, NullDistribution.mannWhitney(a.length, b.length));
    }

    private static Inversion difference(double[] a, double[] b, Design design) {
        return Estimate.of(new Contrast(boxed(a), boxed(b), design, Scale.DIFFERENCE))
                .inversion();
    }

    private static List<Double> boxed(double[] numbers) {
        return DoubleStream.of(numbers).boxed().toList();
    }

    private static double[] normal(Random random, int n, double mean) {
        return DoubleStream.generate(() -> mean + random.nextGaussian())
                .limit(n)
                .toArray();
    }

    private static double[] shifted(double[] numbers, double effect) {
        return DoubleStream.of(numbers).map(number -> number - effect).toArray();
    }

    /** Two-sided: twice the share of all choices of signs whose sum is at least as extreme, on the side it is on. */
    private static double allSigns(double[] d) {
        double seen = Math.abs(DoubleStream.of(d).sum());
        int extreme = 0;
        for (int signs = 0; signs < 1 << d.length; signs++) {
            double sum = 0;
            for (int i = 0; i < d.length; i++) {
                sum += (signs >> i & 1) == 1 ? d[i] : -d[i];
            }
            extreme += sum >= seen - 1e-12 ? 1 : 0;
        }
        return Math.min(1, 2 * extreme / Math.scalb(1.0, d.length));
    }

    private static double allGroupings(double[] a, double[] b) {
        var pool = DoubleStream.concat(DoubleStream.of(a), DoubleStream.of(b)).toArray();
        double all = DoubleStream.of(pool).sum();
        double seen = DoubleStream.of(a).sum() / a.length - DoubleStream.of(b).sum() / b.length;
        int above = 0;
        int below = 0;
        int groupings = 0;
        for (int chosen = 0; chosen < 1 << pool.length; chosen++) {
            if (Integer.bitCount(chosen) == a.length) {
                int now = chosen;
                double sum = IntStream.range(0, pool.length)
                        .filter(i -> (now >> i & 1) == 1)
                        .mapToDouble(i -> pool[i])
                        .sum();
                double distance = sum / a.length - (all - sum) / b.length;
                above += distance >= seen - 1e-12 ? 1 : 0;
                below += distance <= seen + 1e-12 ? 1 : 0;
                groupings++;
            }
        }
        return Math.min(1, 2.0 * Math.min(above, below) / groupings);
    }

    private static double[] midRanked(double[] d) {
        var distances = DoubleStream.of(d).filter(distance -> distance != 0).toArray();
        var ranks = Ranks.of(DoubleStream.of(distances).map(Math::abs).toArray());
        for (int i = 0; i < ranks.length; i++) {
            ranks[i] *= Math.signum(distances[i]);
        }
        return ranks.length == 0 ? new double[1] : ranks;
    }
}
