package io.memcmp.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class DurationsTest {
    private static final List<Integer> PERMILLE = List.of(1, 100, 250, 500, 750, 900, 950, 990, 999);

    @Test
    void aPercentileIsTheSmallestThatEnoughOfThemDoNotExceed() {
        var random = new Random(20);
        for (int round = 0; round < 40; round++) {
            var durations = some(random, 1 + random.nextInt(1500));
            for (int permille : PERMILLE) {
                if (durations.size() >= Durations.needed(permille / 1000.0)) {
                    assertEquals(
                            Reading.of(bruteForce(durations, permille)),
                            Durations.of(durations).percentile(permille / 1000.0),
                            permille + " of " + durations.size());
                }
            }
        }
    }

    /** By definition, in whole numbers: of all that permille/1000 of them do not exceed, the smallest. */
    private static long bruteForce(List<Duration> durations, int permille) {
        return durations.stream()
                .mapToLong(Duration::toNanos)
                .filter(candidate -> 1000L
                                * durations.stream()
                                        .filter(other -> other.toNanos() <= candidate)
                                        .count()
                        >= (long) permille * durations.size())
                .min()
                .orElseThrow();
    }

    private static List<Duration> some(Random random, int count) {
        return Stream.generate(() -> Duration.ofNanos(random.nextInt(500)))
                .limit(count)
                .toList();
    }

    @Test
    void aPercentileNeedsTenDurationsBeyondIt() {
        assertEquals(20, Durations.needed(0.5));
        assertEquals(100, Durations.needed(0.9));
        assertEquals(1000, Durations.needed(0.99));
        assertEquals(10_000, Durations.needed(0.999));
        var random = new Random(21);
        assertEquals(
                Reading.absent("needs 1000, there were 999"),
                Durations.of(some(random, 999)).percentile(0.99));
        assertInstanceOf(Reading.Value.class, Durations.of(some(random, 1000)).percentile(0.99));
        assertThrows(IllegalArgumentException.class, () -> Durations.needed(1));
    }

    @Test
    void nothingHappenedIsASumOfZeroButHasNoMaximum() {
        var none = Durations.of(new ArrayList<>());
        assertEquals(Reading.of(0), none.count());
        assertEquals(Reading.of(0), none.sum());
        assertEquals(Reading.absent("none happened, so none is the longest"), none.max());
    }

    @Test
    void whatWasNotSeenIsAbsentInEveryFigure() {
        var missing = Durations.missing("not seen");
        for (var reading : List.of(missing.count(), missing.sum(), missing.max(), missing.percentile(0.5))) {
            assertEquals(Reading.absent("not seen"), reading);
        }
    }
}
