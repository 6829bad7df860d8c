package io.memcmp.heaps;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.analysis.heapdump.DumpProgress.Step;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.Test;

class PaceTest {
    @Test
    void theStepsTogetherAreTheWhole() {
        var pace = new Pace(false, () -> 0);
        double before = 0;
        for (var step : Step.values()) {
            assertEquals(before, pace.whole(step, 0), 1e-9, step.name());
            before = pace.whole(step, 1);
        }
        assertEquals(1, before, 1e-9);
        assertEquals(1, new Pace(true, () -> 0).whole(Step.OBJECTS, 1), 1e-9);
    }

    @Test
    void theRestTakesAsLongAsWhatIsDoneFromThatOn() {
        var clock = new AtomicLong();
        var pace = new Pace(false, clock::get);
        clock.set(Duration.ofSeconds(10).toNanos());
        assertEquals(Optional.of(Duration.ofSeconds(30)), pace.left(0.25));
        assertEquals(Optional.of(Duration.ZERO), pace.left(1));
    }

    @Test
    void atTheBeginningNobodyCanTell() {
        assertEquals(Optional.empty(), new Pace(false, () -> 5).left(0.001));
    }

    @Test
    void aStepThatOverstatesItselfStaysWithinTheWhole() {
        assertTrue(new Pace(false, () -> 0).whole(Step.RETAINED, 7) <= 1);
        assertTrue(new Pace(false, () -> 0).whole(Step.OBJECTS, -1) >= 0);
    }
}
