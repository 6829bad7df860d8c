package io.memcmp.result;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.stats.Effect;
import io.memcmp.stats.Interval;
import java.util.Random;
import org.junit.jupiter.api.Test;

final class PlaceTest {

    private static final double MARGIN = 0.03;

    @Test
    void intervalsThatMeetShowNothing() {
        assertTrue(ratio(0.5, 0.6).below(ratio(0.7, 0.8), MARGIN));
        assertFalse(ratio(0.5, 0.7).below(ratio(0.7, 0.8), MARGIN));
        assertFalse(ratio(0.5, 0.69).below(ratio(0.7, 0.8), MARGIN), "the gap is within the margin");
        assertFalse(ratio(0.7, 0.8).below(ratio(0.5, 0.6), MARGIN));
    }

    @Test
    void theReferenceLiesAtOneOfRatiosAndAtZeroOfDifferences() {
        assertTrue(ratio(0.5, 0.6).below(Place.REFERENCE, MARGIN));
        assertTrue(Place.REFERENCE.below(ratio(1.5, 1.6), MARGIN));
        assertTrue(difference(-5, -1).below(Place.REFERENCE, MARGIN));
        assertFalse(difference(-5, 1).below(Place.REFERENCE, MARGIN));
    }

    @Test
    void aRatioAndADifferenceAreNotOfOneScale() {
        assertFalse(ratio(0.1, 0.2).below(difference(5, 6), MARGIN));
        assertFalse(ratio(0.1, 0.2).notAbove(difference(5, 6), MARGIN));
    }

    @Test
    void exactFiguresArePoints() {
        var half = Place.of(new Effect.Exact(5, 10), false);
        assertTrue(half.below(Place.REFERENCE, MARGIN));
        assertTrue(half.notAbove(half, MARGIN));
        assertTrue(Place.of(new Effect.Exact(3, 0), false).notAbove(difference(3, 4), MARGIN));
    }

    @Test
    void nothingLiesBelowWhatItMayLieAbove() {
        var random = new Random(7);
        for (int i = 0; i < 1000; i++) {
            var one = ratio(random);
            var other = ratio(random);
            assertFalse(one.below(other, MARGIN) && other.notAbove(one, MARGIN), one + " and " + other);
            assertFalse(one.below(other, MARGIN) && other.below(one, MARGIN));
            assertTrue(!one.below(other, MARGIN) || one.notAbove(other, MARGIN), "below is not above");
        }
    }

    private static Place ratio(Random random) {
        double low = 0.5 + random.nextDouble();
        return ratio(low, low * (1 + 0.2 * random.nextDouble()));
    }

    private static Place ratio(double low, double high) {
        var interval = new Interval(low, high, 0.99);
        return Place.of(new Effect.Ratio(low, interval, interval), false);
    }

    private static Place difference(double low, double high) {
        var interval = new Interval(low, high, 0.99);
        return Place.of(new Effect.Difference(low, interval, interval), false);
    }
}
