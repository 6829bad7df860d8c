package io.memcmp.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.stats.Contrast.Design;
import io.memcmp.stats.LowerBound.Costs;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.stream.DoubleStream;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@Tag("beside")
class LowerBoundTest {
    private static final long SEED = 42;

    private static Costs costs(double total, double explicit) {
        return new Costs(List.of(total), List.of(total - explicit));
    }

    /** Serial, Parallel and ZGC on h2 with a heap of 3x: Cai et al., 2022, in 10⁹ cycles. */
    @Test
    void thePublishedExampleComesOutAsPublished() {
        var bounds = LowerBound.of(
                List.of(costs(108.33, 4.46), costs(108.12, 2.75), costs(218.72, 0.03)), Design.PAIRED, SEED);
        assertEquals(0, bounds.minimum());
        assertEquals(103.87, bounds.cost(), 1e-9);
        assertEquals(
                List.of("1.043", "1.041", "2.106"),
                bounds.estimates().stream()
                        .map(estimate -> "%.3f".formatted(estimate.ratio()))
                        .toList());
        assertFalse(bounds.estimates().getFirst().interval().bounded());
    }

    @Test
    void theIntervalIsStudentsOfTheLogarithmsBlockByBlock() {
        var one = new Costs(List.of(110.0, 121.0, 132.0), List.of(100.0, 110.0, 120.0));
        var other = new Costs(List.of(200.0, 231.0, 230.0), List.of(190.0, 230.0, 225.0));
        var bounds = LowerBound.of(List.of(one, other), Design.PAIRED, SEED);
        assertEquals(0, bounds.minimum());
        // Each block of the first has the same ratio: there is no doubt about it.
        assertEquals(1.1, bounds.estimates().getFirst().ratio(), 1e-12);
        assertEquals(1.1, bounds.estimates().getFirst().interval().low(), 1e-12);
        double[] logs = {Math.log(2), Math.log(2.1), Math.log(230 / 120.0)};
        double mean = DoubleStream.of(logs).average().orElseThrow();
        double variance =
                DoubleStream.of(logs).map(log -> (log - mean) * (log - mean)).sum() / 2;
        // t of 2 degrees of freedom: its quantiles are (2q - 1) / sqrt(2q(1 - q)).
        double below = 0.975 / Math.sqrt(2 * 0.9875 * 0.0125); // either of the two may have the least: half of 2.5 %
        double above = 0.95 / Math.sqrt(2 * 0.975 * 0.025);
        var interval = bounds.estimates().getLast().interval();
        assertEquals(Math.exp(mean - below * Math.sqrt(variance / 3)), interval.low(), 1e-9);
        assertEquals(Math.exp(mean + above * Math.sqrt(variance / 3)), interval.high(), 1e-9);
    }

    @Test
    void trialsThatDoNotBelongTogetherHaveTheWiderIntervalOfWelch() {
        var random = new Random(1);
        var blocks = IntStream.range(0, 8)
                .mapToDouble(_ -> 100 * Math.exp(0.2 * random.nextGaussian()))
                .boxed()
                .toList();
        var one = new Costs(blocks, blocks.stream().map(cost -> cost * 0.9).toList());
        var other = new Costs(blocks.stream().map(cost -> cost * 1.5).toList(), blocks);
        var paired = LowerBound.of(List.of(one, other), Design.PAIRED, SEED);
        var apart = LowerBound.of(List.of(one, other), Design.INDEPENDENT, SEED);
        assertEquals(
                paired.estimates().getLast().ratio(),
                apart.estimates().getLast().ratio(),
                1e-12);
        assertTrue(length(paired.estimates().getLast().interval()) < 1e-9);
        assertTrue(length(apart.estimates().getLast().interval()) > 0.2);
        // A trial's total and its own distilled cost still do: the bound is surely as large as their ratio.
        assertEquals(1 / 0.9, apart.estimates().getFirst().interval().low(), 1e-9);
    }

    private static double length(Interval interval) {
        return interval.high() - interval.low();
    }

    @Test
    void withFewBlocksTheIntervalIsWideHoweverAlikeTwoOfThemAre() {
        var bounds = LowerBound.of(
                List.of(new Costs(List.of(100.0, 101.0), List.of(90.0, 90.1)), costs(List.of(120.0, 118.0))),
                Design.PAIRED,
                SEED);
        assertTrue(length(bounds.estimates().getLast().interval()) > 0.2, bounds::toString);
    }

    private static Costs costs(List<Double> totals) {
        return new Costs(totals, totals);
    }

    @Test
    void anEstimateLiesInItsIntervalAndTheSeedMakesItRepeatable() {
        for (int n : List.of(2, 5, 19, 20, 30)) {
            var made = made(6, n, 0.05, new Random(n));
            var bounds = LowerBound.of(made, Design.PAIRED, SEED);
            assertEquals(bounds, LowerBound.of(made, Design.PAIRED, SEED));
            for (var estimate : bounds.estimates()) {
                assertTrue(estimate.interval().contains(estimate.ratio()), () -> n + " " + estimate);
            }
        }
    }

    @Test
    void whatCannotBeIsRefused() {
        assertThrows(IllegalArgumentException.class, () -> costs(10, 10));
        assertThrows(IllegalArgumentException.class, () -> new Costs(List.of(), List.of()));
        var uneven = List.of(costs(List.of(1.0)), costs(List.of(1.0, 2.0)));
        assertThrows(IllegalArgumentException.class, () -> LowerBound.of(uneven, Design.PAIRED, SEED));
    }

    /** Configurations whose distilled costs are all 100, and whose totals are 110, 120 … */
    private static List<Costs> made(int configurations, int blocks, double noise, Random random) {
        var drift = IntStream.range(0, blocks)
                .mapToDouble(_ -> 0.1 * random.nextGaussian())
                .toArray();
        var made = new ArrayList<Costs>();
        for (int configuration = 0; configuration < configurations; configuration++) {
            var totals = new ArrayList<Double>();
            var distilled = new ArrayList<Double>();
            for (int block = 0; block < blocks; block++) {
                double speed = Math.exp(drift[block] + noise * random.nextGaussian());
                totals.add((110 + 10 * configuration) * speed);
                distilled.add(100 * speed);
            }
            made.add(new Costs(totals, distilled));
        }
        return made;
    }

    /**
     * Six configurations equally good: the worst case for a minimum. Of 20 blocks and more the truth lies in nearly 95 % of
     * the intervals, because one half finds the minimum and the other measures it; taken from all blocks at once it is too low.
     */
    @Tag("slow")
    @ParameterizedTest
    @ValueSource(ints = {20, 40})
    void theTruthLiesInTheIntervalAsOftenAsItSays(int blocks) {
        var random = new Random(blocks);
        int cases = 300;
        int held = 0;
        double bias = 0;
        double naive = 0;
        for (int i = 0; i < cases; i++) {
            var made = made(6, blocks, 0.05, random);
            var bounds = LowerBound.of(made, Design.PAIRED, SEED + i);
            var last = bounds.estimates().getLast();
            held += last.interval().contains(1.6) ? 1 : 0;
            bias += Math.log(last.ratio() / 1.6) / cases;
            double least = made.stream()
                    .mapToDouble(each -> geometric(each.distilled()))
                    .min()
                    .orElseThrow();
            naive += Math.log(geometric(made.getLast().totals()) / least / 1.6) / cases;
        }
        assertTrue(held >= 0.92 * cases, held + " of " + cases);
        assertTrue(Math.abs(bias) < 0.3 * naive, bias + " against " + naive);
    }

    /** The least of few blocks is the least by luck too, and no halves tell: its interval must hold the truth all the same. */
    @ParameterizedTest
    @ValueSource(ints = {6, 30})
    void withFewBlocksTheMinimumWasSelectedAndTheIntervalHoldsTheTruth(int cells) {
        assertHolds(cells, 400);
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(ints = {6, 30})
    void soItDoesInThousandsOfRuns(int cells) {
        assertHolds(cells, 10_000);
    }

    private static void assertHolds(int cells, int runs) {
        var random = new Random(cells);
        int held = 0;
        int tooHigh = 0;
        int plainTooHigh = 0;
        for (int run = 0; run < runs; run++) {
            var made = equal(cells, 10, random);
            var last = LowerBound.of(made, Design.PAIRED, SEED).estimates().getLast();
            plainTooHigh += lowOfTheMinimumAlone(made) > Math.log(1.6) ? 1 : 0;
            held += last.interval().contains(1.6) ? 1 : 0;
            tooHigh += last.interval().low() > 1.6 ? 1 : 0;
        }
        var counted = held + " hold, " + tooHigh + " too high, alone " + plainTooHigh + ", of " + runs;
        assertTrue(held >= (0.95 - Simulation.error(0.95, runs)) * runs, counted);
        assertTrue(tooHigh <= (0.025 + Simulation.error(0.025, runs)) * runs, counted);
        assertTrue(plainTooHigh > (0.025 + Simulation.error(0.025, runs)) * runs, counted);
    }

    /** What would come of it if the minimum had been known beforehand. */
    private static double lowOfTheMinimumAlone(List<Costs> made) {
        var least = made.stream()
                .min(Comparator.comparingDouble(each -> geometric(each.distilled())))
                .orElseThrow();
        var differences = Numbers.differences(
                Numbers.logarithms(Numbers.array(made.getLast().totals())),
                Numbers.logarithms(Numbers.array(least.distilled())));
        int n = differences.length;
        return Numbers.mean(differences)
                - Quantiles.t(n - 1, 0.975) * Math.sqrt(Numbers.squares(differences) / (n - 1) / n);
    }

    /** Distilled costs that are all 100 on average, the last one's total 160, each with its own noise on a machine that drifts. */
    private static List<Costs> equal(int cells, int blocks, Random random) {
        var made = new ArrayList<Costs>();
        var drift = IntStream.range(0, blocks)
                .mapToDouble(_ -> 0.1 * random.nextGaussian())
                .toArray();
        for (int cell = 0; cell < cells; cell++) {
            made.add(new Costs(around(cell == cells - 1 ? 160 : 130, drift, random), around(100, drift, random)));
        }
        return made;
    }

    private static List<Double> around(double cost, double[] drift, Random random) {
        return DoubleStream.of(drift)
                .mapToObj(off -> cost * Math.exp(off + 0.05 * random.nextGaussian()))
                .toList();
    }

    /** Nothing was subtracted, and all are equal: halves that find and measure put the bound below 1 as often as above. */
    @ParameterizedTest
    @ValueSource(ints = {5, 20})
    void aBoundIsNeverBelowOne(int blocks) {
        var random = new Random(3);
        var made = IntStream.range(0, 4)
                .mapToObj(_ -> costs(around(100, new double[blocks], random)))
                .toList();
        for (var estimate : LowerBound.of(made, Design.PAIRED, SEED).estimates()) {
            assertTrue(estimate.ratio() >= 1, estimate::toString);
            assertTrue(estimate.interval().low() >= 1, estimate::toString);
            assertTrue(estimate.interval().contains(estimate.ratio()), estimate::toString);
        }
    }

    private static double geometric(List<Double> values) {
        return Math.exp(values.stream().mapToDouble(Math::log).average().orElseThrow());
    }
}
