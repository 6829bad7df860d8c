package io.memcmp.analysis.heap;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;

import io.memcmp.analysis.Observed;
import io.memcmp.analysis.Window;
import io.memcmp.analysis.heap.HeapProfile.Point;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

class FootprintTest {
    private static final Instant START = Instant.parse("2026-01-02T03:04:05Z");
    private static final Window TEN_SECONDS = new Window(START, START.plusSeconds(10), true);

    private static Point look(double second, long used, long committed) {
        return new Point(START.plusNanos((long) (second * 1e9)), used, committed, false);
    }

    private static Footprint of(Point... looks) {
        return Footprint.of(List.of(looks), TEN_SECONDS).present().orElseThrow();
    }

    @Test
    void usedGrowsEvenlyBetweenLooksAndCommittedStays() {
        var footprint = of(look(0, 0, 100), look(4, 80, 200), look(4, 20, 200), look(10, 140, 300));
        assertEquals(4 * 40 + 6 * 80, footprint.usedByteSeconds(), 1e-9);
        assertEquals(4 * 100 + 6 * 200, footprint.committedByteSeconds(), 1e-9);
        assertEquals(64, footprint.meanUsed(), 1e-9);
        assertEquals(160, footprint.meanCommitted(), 1e-9);
    }

    @Test
    void theLooksBesideTheWindowTellWhatWasThereAtItsEnds() {
        var footprint = of(look(-10, 0, 50), look(30, 400, 70));
        assertEquals(10 * 150, footprint.usedByteSeconds(), 1e-9);
        assertEquals(10 * 50, footprint.committedByteSeconds(), 1e-9);
    }

    @Test
    void withoutThemTheNearestLookIsTakenToHaveHeld() {
        var footprint = of(look(2, 10, 100), look(8, 30, 200));
        assertEquals(2 * 10 + 6 * 20 + 2 * 30, footprint.usedByteSeconds(), 1e-9);
        assertEquals(2 * 100 + 6 * 100 + 2 * 200, footprint.committedByteSeconds(), 1e-9);
    }

    @Test
    void oneLookDoesNotTellHowItWent() {
        assertInstanceOf(Observed.Missing.class, Footprint.of(List.of(look(1, 2, 3)), TEN_SECONDS));
        var nothing = new Window(START, START, true);
        assertInstanceOf(Observed.Missing.class, Footprint.of(List.of(look(1, 2, 3), look(2, 2, 3)), nothing));
    }
}
