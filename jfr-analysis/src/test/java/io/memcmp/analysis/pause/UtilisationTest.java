package io.memcmp.analysis.pause;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Random;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Against figures worked out by hand, and against every window there is on cases that are small enough to try them all. */
class UtilisationTest {
    private static final double EXACT = 1e-12;

    /** Stops [10,20) and [25,35) in a run of 100. */
    private static final Utilisation TWO_STOPS = of(100, 10, 20, 25, 35);

    private static Utilisation of(long length, long... edges) {
        return new Utilisation(spans(length, edges), length);
    }

    private static Spans spans(long length, long... edges) {
        var begins = LongStream.range(0, edges.length / 2).map(i -> edges[(int) (2 * i)]);
        var ends = LongStream.range(0, edges.length / 2).map(i -> edges[(int) (2 * i + 1)]);
        return Spans.of(begins.toArray(), ends.toArray(), length);
    }

    @Test
    void theLeastShareOfAWindowIsTheOneWorkedOutByHand() {
        assertEquals(0, TWO_STOPS.minimum(10), EXACT);
        assertEquals(0.25, TWO_STOPS.minimum(20), EXACT);
        assertEquals(0.2, TWO_STOPS.minimum(25), EXACT);
        assertEquals(0.8, TWO_STOPS.minimum(100), EXACT);
    }

    @Test
    void aLongerWindowMayBeWorseAndTheBoundKnowsIt() {
        assertEquals(0.2, TWO_STOPS.bounded(20), EXACT);
        assertEquals(1 - 20 / 26.0, TWO_STOPS.bounded(26), EXACT);
        assertEquals(0.2308, TWO_STOPS.bounded(26), 5e-5);
    }

    @Test
    void aWindowLongerThanTheRunIsTheRun() {
        assertEquals(TWO_STOPS.minimum(100), TWO_STOPS.minimum(1_000), EXACT);
        assertEquals(TWO_STOPS.bounded(100), TWO_STOPS.bounded(1_000), EXACT);
    }

    @Test
    void whoIsNeverStoppedHasAllOfEveryWindowAndWhoAlwaysIsHasNone() {
        assertEquals(1, of(50).minimum(7));
        assertEquals(1, of(50).bounded(7));
        assertEquals(0, of(50, 0, 50).minimum(7));
        assertEquals(0, of(50, 0, 50).bounded(50));
    }

    @Test
    void stopsThatOverlapOrTouchAreOneAndWhatLiesOutsideDoesNotCount() {
        var spans = spans(100, -5, 3, 10, 20, 15, 18, 20, 25, 90, 130, 140, 150);
        assertEquals(3, spans.size());
        assertEquals("0-3 10-25 90-100", text(spans));
    }

    private static String text(Spans spans) {
        var text = new StringBuilder();
        for (int span = 0; span < spans.size(); span++) {
            text.append(spans.begin(span)).append('-').append(spans.end(span)).append(' ');
        }
        return text.toString().strip();
    }

    @Test
    void everyCaseAgreesWithTryingEveryWindow() {
        tryEveryWindow(7, 400);
    }

    @Tag("slow")
    @ParameterizedTest
    @ValueSource(longs = {1, 2, 3, 4, 5, 6, 8, 9, 10, 11, 12})
    void everyCaseOfManyMoreDoes(long seed) {
        tryEveryWindow(seed, 2_000);
    }

    private static void tryEveryWindow(long seed, int cases) {
        var random = new Random(seed);
        for (int number = 0; number < cases; number++) {
            long length = 20 + random.nextInt(100);
            var stopped = new boolean[(int) length];
            int stops = random.nextInt(12);
            var edges = new long[2 * stops];
            for (int stop = 0; stop < stops; stop++) {
                int begin = random.nextInt((int) length);
                int end = (int) Math.min(length, begin + 1 + random.nextInt(1 + random.nextInt(20)));
                edges[2 * stop] = begin;
                edges[2 * stop + 1] = end;
                java.util.Arrays.fill(stopped, begin, end, true);
            }
            var utilisation = of(length, edges);
            var told = "seed " + seed + ", case " + number;
            double later = 2;
            for (long window : windows(random, length).descendingSet()) {
                assertEquals(minimum(stopped, window), utilisation.minimum(window), EXACT, told);
                double bounded = utilisation.bounded(window);
                assertEquals(bounded(stopped, window), bounded, EXACT, told);
                assertTrue(bounded <= later + EXACT, told);
                assertTrue(bounded <= utilisation.minimum(window) + EXACT, told);
                later = bounded;
            }
        }
    }

    /** Seven at least, among them the shortest, the longest and one beyond it. */
    private static TreeSet<Long> windows(Random random, long length) {
        var windows = new TreeSet<>(java.util.List.of(1L, length, length + 9));
        while (windows.size() < 7) {
            windows.add(1L + random.nextInt((int) length));
        }
        return windows;
    }

    /** Whole numbers are enough: the worst window begins or ends where a stop does. */
    private static double minimum(boolean[] stopped, long window) {
        int width = (int) Math.min(window, stopped.length);
        int most = 0;
        for (int begin = 0; begin + width <= stopped.length; begin++) {
            int inside = 0;
            for (int at = begin; at < begin + width; at++) {
                inside += stopped[at] ? 1 : 0;
            }
            most = Math.max(most, inside);
        }
        return 1 - (double) most / width;
    }

    private static double bounded(boolean[] stopped, long window) {
        double least = 1;
        for (long width = Math.min(window, stopped.length); width <= stopped.length; width++) {
            least = Math.min(least, minimum(stopped, width));
        }
        return least;
    }
}
