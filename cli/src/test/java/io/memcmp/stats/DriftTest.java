package io.memcmp.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import java.util.function.IntToDoubleFunction;
import org.junit.jupiter.api.Test;

/** What the order of blocks says about the machine. */
final class DriftTest {

    @Test
    void aMachineThatSlowsDownSteadilyIsSaidToAndByHowMuch() {
        var drift = Drift.of(List.of(
                cell(12, block -> 100 * Math.pow(1.01, block)), cell(12, block -> 50 * Math.pow(1.01, block))));
        assertTrue(drift.orElseThrow().significant());
        assertEquals(1, drift.orElseThrow().correlation(), 1e-12);
        assertEquals(Math.pow(1.01, 11) - 1, drift.orElseThrow().change(), 1e-12);
    }

    @Test
    void cellsOfDifferentSpeedAreNoDrift() {
        var drift = Drift.of(List.of(cell(10, _ -> 100), cell(10, _ -> 200))).orElseThrow();
        assertEquals(0, drift.correlation());
        assertEquals(1, drift.p());
        assertEquals(0, drift.change());
    }

    @Test
    void aCellThatMissesBlocksDoesNotLookLikeOne() {
        var early = new TreeMap<>(cell(5, _ -> 200.0));
        assertFalse(Drift.of(List.of(cell(10, _ -> 100), early)).orElseThrow().significant());
    }

    @Test
    void twoBlocksSayNothing() {
        assertEquals(Optional.empty(), Drift.of(List.of(cell(2, block -> block))));
    }

    /** Of five orders in 120 the strictest pair is monotone: 2/120. */
    @Test
    void theExactPIsThatOfCountingAllOrders() {
        assertEquals(2 / 120.0, Ranks.p(new double[] {1, 2, 3, 4, 5}), 1e-12);
        assertEquals(1, Ranks.p(new double[] {2, 2, 2, 2, 2}), 1e-12);
        // 10 of the 120 orders of five have |rho| >= 0.9: 1 + 4 of each sign.
        assertEquals(10 / 120.0, Ranks.p(new double[] {2, 1, 3, 4, 5}), 1e-12);
        assertEquals(0.9, Ranks.correlation(new double[] {2, 1, 3, 4, 5}), 1e-12);
    }

    @Test
    void withoutDriftOneRunInAHundredIsAccused() {
        var random = new Random(11);
        int accused = 0;
        int runs = 1_000;
        for (int run = 0; run < runs; run++) {
            var cells = new ArrayList<Map<Integer, Double>>();
            cells.add(cell(8, _ -> Math.exp(0.02 * random.nextGaussian())));
            cells.add(cell(8, _ -> Math.exp(0.02 * random.nextGaussian())));
            accused += Drift.of(cells).orElseThrow().significant() ? 1 : 0;
        }
        assertTrue(accused <= 0.01 * runs + 3 * Math.sqrt(runs * 0.01 * 0.99), accused + " accused");
        assertTrue(accused > 0, "the test never accuses");
    }

    private static Map<Integer, Double> cell(int blocks, IntToDoubleFunction figure) {
        var figures = new TreeMap<Integer, Double>();
        for (int block = 1; block <= blocks; block++) {
            figures.put(block, figure.applyAsDouble(block));
        }
        return figures;
    }
}
