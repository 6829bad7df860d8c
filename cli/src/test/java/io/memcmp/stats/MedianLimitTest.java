package io.memcmp.stats;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.stats.MedianLimit.Answer;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

@Tag("beside")
final class MedianLimitTest {

    @Test
    void theIntervalDecidesAndNotTheMedian() {
        var tens = upTo(10); // its interval is from the 2nd to the 9th
        assertEquals(Answer.BELOW, MedianLimit.of(tens, 9, 0.95).answer());
        assertEquals(Answer.OPEN, MedianLimit.of(tens, 8.9, 0.95).answer());
        assertEquals(Answer.OPEN, MedianLimit.of(tens, 2, 0.95).answer());
        assertEquals(Answer.ABOVE, MedianLimit.of(tens, 1.9, 0.95).answer());
    }

    @Test
    void fiveTrialsOnOneSideDecideWithoutAnInterval() {
        var all = MedianLimit.of(upTo(5), 5, 0.95);
        assertEquals(Answer.BELOW, all.answer());
        assertTrue(all.byEveryTrial());
        assertEquals(Answer.ABOVE, MedianLimit.of(upTo(5), 0.5, 0.95).answer());
        assertEquals(Answer.OPEN, MedianLimit.of(upTo(5), 4, 0.95).answer());
        assertFalse(MedianLimit.of(upTo(6), 6, 0.95).byEveryTrial());
    }

    @Test
    void fewerDoNotForTheyLieOnOneSideTooOftenByChance() {
        for (int n = 1; n < 5; n++) {
            for (double limit : new double[] {0.5, n}) {
                var few = MedianLimit.of(upTo(n), limit, 0.95);
                assertEquals(Answer.OPEN, few.answer());
                assertFalse(few.byEveryTrial());
                assertEquals(5 - n, few.further());
            }
        }
        assertEquals(Answer.BELOW, MedianLimit.of(upTo(4), 4, 0.9).answer());
    }

    @Test
    void aMedianThatIsTheLimitIsCalledWrongInOneOfTwentyRunsAtMost() {
        var random = new Random(8);
        int runs = 4_000;
        for (int n = 1; n <= 12; n++) {
            int trials = n;
            double wrong = Simulation.share(
                    runs,
                    _ -> MedianLimit.of(random.doubles(trials).boxed().toList(), 0.5, 0.95)
                                    .answer()
                            == Answer.ABOVE);
            assertTrue(wrong <= 0.05 + Simulation.error(0.05, runs), n + " trials: " + wrong);
        }
    }

    @Test
    void thePromisedBlocksDecideIfTheShareStays() {
        var random = new Random(7);
        for (int round = 0; round < 300; round++) {
            int n = 1 + random.nextInt(20);
            int above = random.nextInt(n + 1);
            var sample = sample(n, above);
            var told = MedianLimit.of(sample, 0, 0.95);
            if (told.answer() != Answer.OPEN) {
                assertEquals(0, told.further());
            } else if (2 * above == n) {
                assertEquals(MedianLimit.NEVER, told.further());
            } else {
                int all = n + told.further();
                int minority = (int) Math.ceil((double) Math.min(above, n - above) * all / n);
                var later = sample(all, 2 * above < n ? minority : all - minority);
                assertEquals(
                        2 * above < n ? Answer.BELOW : Answer.ABOVE,
                        MedianLimit.of(later, 0, 0.95).answer(),
                        n + " trials, " + above + " above, " + told.further() + " more");
            }
        }
    }

    @Test
    void theSplitDownTheMiddleIsDecidedByNoNumber() {
        assertEquals(MedianLimit.NEVER, MedianLimit.of(sample(10, 5), 0, 0.95).further());
    }

    private static List<Double> upTo(int n) {
        return IntStream.rangeClosed(1, n).mapToObj(i -> (double) i).toList();
    }

    private static List<Double> sample(int n, int above) {
        var values = new ArrayList<Double>(Collections.nCopies(n - above, -1.0));
        values.addAll(Collections.nCopies(above, 1.0));
        return values;
    }
}
