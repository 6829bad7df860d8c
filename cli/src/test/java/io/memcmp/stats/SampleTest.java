package io.memcmp.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class SampleTest {

    @Test
    void medianAndRangeAreThoseThatCountingFinds() {
        for (long seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            var values = new ArrayList<Double>();
            int n = 1 + random.nextInt(25);
            for (int i = 0; i < n; i++) {
                values.add(random.nextBoolean() ? random.nextGaussian() : (double) random.nextInt(5));
            }
            var sample = Sample.of(values);
            assertEquals(n, sample.size(), "seed " + seed);
            assertEquals(ranked(values, 0), sample.min(), "seed " + seed);
            assertEquals(ranked(values, n - 1), sample.max(), "seed " + seed);
            var middle = n % 2 == 1 ? ranked(values, n / 2) : (ranked(values, n / 2 - 1) + ranked(values, n / 2)) / 2;
            assertEquals(middle, sample.median(), 1e-15, "seed " + seed);
        }
    }

    @Test
    void theOrderOfTheValuesDoesNotMatterAndTheListStaysTheCallers() {
        var values = new ArrayList<>(List.of(3.0, 1.0, 2.0));
        var sample = Sample.of(values);
        values.clear();
        assertEquals(2.0, sample.median());
        assertEquals(3, sample.size());
    }

    @Test
    void anEmptySampleIsNone() {
        assertThrows(IllegalArgumentException.class, () -> Sample.of(List.of()));
    }

    @Test
    void theMedianLiesBetweenTheOrderStatisticsOfTheTable() {
        assertInterval(6, 1, 6, 96.9);
        assertInterval(8, 1, 8, 99.2);
        assertInterval(9, 2, 8, 96.1);
        assertInterval(10, 2, 9, 97.9);
        assertInterval(12, 3, 10, 96.1);
        assertInterval(15, 4, 12, 96.5);
        assertInterval(20, 6, 15, 95.9);
        assertInterval(30, 10, 21, 95.7);
    }

    @Test
    void fiveValuesDoNotBoundTheirMedian() {
        var interval = Sample.of(List.of(1.0, 2.0, 3.0, 4.0, 5.0)).interval(0.95);
        assertFalse(interval.bounded());
        assertEquals(0.95, interval.confidence());
    }

    private static void assertInterval(int n, int low, int high, double confidence) {
        var values = IntStream.rangeClosed(1, n).mapToObj(i -> (double) i).toList();
        var interval = Sample.of(values).interval(0.95);
        assertEquals(low, interval.low(), n + " values");
        assertEquals(high, interval.high(), n + " values");
        assertEquals(confidence, 100 * interval.confidence(), 0.05, n + " values");
    }

    /** The value that exactly so many others come before, ties in the order of the list. */
    private static double ranked(List<Double> values, int rank) {
        for (int i = 0; i < values.size(); i++) {
            int before = 0;
            for (int j = 0; j < values.size(); j++) {
                int order = Double.compare(values.get(j), values.get(i));
                before += order < 0 || (order == 0 && j < i) ? 1 : 0;
            }
            if (before == rank) {
                return values.get(i);
            }
        }
        throw new AssertionError("no value of rank " + rank);
    }
}
