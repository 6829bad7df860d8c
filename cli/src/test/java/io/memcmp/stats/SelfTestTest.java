package io.memcmp.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.stats.Contrast.Scale;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.function.IntToDoubleFunction;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A configuration against itself, on machines whose truth is known. */
final class SelfTestTest {

    @Test
    void aSteadyMachineHoldsTheLevelAndTheSpreadIsThatOfItsPairs() {
        var random = new Random(1);
        var test = of(figures(400, _ -> Math.exp(0.02 * random.nextGaussian())), Scale.RATIO, 1);
        assertEquals(0.02 * Math.sqrt(2), test.spread(), 0.003);
        assertFalse(test.alarmsAsRun(), test::toString);
        assertTrue(test.alarms() > 0, "it never says anything");
        assertEquals(Power.detectableRatio(test.spread(), 20, 1, 0.05), detectable(test, 20));
    }

    @Test
    void driftIsHarmlessInBlocksAndAlarmsWhereOneIsMeasuredAfterTheOther() {
        var random = new Random(2);
        var drifting = figures(60, trial -> Math.exp(0.01 * trial + 0.02 * random.nextGaussian()));
        var test = of(drifting, Scale.RATIO, 2);
        assertTrue(test.falseAlarmRate() <= 0.05 + 3 * Math.sqrt(0.05 * 0.95 / test.draws()), test::toString);
        assertTrue(test.sequentialAlarms() > test.windows() / 2, test::toString);
    }

    @Test
    void aMachineThatSlowsTheSecondOfEachPairAlarmsThoughRandomNamesHideIt() {
        var random = new Random(6);
        var test = of(
                figures(40, trial -> (trial % 2 == 0 ? 1 : 1.2) * Math.exp(0.02 * random.nextGaussian())),
                Scale.RATIO,
                6);
        assertTrue(test.alarmsAsRun(), test::toString);
        assertTrue(test.falseAlarmRate() <= 0.05 + 3 * Math.sqrt(0.05 * 0.95 / test.draws()), test::toString);
        var ratio = assertInstanceOf(Effect.Ratio.class, test.asRun().effect());
        assertTrue(ratio.simultaneous().contains(1.2), test::toString);
        assertTrue(ratio.simultaneous().low() > 1.1, test::toString);
    }

    @Test
    void aMachineThatTreatsBothAlikeAlarmsInOneOfTwentyRunsAtMostHoweverManyMetricsThereAre() {
        var random = new Random(7);
        int runs = 1_000;
        double alarms = Simulation.share(
                runs,
                _ -> SelfTest.asRun(IntStream.range(0, 4)
                                .mapToObj(_ -> new SelfTest.Figures(
                                        figures(20, _ -> Math.exp(0.02 * random.nextGaussian())), Scale.RATIO))
                                .toList())
                        .stream()
                        .anyMatch(Simulation::differs));
        assertTrue(alarms <= 0.05 + Simulation.error(0.05, runs), "alarms: " + alarms);
        assertTrue(alarms > 0, "it never says anything");
    }

    @Test
    void eachOfSixMetricsIsHeldToItsShareOfTheLevel() {
        // Eight pairs alike in sign: p is 2/256, six times that is 4.7 %.
        var slower = figures(16, trial -> (trial % 2 == 0 ? 1 : 1.2) + 0.001 * trial);
        var six = SelfTest.of(Collections.nCopies(6, new SelfTest.Figures(slower, Scale.RATIO)), 8);
        assertEquals(12 / 256.0, six.getFirst().asRun().adjustedP(), 1e-12);
        assertTrue(six.getFirst().alarmsAsRun());
        var seven = SelfTest.of(Collections.nCopies(7, new SelfTest.Figures(slower, Scale.RATIO)), 8);
        assertFalse(seven.getFirst().alarmsAsRun());
    }

    @Test
    void figuresThatAllAgreeHaveNoSpreadAndDetectEverything() {
        var test = of(Collections.nCopies(16, 5.0), Scale.RATIO, 3);
        assertEquals(0, test.spread());
        assertEquals(0, test.alarms());
        assertEquals(0, detectable(test, 6));
    }

    @Test
    void theSameSeedGivesTheSameNames() {
        var random = new Random(4);
        var figures = figures(40, _ -> Math.exp(random.nextGaussian()));
        assertEquals(of(figures, Scale.RATIO, 4), of(figures, Scale.RATIO, 4));
    }

    @Test
    void sevenPairsAreTooFew() {
        assertThrows(IllegalArgumentException.class, () -> of(Collections.nCopies(15, 1.0), Scale.RATIO, 5));
    }

    private static SelfTest of(List<Double> figures, Scale scale, long seed) {
        return SelfTest.of(List.of(new SelfTest.Figures(figures, scale)), seed).getFirst();
    }

    private static double detectable(SelfTest test, int blocks) {
        return test.detectable().stream()
                .filter(each -> each.blocks() == blocks)
                .findFirst()
                .orElseThrow()
                .difference();
    }

    private static List<Double> figures(int count, IntToDoubleFunction figure) {
        return IntStream.range(0, count).mapToDouble(figure).boxed().toList();
    }
}
