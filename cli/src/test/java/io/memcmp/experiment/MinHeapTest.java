package io.memcmp.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.launch.Outcome;
import io.memcmp.plan.Bytes;
import io.memcmp.plan.Cell;
import io.memcmp.plan.Collector;
import io.memcmp.plan.Heap;
import io.memcmp.plan.Jdk;
import io.memcmp.plan.Layout;
import io.memcmp.plan.Subject;
import io.memcmp.result.HeapSearch;
import io.memcmp.result.HeapSearch.Ending;
import io.memcmp.result.HeapTrial;
import io.memcmp.result.HeapTrial.Purpose;
import io.memcmp.result.SearchRule;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** The search alone: programs are functions of the heap, made by hand. */
final class MinHeapTest {
    private static final Cell CELL = new Cell(
            new Subject.Bundled("linked-list", Map.of()),
            Collector.G1,
            new Jdk(25, "25", "Somebody", Path.of("/jdk/25"), "here"),
            Heap.OF_JVM,
            Layout.DEFAULT,
            List.of());
    private static final Duration SECOND = Duration.ofSeconds(1);
    private static final Duration LIMIT = Duration.ofMinutes(10);
    private static final long MEMORY = 24L << 30;
    private static final long GRANULE = 2L << 20;

    /** How a program that gets this heap ends if nobody stops it, and how long it takes. */
    private interface Program {
        MinHeap.Ended in(Bytes heap);
    }

    @Test
    void aProgramWithAnEdgeIsFoundToTheGranuleOrTwoPerCent() {
        for (int seed = 0; seed < 500; seed++) {
            var random = new Random(seed);
            long edge = (long) ((1 << 20) * Math.pow(2, 13 * random.nextDouble())) + random.nextInt(1 << 20);
            long granule = 1L << (20 + random.nextInt(3));
            var search = search(rule(Optional.empty()), granule, withEdge(edge));
            long minimum = search.minimum().orElseThrow().count();
            var told = "seed " + seed + ", edge " + edge + ": " + search;
            assertTrue(minimum >= edge, told);
            assertTrue(minimum - edge <= Math.max((double) granule, 0.02 * (double) minimum), told);
            assertEquals(0, minimum % granule, told);
            var tooSmall = search.tooSmall().map(Bytes::count).orElse(0L);
            assertTrue(
                    tooSmall < edge && minimum - tooSmall <= Math.max((double) granule, 0.02 * (double) minimum), told);
            assertTrue(search.trials().size() <= 26, told);
        }
    }

    @Test
    void aMinimumHasCompletedThreeTimesOfThree() {
        for (int seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            long edge = (16L << 20) + random.nextInt(1 << 28);
            var search = search(rule(Optional.empty()), GRANULE, withNoise(edge, 1.05, random));
            var minimum = search.minimum().orElseThrow();
            var last = search.trials()
                    .subList(search.trials().size() - 3, search.trials().size());
            for (var trial : last) {
                assertEquals(minimum, trial.heap(), "seed " + seed);
                assertEquals(Purpose.CONFIRMATION, trial.purpose(), "seed " + seed);
                assertTrue(trial.fits(), "seed " + seed);
            }
            assertTrue(minimum.count() >= edge, "nothing completes below its edge: seed " + seed);
            assertTrue(minimum.count() <= 1.05 * edge + 0.04 * edge + 2 * GRANULE, "seed " + seed + ": " + search);
            assertTrue(search.tooSmall().orElseThrow().compareTo(minimum) < 0, "seed " + seed);
        }
    }

    /** Near its live bytes a program gets slower without end, and memory never runs out. */
    @Test
    void theMinimumIsWhereItTakesTauTimesAsLong() {
        long live = 40L << 20;
        Program thrashing = heap -> {
            double room = (double) (heap.count() - live) / live;
            return room <= 0 ? completed(Duration.ofDays(1)) : completed(times(SECOND, 1 + 0.2 / room));
        };
        var five = search(new SearchRule(5, LIMIT, gibibytes(24), gibibytes(6)), 1 << 20, thrashing);
        var two = search(new SearchRule(2, LIMIT, gibibytes(24), gibibytes(6)), 1 << 20, thrashing);
        // 1 + 0.2 / room = tau (1 + 0.2 / room at 4 × 64 MiB): room 0.0485 and 0.193
        assertEquals(42, five.minimum().orElseThrow().count() >> 20, five.toString());
        assertEquals(48, two.minimum().orElseThrow().count() >> 20, two.toString());
        var reference = five.reference().orElseThrow();
        assertEquals(Bytes.ofMiB(256), reference.heap());
        five.trials().stream()
                .filter(trial -> trial.purpose() == Purpose.BISECTION || trial.purpose() == Purpose.CONFIRMATION)
                .forEach(trial -> assertEquals(times(reference.wall(), 5), trial.limit()));
        assertTrue(
                five.trials().stream().anyMatch(trial -> trial.outcome() instanceof Outcome.TimedOut),
                "some were ended at their limit");
    }

    @Test
    void theFirstThatCompletesMustBeInTimeToo() {
        Program slowAt16 = heap -> completed(heap.equals(Bytes.ofMiB(16)) ? times(SECOND, 8) : SECOND);
        var search = search(rule(Optional.empty()), GRANULE, slowAt16);
        assertEquals(Bytes.ofMiB(18), search.minimum().orElseThrow());
        assertEquals(Bytes.ofMiB(16), search.tooSmall().orElseThrow());
    }

    @Test
    void whatRunsOutOfMemoryEverywhereCompletesInNoHeap() {
        var search = search(rule(Optional.of(gibibytes(1))), GRANULE, withEdge(2L << 30));
        assertInstanceOf(Ending.Never.class, search.ending());
        assertTrue(search.reason().orElseThrow().startsWith("it completed in no heap up to 1g: out of memory"));
        assertEquals(1, search.trials().size(), "the largest heap was the first");
        var wide = search(new SearchRule(5, LIMIT, gibibytes(8), gibibytes(1)), GRANULE, withEdge(9L << 30));
        assertTrue(wide.reason().orElseThrow().startsWith("it completed in no heap up to 8g: out of memory"));
    }

    @Test
    void whatNeverEndsIsNotWaitedForTwice() {
        var search = search(rule(Optional.empty()), GRANULE, _ -> completed(Duration.ofDays(1)));
        assertInstanceOf(Ending.Never.class, search.ending());
        assertTrue(search.reason().orElseThrow().startsWith("it had not ended after 600 s in a heap of 6g"));
        assertEquals(1, search.trials().size());
        var busy = search(
                rule(Optional.empty()),
                GRANULE,
                _ -> new MinHeap.Ended(new Outcome.Completed(0), Duration.ofDays(1), List.of("busy")));
        assertEquals(1, busy.trials().size(), "on a busy machine neither");
    }

    @Test
    void whatFailsOtherwiseIsTriedFourTimesAndThenSaysWhy() {
        var search = search(rule(Optional.empty()), GRANULE, _ -> failed("exit status 1"));
        assertInstanceOf(Ending.Never.class, search.ending());
        assertEquals("in 6g it failed 4 times: exit status 1", search.reason().orElseThrow());
        assertEquals(4, search.trials().size());
    }

    @Test
    void whatFailsOtherwiseNowAndThenDoesNotMoveTheMinimum() {
        var failures = new Random(3);
        var steady = withEdge(77L << 20);
        Program flaky = heap -> failures.nextInt(4) == 0 ? failed("connection refused") : steady.in(heap);
        assertEquals(
                search(rule(Optional.empty()), GRANULE, steady).minimum(),
                search(rule(Optional.empty()), GRANULE, flaky).minimum());
    }

    @Test
    void whatFailsOtherwiseInTheMiddleCannotBeDetermined() {
        Program broken = heap -> heap.count() > 60L << 20 ? completed(SECOND) : failed("exit status 9");
        var search = search(rule(Optional.empty()), GRANULE, broken);
        assertInstanceOf(Ending.Unknown.class, search.ending());
        assertEquals("in 16m it failed 4 times: exit status 9", search.reason().orElseThrow());
    }

    @Test
    void aJvmThatDoesNotStartHasTooLittle() {
        Program program = heap ->
                heap.count() < 7L << 20 ? failed("the JVM did not start: Too small maximum heap") : completed(SECOND);
        var search = search(rule(Optional.empty()), GRANULE, program);
        assertEquals(Bytes.ofMiB(8), search.minimum().orElseThrow());
        assertEquals(Bytes.ofMiB(6), search.tooSmall().orElseThrow());
    }

    @Test
    void aJvmThatNeverStartsSaysWhyAtOnce() {
        var search = search(rule(Optional.empty()), GRANULE, _ -> failed("the JVM did not start: no such option"));
        assertEquals("the JVM did not start: no such option", search.reason().orElseThrow());
        assertEquals(1, search.trials().size());
    }

    @Test
    void whatCompletedByLuckIsDoubledOn() {
        var first = new int[] {0};
        var edge = withEdge(100L << 20);
        Program lucky = heap -> heap.equals(Bytes.ofMiB(16)) && first[0]++ == 0 ? completed(SECOND) : edge.in(heap);
        var search = search(rule(Optional.empty()), GRANULE, lucky);
        assertEquals(Bytes.ofMiB(100), search.minimum().orElseThrow(), search.toString());
        assertEquals(Bytes.ofMiB(512), search.reference().orElseThrow().heap());
    }

    @Test
    void theSearchIsBoundedAndSaysSo() {
        var turns = new int[] {0};
        var search = search(rule(Optional.empty()), GRANULE, heap -> twiceOfThree(heap, turns));
        assertInstanceOf(Ending.Unknown.class, search.ending());
        assertEquals(MinHeap.MOST_TRIALS, search.trials().size());
        assertTrue(search.reason().orElseThrow().startsWith("no heap was sure after 100 launches"));
    }

    /** Others on the machine make runs slow that were not; those are run again, and the minimum is what it was. */
    @Test
    void whatABusyMachineSlowsDownIsTriedAgain() {
        for (int seed = 0; seed < 100; seed++) {
            var others = new Random(seed);
            var steady = withEdge((16L << 20) + others.nextInt(1 << 28));
            var hiccups = new int[] {0};
            Program slowed = heap -> others.nextInt(4) == 0 && hiccups[0]++ < MinHeap.MOST_DISTURBED
                    ? new MinHeap.Ended(new Outcome.Completed(0), times(SECOND, 50), List.of("others took it"))
                    : steady.in(heap);
            var quiet = search(rule(Optional.empty()), GRANULE, steady);
            var busy = search(rule(Optional.empty()), GRANULE, slowed);
            assertTrue(
                    quiet.minimum().equals(busy.minimum()) || busy.doubt().isPresent(),
                    "seed " + seed + ": " + quiet.minimum() + " " + busy);
            assertEquals(Optional.empty(), quiet.doubt());
        }
    }

    @Test
    void aMachineThatIsAlwaysBusyGetsAnAnswerWithItsDoubt() {
        Program slow = heap -> new MinHeap.Ended(
                new Outcome.Completed(0), heap.count() < 50L << 20 ? times(SECOND, 50) : SECOND, List.of("busy"));
        var search = search(rule(Optional.empty()), GRANULE, slow);
        assertEquals(Bytes.ofMiB(50), search.minimum().orElseThrow());
        assertEquals(Bytes.ofMiB(48), search.doubt().orElseThrow().heap());
        assertTrue(search.trials().size() <= 12 + MinHeap.MOST_DISTURBED + 3, search.toString());
    }

    @Test
    void whatRunsOutOfMemoryIsBelievedOnABusyMachineToo() {
        Program busy = heap -> {
            var ended = withEdge(50L << 20).in(heap);
            return new MinHeap.Ended(ended.outcome(), ended.wall(), List.of("busy"));
        };
        var search = search(rule(Optional.empty()), GRANULE, busy);
        assertEquals(Bytes.ofMiB(50), search.minimum().orElseThrow());
        assertEquals(Optional.empty(), search.doubt());
    }

    @Test
    void nothingLargerThanTheLargestIsTried() {
        for (long mebibytes : new long[] {16, 17, 30, 100, 333}) {
            for (long edge : new long[] {1, 10, 15, 29, 99, 320, 400}) {
                var search = search(rule(Optional.of(Bytes.ofMiB(mebibytes))), GRANULE, withEdge(edge << 20));
                var told = mebibytes + " " + edge + ": " + search;
                assertTrue(
                        search.trials().stream().allMatch(trial -> trial.heap().count() <= mebibytes << 20), told);
                assertEquals(edge <= mebibytes, search.minimum().isPresent(), told);
            }
        }
    }

    @Test
    void anInterruptedSearchTellsWhatItKnows() {
        var launches = new int[] {0};
        var edge = withEdge(50L << 20);
        var search = search(
                rule(Optional.empty()),
                GRANULE,
                heap -> ++launches[0] == 7 ? new MinHeap.Ended(new Outcome.Interrupted(), SECOND) : edge.in(heap));
        assertInstanceOf(Ending.Interrupted.class, search.ending());
        assertEquals(Optional.empty(), search.minimum());
        assertEquals(
                "interrupted; it completed in 64m and not in 48m",
                search.reason().orElseThrow());
        var atOnce = search(
                rule(Optional.empty()), GRANULE, _ -> new MinHeap.Ended(new Outcome.Interrupted(), Duration.ZERO));
        assertEquals(
                "interrupted before it had completed in any heap",
                atOnce.reason().orElseThrow());
    }

    @Test
    void everyLaunchIsHeardOfInItsOrder() {
        var heard = new ArrayList<HeapTrial>();
        var search = search(rule(Optional.empty()), GRANULE, withEdge(50L << 20), heard);
        assertEquals(search.trials(), heard);
        assertEquals(
                List.of("generous 6144", "doubling 16", "doubling 32", "doubling 64", "reference 256", "bisection 48"),
                heard.stream()
                        .limit(6)
                        .map(trial -> trial.purpose().id() + " " + (trial.heap().count() >> 20))
                        .toList());
    }

    private static SearchRule rule(Optional<Bytes> largest) {
        return SearchRule.of(SearchRule.TAU, LIMIT, largest, MEMORY);
    }

    private static HeapSearch search(SearchRule rule, long granule, Program program) {
        return search(rule, granule, program, new ArrayList<>());
    }

    private static HeapSearch search(SearchRule rule, long granule, Program program, List<HeapTrial> heard) {
        var oracle = new MinHeap.Oracle() {
            @Override
            public MinHeap.Ended run(Bytes heap, Duration limit) {
                var ended = program.in(heap);
                return ended.wall().compareTo(limit) > 0
                        ? new MinHeap.Ended(new Outcome.TimedOut(limit), limit, ended.faults())
                        : ended;
            }

            @Override
            public Bytes granule(Bytes heap) {
                return new Bytes(granule);
            }
        };
        try {
            return new MinHeap(rule, oracle, heard::add).search(CELL);
        } catch (InterruptedException nobodyInterrupts) {
            throw new AssertionError(nobodyInterrupts);
        }
    }

    private static Program withEdge(long edge) {
        return heap -> heap.count() >= edge ? completed(SECOND) : outOfMemory();
    }

    /** Between its edge and a few per cent above, chance decides. */
    private static Program withNoise(long edge, double sure, Random random) {
        return heap -> {
            double chance = (heap.count() / (double) edge - 1) / (sure - 1);
            return random.nextDouble() < chance ? completed(SECOND) : outOfMemory();
        };
    }

    /** Never three times in a row, but in very large heaps. */
    private static MinHeap.Ended twiceOfThree(Bytes heap, int[] turns) {
        boolean completes = heap.compareTo(gibibytes(4)) >= 0 || turns[0]++ % 3 != 2;
        return completes ? completed(SECOND) : outOfMemory();
    }

    private static MinHeap.Ended completed(Duration wall) {
        return new MinHeap.Ended(new Outcome.Completed(0), wall);
    }

    private static MinHeap.Ended outOfMemory() {
        return new MinHeap.Ended(new Outcome.OutOfMemory(SECOND), SECOND);
    }

    private static MinHeap.Ended failed(String reason) {
        return new MinHeap.Ended(new Outcome.Failed(1, reason, List.of()), SECOND);
    }

    private static Duration times(Duration span, double factor) {
        return Duration.ofNanos((long) (span.toNanos() * factor));
    }

    private static Bytes gibibytes(long count) {
        return Bytes.ofMiB(count << 10);
    }
}
