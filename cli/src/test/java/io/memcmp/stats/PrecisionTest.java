package io.memcmp.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** When a run may stop early. */
final class PrecisionTest {
    private static final Comparison NARROW = ratio(0.99, 1.01);
    private static final Comparison WIDE = ratio(0.9, 1.1);

    @Test
    void itLooksAfterEveryFifthBlockFromTheTenthOn() {
        assertEquals(
                List.of(10, 15, 20, 25),
                IntStream.rangeClosed(1, 26).filter(Precision::due).boxed().toList());
        assertFalse(reached(14, NARROW));
        assertTrue(reached(15, NARROW));
        assertFalse(reached(16, NARROW));
    }

    @Test
    void onceIsNotEnough() {
        assertFalse(reached(10, NARROW));
        assertFalse(Precision.reached(20, blocks -> List.of(blocks == 15 ? WIDE : NARROW), 0.02));
        assertTrue(Precision.reached(25, blocks -> List.of(blocks == 15 ? WIDE : NARROW), 0.02));
    }

    @Test
    void oneWideIntervalIsEnoughToGoOn() {
        assertFalse(reached(15, NARROW, WIDE));
        assertTrue(Precision.reached(15, _ -> List.of(NARROW, WIDE), 0.12));
    }

    @Test
    void whatCannotBeJudgedByItsWidthIsLeftOutAndIsNotEnoughByItself() {
        var counts = new Comparison(
                new Effect.Difference(1, interval(0, 2), interval(0, 2)), 10, 10, 1, 1, 1, 1, new Verdict.NotShown(1));
        assertTrue(reached(15, NARROW, counts));
        assertFalse(reached(15, counts));
        assertFalse(reached(15));
    }

    private static boolean reached(int blocks, Comparison... comparisons) {
        return Precision.reached(blocks, _ -> List.of(comparisons), 0.02);
    }

    @Test
    void anUnboundedIntervalIsNotPrecise() {
        var open = interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY);
        assertEquals(Double.POSITIVE_INFINITY, Precision.halfWidth(open));
    }

    private static Comparison ratio(double low, double high) {
        var interval = interval(low, high);
        return new Comparison(
                new Effect.Ratio(1, interval, interval), 10, 10, 1, 1, 0.01, 0.01, new Verdict.Equivalent());
    }

    private static Interval interval(double low, double high) {
        return new Interval(low, high, 0.95);
    }
}
