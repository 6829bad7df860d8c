package io.memcmp.stats;

import static io.memcmp.stats.Simulation.ALPHA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * The verdicts of tens of thousands of runs whose truth is known, and the table of `docs/statistics.md` (target/calibration.md).
 * Each share may be off by three standard deviations of its count; with 10,000 runs that is 0.7 points at 5 %.
 */
@Tag("slow")
@Tag("beside")
final class CalibrationSlowTest {
    private static final int RUNS = 10_000;
    private static final int FAMILIES = 4_000;
    private static final int[] BLOCKS = {6, 10, 20};
    private static final double TRUTH = 1.04;
    private static final List<String> TABLE = new ArrayList<>();

    @ParameterizedTest
    @EnumSource
    void oneComparisonHoldsItsLevelAndItsIntervalTheTruth(Noise noise) {
        for (int blocks : BLOCKS) {
            var null0 = new Simulation(blocks, noise, blocks);
            double alarms = Simulation.share(RUNS, _ -> Simulation.differs(null0.pair(1)));
            var shifted = new Simulation(100 + blocks, noise, blocks);
            double covered = Simulation.share(RUNS, _ -> Simulation.covers(shifted.pair(TRUTH), TRUTH));
            line("one comparison, false alarms", noise, blocks, alarms);
            line("one comparison, 95 % interval holds the truth", noise, blocks, covered);
            assertTrue(alarms <= ALPHA + Simulation.error(ALPHA, RUNS), noise + " " + blocks + ": alarms " + alarms);
            assertTrue(covered >= 0.95 - Simulation.error(0.95, RUNS), noise + " " + blocks + ": covered " + covered);
        }
    }

    /**
     * Two cells of different noise are not exchangeable, and the level is not promised: what is estimated is the median of means
     * of two differences, which is not 0 where the medians are equal but one tail is longer. Its interval holds that
     * estimate's truth about as often as it says, and leaves "equal medians" out more often than in 5 %.
     */
    @Test
    void aSkewedCellAgainstAQuietOneIsToldFromItByMoreThanItsMedian() {
        double truth = Simulation.unevenTruth();
        assertTrue(truth > 1.001 && truth < 1.005, "truth " + truth);
        for (int blocks : BLOCKS) {
            var simulation = new Simulation(700 + blocks, Noise.NORMAL, blocks);
            int said = 0;
            int held = 0;
            for (int run = 0; run < RUNS; run++) {
                var comparison = simulation.uneven();
                said += Simulation.differs(comparison) ? 1 : 0;
                held += Simulation.covers(comparison, truth) ? 1 : 0;
            }
            double differs = (double) said / RUNS;
            double covered = (double) held / RUNS;
            line("cell skewed, reference quiet, equal medians: said to differ", Noise.SKEWED, blocks, differs);
            line("cell skewed, reference quiet, 95 % interval holds the pseudo-median", Noise.SKEWED, blocks, covered);
            assertTrue(differs < 0.15, blocks + ": " + differs);
            assertTrue(blocks < 10 || differs > ALPHA + Simulation.error(ALPHA, RUNS), blocks + ": " + differs);
            assertTrue(covered >= 0.92, blocks + ": " + covered);
        }
    }

    @ParameterizedTest
    @EnumSource
    void aFamilyOfSevenCellsAndTwoMetricsHoldsItsLevel(Noise noise) {
        for (int blocks : new int[] {9, 10, 20}) {
            var simulation = new Simulation(200 + blocks, noise, blocks);
            double alarms = Simulation.share(
                    FAMILIES, _ -> simulation.family(6, 2, 1).stream().anyMatch(Simulation::differs));
            line("any false alarm among 6 cells × 2 metrics", noise, blocks, alarms);
            assertTrue(alarms <= ALPHA + Simulation.error(ALPHA, FAMILIES), noise + " " + blocks + ": " + alarms);
        }
    }

    @Test
    void aDifferenceAsLargeAsThePrintedOneIsFoundInFourRunsOfFive() {
        for (int comparisons : new int[] {1, 12}) {
            for (int blocks : comparisons == 1 ? new int[] {6, 8, 10, 15, 20, 30, 50} : new int[] {9, 10, 20, 30}) {
                double found = power(blocks, comparisons);
                line(
                        "found, of differences as large as printed; " + comparisons + " compared",
                        Noise.NORMAL,
                        blocks,
                        found);
                int runs = RUNS / comparisons;
                assertEquals(
                        0.8,
                        found,
                        0.01 + Simulation.error(0.8, runs),
                        blocks + " blocks, " + comparisons + " compared");
            }
        }
    }

    private static double power(int blocks, int comparisons) {
        var simulation = new Simulation(300 + blocks, Noise.NORMAL, blocks);
        double detectable = 1 + Power.detectableRatio(Noise.SPREAD * Math.sqrt(2), blocks, comparisons, ALPHA);
        int runs = RUNS / comparisons;
        return Simulation.share(
                runs,
                _ -> Simulation.differs(
                        simulation.family(comparisons, 1, detectable).getFirst()));
    }

    @ParameterizedTest
    @EnumSource
    void measuringUntilPreciseMakesNoFalseAlarms(Noise noise) {
        var random = new Random(400);
        int alarms = 0;
        int stopped = 0;
        int covered = 0;
        for (int run = 0; run < FAMILIES; run++) {
            var whole = new Simulation(random.nextLong(), noise, 50)
                    .contrasts(1, 1, 0)
                    .getFirst();
            for (int blocks = 10; blocks <= 50; blocks += 5) {
                var comparison = first(whole, blocks);
                boolean enough = Precision.reached(blocks, first -> List.of(first(whole, first)), 0.02);
                if (enough || blocks == 50) {
                    alarms += Simulation.differs(comparison) ? 1 : 0;
                    covered += Simulation.covers(comparison, 1) ? 1 : 0;
                    stopped += blocks < 50 ? 1 : 0;
                    break;
                }
            }
        }
        double share = (double) alarms / FAMILIES;
        line("false alarms with --until-precision 2%", noise, 0, share);
        line("95 % interval holds the truth with --until-precision 2%", noise, 0, (double) covered / FAMILIES);
        assertTrue(stopped > FAMILIES / 2, stopped + " stopped early");
        assertTrue(share <= ALPHA + Simulation.error(ALPHA, FAMILIES), "alarms " + share);
    }

    private static Comparison first(Contrast whole, int blocks) {
        var contrast = new Contrast(
                whole.values().subList(0, blocks), whole.reference().subList(0, blocks), whole.design(), whole.scale());
        return Comparisons.family(List.of(contrast), Simulation.MARGIN, ALPHA).getFirst();
    }

    @Test
    void theGeometricMeanOverWorkloadsHoldsTheTruthWhereABootstrapOfBlocksDoesNot() {
        int runs = 2_000;
        for (int blocks : BLOCKS) {
            var simulation = new Simulation(500 + blocks, Noise.SKEWED, blocks);
            var random = new Random(blocks);
            int exact = 0;
            int bootstrap = 0;
            for (int run = 0; run < runs; run++) {
                var mean = GeometricMean.of(simulation.contrasts(1, 4, 0.04)).orElseThrow();
                var comparison = Comparisons.family(List.of(mean), Simulation.MARGIN, ALPHA)
                        .getFirst();
                exact += Simulation.covers(comparison, Math.exp(0.04)) ? 1 : 0;
                bootstrap += bootstrapped(mean, random).contains(0.04) ? 1 : 0;
            }
            line(
                    "geometric mean of 4 workloads, 95 % interval holds the truth",
                    Noise.SKEWED, blocks, (double) exact / runs);
            line("the same by percentile bootstrap of blocks", Noise.SKEWED, blocks, (double) bootstrap / runs);
            assertTrue((double) exact / runs >= 0.95 - Simulation.error(0.95, runs), blocks + ": " + exact);
        }
    }

    private static Interval bootstrapped(Contrast mean, Random random) {
        var differences = Numbers.differences(
                Numbers.logarithms(Numbers.array(mean.values())), Numbers.logarithms(Numbers.array(mean.reference())));
        var means = IntStream.range(0, 999)
                .mapToDouble(_ -> random.ints(differences.length, 0, differences.length)
                        .mapToDouble(i -> differences[i])
                        .average()
                        .orElseThrow())
                .sorted()
                .toArray();
        return new Interval(means[24], means[974], 0.95);
    }

    /** Why the adjusted p is not Holm's: what it finds more, and what intervals at its levels would miss. */
    @Test
    void intervalsAtHolmsLevelsWouldNotHoldTogether() {
        var simulation = new Simulation(600, Noise.NORMAL, 10);
        double shift = 0.04;
        var simultaneous = new Tally();
        var holm = new Tally();
        for (int run = 0; run < FAMILIES; run++) {
            var inversions = IntStream.range(0, 12)
                    .mapToObj(_ -> simulation.contrasts(1, 1, shift).getFirst())
                    .map(contrast -> Estimate.of(contrast).inversion())
                    .sorted(Comparator.comparingDouble(Inversion::p))
                    .toList();
            simultaneous.add(inversions, Collections.nCopies(12, ALPHA / 12), shift);
            holm.add(inversions, holmsLevels(inversions), shift);
        }
        line("of 12 real differences, found by simultaneous intervals", Noise.NORMAL, 10, simultaneous.found());
        line("of 12 real differences, found by Holm", Noise.NORMAL, 10, holm.found());
        line("any of 12 simultaneous intervals misses the truth", Noise.NORMAL, 10, simultaneous.missed());
        line("any of 12 intervals at Holm's levels misses the truth", Noise.NORMAL, 10, holm.missed());
        assertTrue(simultaneous.missed() <= ALPHA + Simulation.error(ALPHA, FAMILIES));
        assertTrue(holm.missed() > 2 * ALPHA);
    }

    /** The level at which each is tested: the next larger one only after the one before was refused. */
    private static List<Double> holmsLevels(List<Inversion> byP) {
        var levels = new ArrayList<Double>();
        boolean refusing = true;
        for (int i = 0; i < byP.size(); i++) {
            levels.add(refusing ? ALPHA / (byP.size() - i) : levels.getLast());
            refusing &= byP.get(i).p() <= levels.getLast();
        }
        return levels;
    }

    /** What families of intervals at given levels find and miss. */
    private static final class Tally {
        private int found;
        private int missed;

        void add(List<Inversion> inversions, List<Double> levels, double truth) {
            boolean any = false;
            for (int i = 0; i < inversions.size(); i++) {
                var interval = inversions.get(i).interval(levels.get(i) / 2);
                found += interval.contains(0) ? 0 : 1;
                any |= !interval.contains(truth);
            }
            missed += any ? 1 : 0;
        }

        double found() {
            return found / 12.0 / FAMILIES;
        }

        double missed() {
            return (double) missed / FAMILIES;
        }
    }

    private static void line(String what, Noise noise, int blocks, double share) {
        TABLE.add("| %s | %s | %s | %.2f %% |"
                .formatted(
                        what,
                        noise.name().toLowerCase(Locale.ROOT).replace('_', ' '),
                        blocks == 0 ? "10 to 50" : blocks,
                        100 * share));
    }

    @AfterAll
    static void write() throws IOException {
        var lines = new ArrayList<>(List.of("| what | noise | blocks | share |", "|---|---|---|---|"));
        lines.addAll(TABLE.stream().sorted().toList());
        Files.createDirectories(Path.of("target"));
        Files.write(Path.of("target", "calibration.md"), lines);
    }
}
