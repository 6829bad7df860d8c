package io.memcmp.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
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
        var test = SelfTest.of(figures(400, _ -> Math.exp(0.02 * random.nextGaussian())), Scale.RATIO, 1);
        assertEquals(0.02 * Math.sqrt(2), test.spread(), 0.003);
        assertFalse(test.tooManyAlarms());
        assertTrue(test.alarms() > 0, "it never says anything");
        assertEquals(Power.detectableRatio(test.spread(), 20, 1, 0.05), detectable(test, 20));
    }

    @Test
    void driftIsHarmlessInBlocksAndAlarmsWhereOneIsMeasuredAfterTheOther() {
        var random = new Random(2);
        var drifting = figures(60, trial -> Math.exp(0.01 * trial + 0.02 * random.nextGaussian()));
        var test = SelfTest.of(drifting, Scale.RATIO, 2);
        assertFalse(test.tooManyAlarms());
        assertTrue(test.sequentialAlarms() > test.windows() / 2, test::toString);
    }

    @Test
    void figuresThatAllAgreeHaveNoSpreadAndDetectEverything() {
        var test = SelfTest.of(Collections.nCopies(12, 5.0), Scale.RATIO, 3);
        assertEquals(0, test.spread());
        assertEquals(0, test.alarms());
        assertEquals(0, detectable(test, 6));
    }

    @Test
    void theSameSeedGivesTheSameNames() {
        var random = new Random(4);
        var figures = figures(40, _ -> Math.exp(random.nextGaussian()));
        assertEquals(SelfTest.of(figures, Scale.RATIO, 4), SelfTest.of(figures, Scale.RATIO, 4));
    }

    @Test
    void fivePairsAreTooFew() {
        assertThrows(IllegalArgumentException.class, () -> SelfTest.of(Collections.nCopies(11, 1.0), Scale.RATIO, 5));
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
