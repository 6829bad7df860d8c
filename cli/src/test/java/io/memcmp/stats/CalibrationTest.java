package io.memcmp.stats;

import static io.memcmp.stats.Simulation.ALPHA;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/**
 * What is said of machines whose truth is known; {@link CalibrationSlowTest} asks the same of many more. A share that should be
 * at most 5 % may be counted as 5 % and three standard deviations of such a count: a right method fails once in 700.
 */
final class CalibrationTest {
    private static final int RUNS = 1_000;

    @Test
    void whereThereIsNoDifferenceNoneIsSaidInNineteenOfTwentyRuns() {
        for (var noise : Noise.values()) {
            var simulation = new Simulation(1, noise, 10);
            double alarms = Simulation.share(RUNS, _ -> Simulation.differs(simulation.pair(1)));
            assertTrue(alarms <= ALPHA + Simulation.error(ALPHA, RUNS), noise + ": " + alarms);
            assertTrue(alarms > 0, noise + ": it never says anything");
        }
    }

    @Test
    void norInTwelveComparisonsWithOneReference() {
        var simulation = new Simulation(2, Noise.HEAVY_TAILED, 10);
        double alarms =
                Simulation.share(RUNS, _ -> simulation.family(6, 2, 1).stream().anyMatch(Simulation::differs));
        assertTrue(alarms <= ALPHA + Simulation.error(ALPHA, RUNS), "alarms: " + alarms);
    }

    @Test
    void theTruthIsInTheInterval() {
        for (var noise : Noise.values()) {
            var simulation = new Simulation(3, noise, 10);
            double covered = Simulation.share(RUNS, _ -> Simulation.covers(simulation.pair(1.04), 1.04));
            assertTrue(covered >= 0.95 - Simulation.error(0.95, RUNS), noise + ": " + covered);
        }
    }

    @Test
    void aDifferenceAsLargeAsThePrintedOneIsFoundInFourRunsOfFive() {
        var simulation = new Simulation(4, Noise.NORMAL, 20);
        double detectable = 1 + Power.detectableRatio(Noise.SPREAD * Math.sqrt(2), 20, 1, ALPHA);
        double found = Simulation.share(RUNS, _ -> Simulation.differs(simulation.pair(detectable)));
        assertEquals(0.8, found, 0.04);
    }

    @Test
    void theDetectableDifferenceThatIsPrintedIsThatOfTheTruthOnAverage() {
        var simulation = new Simulation(5, Noise.NORMAL, 20);
        double mean = IntStream.range(0, 300)
                .mapToDouble(_ -> simulation.pair(1).minimalDetectable())
                .average()
                .orElseThrow();
        assertEquals(Power.detectableRatio(Noise.SPREAD * Math.sqrt(2), 20, 1, ALPHA), mean, 0.001);
    }

    @Test
    void independentTrialsAndCountsHoldTheLevelToo() {
        var simulation = new Simulation(6, Noise.SKEWED, 10);
        var apart = Simulation.share(RUNS, _ -> Simulation.differs(simulation.apart(1)));
        assertTrue(apart <= ALPHA + Simulation.error(ALPHA, RUNS), "apart: " + apart);
        for (var design : Contrast.Design.values()) {
            var counts = new Simulation(7, Noise.NORMAL, 8);
            double alarms = Simulation.share(RUNS / 2, _ -> Simulation.differs(counts.counts(0.7, design)));
            assertTrue(alarms <= ALPHA + Simulation.error(ALPHA, RUNS / 2), design + ": " + alarms);
        }
    }

    @Test
    void anEmptyFamilySaysNothing() {
        assertEquals(List.of(), Comparisons.family(List.of(), 0.03, ALPHA));
    }
}
