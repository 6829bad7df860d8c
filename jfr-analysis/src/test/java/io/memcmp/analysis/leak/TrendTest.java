package io.memcmp.analysis.leak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What the interval promises, on heaps that are made by hand; the seed is fixed, so that a figure here is a fact. */
class TrendTest {
    private static final int TIMES = 200;

    private final Random random = new Random(20);

    @Test
    void theDistributionOfInversionsIsThatOfAllOrders() {
        for (int n = 2; n <= 7; n++) {
            var inversions = new ArrayList<Integer>();
            permute(new int[n], 0, 0, inversions);
            Collections.sort(inversions);
            for (double chance : new double[] {0.005, 0.025, 0.05, 0.2}) {
                int k = Kendall.outside(n, chance);
                long fewer = inversions.stream().filter(each -> each < k).count();
                long atMost = inversions.stream().filter(each -> each <= k).count();
                assertTrue((double) fewer / inversions.size() <= chance + 1e-12);
                assertTrue((double) atMost / inversions.size() > chance);
            }
        }
    }

    private static void permute(int[] taken, int placed, int inversions, List<Integer> all) {
        if (placed == taken.length) {
            all.add(inversions);
            return;
        }
        int skipped = 0;
        for (int i = 0; i < taken.length; i++) {
            if (taken[i] == 0) {
                taken[i] = 1;
                permute(taken, placed + 1, inversions + skipped, all);
                taken[i] = 0;
                skipped++;
            }
        }
    }

    @Test
    void aStraightLineIsFoundToTheByte() {
        var looks = looks(20, t -> 5_000 + 300 * t, () -> 0);
        var line = Line.through(looks, 0.95);

        assertEquals(300, line.slope(), 1e-6);
        assertEquals(300, line.low(), 1e-6);
        assertEquals(300, line.high(), 1e-6);
        assertEquals(5_000, line.level(), 1e-6);
    }

    @Test
    void aLookFarOffMovesTheLineLittle() {
        var bytes = new double[20];
        var seconds = new double[20];
        for (int i = 0; i < 20; i++) {
            seconds[i] = i;
            bytes[i] = 100 * i + (i == 3 || i == 17 ? 1e6 : random.nextGaussian());
        }

        assertEquals(100, Line.through(new Looks(seconds, bytes), 0.95).slope(), 1);
    }

    /** Independent noise, noise that is correlated from look to look, and noise that only adds, as floating garbage does. */
    @ParameterizedTest
    @CsvSource({"0, false", "0.3, false", "0.5, false", "0, true"})
    void theIntervalHoldsTheTrueRateAsOftenAsItPromises(double correlation, boolean onlyAbove) {
        for (int n : new int[] {10, 25, 60}) {
            int held = 0;
            for (int i = 0; i < TIMES; i++) {
                var line = Trend.of(looks(n, t -> t, noise(0.05, correlation, onlyAbove)))
                        .line();
                held += line.contains(1) ? 1 : 0;
            }
            assertTrue(held >= 0.90 * TIMES, n + " looks: " + held + " of " + TIMES);
        }
    }

    /** One end of an interval of 95 % may lie on the wrong side in 2.5 % of the cases; correlated looks cost a little more. */
    @ParameterizedTest
    @CsvSource({"0, false, 0.025", "0.5, false, 0.05", "0, true, 0.025"})
    void aHeapThatStaysTheSameIsSeldomSaidToGrow(double correlation, boolean onlyAbove, double most) {
        for (int n : new int[] {10, 25, 60}) {
            int alarms = alarms(n, _ -> 0, () -> noise(0.05, correlation, onlyAbove));
            assertTrue(alarms <= most * TIMES, n + " looks: " + alarms + " of " + TIMES);
        }
    }

    /** The cache is full after this part of the time. */
    @ParameterizedTest
    @CsvSource({"0.2, 0.01", "0.3, 0.05", "0.5, 0.01", "0.5, 0.05", "0.6, 0.05"})
    void aCacheThatFilledIsNoLeak(double full, double noise) {
        for (int n : new int[] {25, 60}) {
            int alarms = alarms(n, t -> Math.min(1, t / full), () -> noise(noise, 0, true));
            assertTrue(alarms <= 0.05 * TIMES, n + " looks: " + alarms + " of " + TIMES);
        }
    }

    @ParameterizedTest
    @CsvSource({"2.5, 0.01", "2.5, 0.2", "5, 0.05", "5.5, 0.2", "8.5, 0.05"})
    void aCacheThatIsClearedNowAndThenIsNoLeak(double teeth, double noise) {
        for (int n : new int[] {10, 25, 60}) {
            int alarms = alarms(n, t -> t * teeth % 1, () -> noise(noise, 0, true));
            assertTrue(alarms <= 0.05 * TIMES, n + " looks: " + alarms + " of " + TIMES);
        }
    }

    @Test
    void aLeakOfTwentyTimesTheNoiseIsFound() {
        for (int n : new int[] {25, 60}) {
            int found = alarms(n, t -> t, () -> noise(0.05, 0, true));
            assertTrue(found >= 0.75 * TIMES, n + " looks: " + found + " of " + TIMES);
        }
    }

    @Test
    void aLeakThatBeginsLateIsToldFromWhereItBegins() {
        var trend = Trend.of(looks(40, t -> Math.max(0, t - 0.5), noise(0.01, 0, true)));

        assertTrue(trend.from() >= 16 && trend.from() <= 24, () -> "from " + trend.from());
        assertTrue(trend.line().contains(1), trend.line()::toString);
    }

    @Test
    void ofEachSpanTheLowestLookStays() {
        var looks = new Looks(new double[] {0, 1, 2, 3, 8, 9}, new double[] {5, 4, 6, 7, 3, 9});
        var lowest = looks.lowestOf(5, 10);

        assertEquals(3, lowest.size());
        assertEquals(1, lowest.seconds(0));
        assertEquals(4, lowest.bytes(0));
        assertEquals(6, lowest.bytes(1));
        assertEquals(3, lowest.bytes(2));
    }

    private interface Noise {
        double next();
    }

    private interface Noises {
        Noise begin();
    }

    private int alarms(int n, DoubleUnaryOperator heap, Noises noise) {
        int alarms = 0;
        for (int i = 0; i < TIMES; i++) {
            var trend = Trend.of(looks(n, heap, noise.begin()));
            boolean told = n - trend.from() >= Trend.FEWEST_LOOKS;
            alarms += told && trend.line().low() > 0 ? 1 : 0;
        }
        return alarms;
    }

    private Looks looks(int n, DoubleUnaryOperator heap, Noise noise) {
        var seconds = new double[n];
        var bytes = new double[n];
        for (int i = 0; i < n; i++) {
            seconds[i] = (i + random.nextDouble()) / n;
            bytes[i] = heap.applyAsDouble(seconds[i]) + noise.next();
        }
        return new Looks(seconds, bytes);
    }

    private Noise noise(double size, double correlation, boolean onlyAbove) {
        if (onlyAbove) {
            return () -> -size * Math.log(1 - random.nextDouble());
        }
        var last = new double[] {random.nextGaussian()};
        return () -> {
            last[0] = correlation * last[0] + Math.sqrt(1 - correlation * correlation) * random.nextGaussian();
            return size * last[0];
        };
    }
}
