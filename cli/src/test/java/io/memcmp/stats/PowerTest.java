package io.memcmp.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.stats.Contrast.Design;
import org.junit.jupiter.api.Test;

/** What can be shown, and with how many blocks. */
final class PowerTest {
    private static final double ALPHA = 0.05;
    private static final int[] BLOCKS = {6, 10, 20, 30, 50};

    @Test
    void theMinimalDetectableChangesOfTheFormulaAreThoseOfTheTable() {
        assertDetectable(0.5, 0.7, 0.5, 0.3, 0.3, 0.2);
        assertDetectable(1, 1.4, 1.0, 0.7, 0.5, 0.4);
        assertDetectable(2, 2.9, 2.0, 1.3, 1.1, 0.8);
        assertDetectable(3, 4.4, 3.0, 2.0, 1.6, 1.2);
        assertDetectable(5, 7.4, 5.1, 3.4, 2.7, 2.0);
        assertDetectable(10, 15.3, 10.5, 6.8, 5.4, 4.1);
        assertDetectable(20, 33.0, 22.0, 14.1, 11.2, 8.4);
    }

    @Test
    void theBlocksNeededByTheFormulaAreThoseOfTheTable() {
        var spreads = new double[] {0.005, 0.01, 0.02, 0.03, 0.05, 0.1, 0.2};
        var forTwo = new int[] {6, 6, 11, 21, 53, 203, 803};
        var forFive = new int[] {6, 6, 6, 6, 11, 35, 134};
        for (int i = 0; i < spreads.length; i++) {
            assertEquals(forTwo[i], Power.byNormal(spreads[i], 0.02, 1, ALPHA), "spread " + spreads[i]);
            assertEquals(forFive[i], Power.byNormal(spreads[i], 0.05, 1, ALPHA), "spread " + spreads[i]);
        }
    }

    @Test
    void moreComparisonsNeedMoreBlocksAndDetectLess() {
        assertTrue(Power.blocksFor(0.02, 0.02, 12, ALPHA) > Power.blocksFor(0.02, 0.02, 1, ALPHA));
        assertTrue(Power.detectableRatio(0.02, 10, 12, ALPHA) > Power.detectableRatio(0.02, 10, 1, ALPHA));
        assertEquals(Power.fewestBlocks(12, ALPHA), Power.blocksFor(0, 0.02, 12, ALPHA));
    }

    /** With six blocks all differences must have the same sign, each with the sixth root of 80 %. */
    @Test
    void withSixBlocksMoreIsNeededThanTheFormulaSays() {
        double effect = Quantiles.normal(Math.pow(0.8, 1 / 6.0));
        assertEquals(effect, Power.detectableDifference(1, 6, 1, ALPHA), 0.03);
        assertEquals(Math.expm1(0.03 * effect), Power.detectableRatio(0.03, 6, 1, ALPHA), 0.001);
        assertEquals(6, Power.byNormal(0.03, 0.05, 1, ALPHA));
        assertEquals(7, Power.blocksFor(0.03, 0.05, 1, ALPHA));
    }

    @Test
    void theBlocksSaidToBeNeededAreEnough() {
        for (double spread : new double[] {0.01, 0.03, 0.1}) {
            int blocks = Power.blocksFor(spread, 0.05, 3, ALPHA);
            assertTrue(Power.detectableRatio(spread, blocks, 3, ALPHA) <= 0.05, "spread " + spread);
        }
    }

    @Test
    void aSingleBlockDetectsNothing() {
        assertEquals(Double.POSITIVE_INFINITY, Power.detectableRatio(0.02, 1, 1, ALPHA));
    }

    private static void assertDetectable(double spread, double... changes) {
        for (int i = 0; i < BLOCKS.length; i++) {
            double effect = Detectable.byT(Design.PAIRED, BLOCKS[i], BLOCKS[i], ALPHA);
            double change = 100 * Math.expm1(effect * spread / 100);
            assertEquals(changes[i], change, 0.05, spread + " % with " + BLOCKS[i] + " blocks");
        }
    }
}
