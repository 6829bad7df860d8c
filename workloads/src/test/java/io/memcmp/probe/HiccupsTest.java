package io.memcmp.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.time.Duration;
import org.junit.jupiter.api.Test;

class HiccupsTest {

    private static final long MS = 1_000_000;

    private final Hiccups hiccups = new Hiccups(Duration.ofMillis(5), 0);

    @Test
    void lateByLessThanOneIntervalIsNoHiccup() {
        hiccups.sleeps(0);
        hiccups.wakes(9 * MS);
        assertTally(0, 0, 0, Point.CHUNK_END, 9 * MS);
    }

    @Test
    void lateByMoreIsCountedFromTheMomentItWasDue() {
        hiccups.sleeps(0);
        hiccups.wakes(25 * MS);
        hiccups.sleeps(25 * MS);
        hiccups.wakes(40 * MS);
        assertTally(2, 30 * MS, 20 * MS, Point.CHUNK_END, 40 * MS);
    }

    @Test
    void whatWasLateBeforeTheWindowIsNotOfTheWindow() {
        hiccups.sleeps(0);
        hiccups.beginWindow(100 * MS);
        hiccups.wakes(102 * MS);
        assertTally(0, 0, 0, Point.MEASURE_END, 102 * MS);
        assertTally(1, 97 * MS, 97 * MS, Point.CHUNK_END, 102 * MS);
    }

    @Test
    void whoIsLateAndHasNotWokenYetIsCountedToo() {
        hiccups.sleeps(0);
        assertTally(1, 45 * MS, 45 * MS, Point.MEASURE_END, 50 * MS);
        hiccups.wakes(50 * MS);
        assertTally(1, 45 * MS, 45 * MS, Point.MEASURE_END, 50 * MS);
    }

    private void assertTally(long count, long excess, long maximum, Point point, long now) {
        var tally = hiccups.tally(point, now);
        assertEquals(count, tally.count(), "count");
        assertEquals(excess, tally.excess(), "excess");
        assertEquals(maximum, tally.maximum(), "maximum");
    }
}
