package io.memcmp.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;

final class PlanTest {

    private static final Subject LIST = new Subject.Bundled("linked-list", Map.of());
    private static final Jdk OLD = new Jdk(17, "17.0.15+6", "Somebody", Path.of("/jdk/17"), "here");
    private static final Jdk NEW = new Jdk(25, "25.0.3+9-LTS", "Somebody", Path.of("/jdk/25"), "there");

    @Test
    void everyBlockHoldsEveryCellOnce() {
        for (long seed = 0; seed < 50; seed++) {
            var plan = Plan.of(spec(5, seed), _ -> Optional.empty());
            assertEquals(8, plan.cells().size());
            assertEquals(8 + 5 * 8, plan.trials().size(), "a warm-up, then the blocks that count");
            for (int block = 0; block <= 5; block++) {
                var trials = plan.trials().subList(block * 8, (block + 1) * 8);
                int number = block;
                assertTrue(trials.stream().allMatch(trial -> trial.block() == number), "seed " + seed);
                assertEquals(
                        Set.copyOf(plan.cells()),
                        new HashSet<>(trials.stream().map(Trial::cell).toList()),
                        "seed " + seed);
            }
        }
    }

    @Test
    void theSameSeedGivesTheSameOrderAndAnotherSeedAnother() {
        var once = Plan.of(spec(3, 7), _ -> Optional.empty());
        assertEquals(once, Plan.of(spec(3, 7), _ -> Optional.empty()));
        assertNotEquals(
                once.trials(), Plan.of(spec(3, 8), _ -> Optional.empty()).trials());
        assertNotEquals(
                once.trials().subList(0, 8).stream().map(Trial::cell).toList(),
                once.trials().subList(8, 16).stream().map(Trial::cell).toList(),
                "each block has an order of its own");
    }

    @Test
    void aSingleLookIsNotWarmedUpAndWhoeverWantsToMay() {
        assertEquals(8, Plan.of(spec(1, 1), _ -> Optional.empty()).trials().size());
        var warmed = Plan.of(spec(1, 1, 2), _ -> Optional.empty()).trials();
        assertEquals(3 * 8, warmed.size());
        assertEquals(
                List.of(1, 2),
                warmed.stream()
                        .filter(Trial::warmsUp)
                        .map(Trial::attempt)
                        .distinct()
                        .toList());
        assertEquals(warmed.size(), Set.copyOf(warmed).size(), "no two trials are the same");
    }

    @Test
    void theBlocksThatCountAreTheSameHoweverLongTheWarmUp() {
        var without = Plan.of(spec(4, 9, 0), _ -> Optional.empty()).trials();
        for (int rounds = 1; rounds < 4; rounds++) {
            var with = Plan.of(spec(4, 9, rounds), _ -> Optional.empty()).trials();
            assertEquals(without, with.subList(8 * rounds, with.size()));
        }
    }

    @Test
    void moreBlocksBeginWithTheSameOnes() {
        var few = Plan.of(spec(4, 9), _ -> Optional.empty()).trials();
        var many = Plan.of(spec(40, 9), _ -> Optional.empty()).trials();
        assertEquals(few, many.subList(0, few.size()));
    }

    @Test
    void aCellThatItsJvmRefusesIsSkippedWithItsReasonAndAskedOnce() {
        var asked = new HashSet<Cell>();
        var plan = Plan.of(spec(4, 1), cell -> {
            assertTrue(asked.add(cell), "asked twice: " + cell.id());
            return cell.collector() == Collector.ZGC ? Optional.of("no such collector") : Optional.empty();
        });
        assertEquals(4, plan.cells().size());
        assertEquals(4 + 16, plan.trials().size());
        assertEquals(4, plan.skipped().size());
        assertTrue(plan.skipped().stream()
                .allMatch(skipped -> skipped.cell().collector() == Collector.ZGC
                        && skipped.reason().equals("no such collector")));
    }

    @Test
    void whatIsNamedTwiceIsMeasuredOnce() {
        var axes = new ExperimentSpec.Axes(
                Map.of(LIST, List.of(Heap.OF_JVM, Heap.OF_JVM)),
                List.of(Collector.G1, Collector.G1),
                List.of(NEW, NEW),
                List.of(Layout.DEFAULT, Layout.DEFAULT),
                List.of("-Xlog:gc", "-Xlog:gc"));
        assertEquals(1, axes.cells().size());
        assertEquals(2, axes.jvmArgs().size(), "an option may be meant twice");
    }

    @Test
    void noCellsHaveTheSameDirectory() {
        var cells = Plan.of(spec(1, 1), _ -> Optional.empty()).cells();
        assertEquals(cells.size(), cells.stream().map(Cell::id).distinct().count());
        assertTrue(cells.stream().allMatch(cell -> cell.id().matches("[A-Za-z0-9._-]+")));
    }

    @Test
    void repeatingLessThanOnceIsRefused() {
        var error = assertThrows(UserError.class, () -> spec(0, 1));
        assertTrue(String.valueOf(error.getMessage()).contains("--repeat must be at least 1"));
    }

    private static ExperimentSpec spec(int repeat, long seed) {
        return spec(repeat, seed, Protocol.usual(repeat).warmUpBlocks());
    }

    private static ExperimentSpec spec(int repeat, long seed, int warmUp) {
        return new ExperimentSpec(
                new ExperimentSpec.Axes(
                        Map.of(LIST, List.of(Heap.of(Bytes.ofMiB(64)), Heap.of(Bytes.ofMiB(128)))),
                        List.of(Collector.G1, Collector.ZGC),
                        List.of(OLD, NEW),
                        List.of(Layout.DEFAULT),
                        List.of()),
                repeat,
                seed,
                new Limits(Duration.ofSeconds(1), Set.of(0)),
                new ExperimentSpec.Capture(Optional.empty(), false, false, false),
                Judging.DEFAULT,
                new Protocol(warmUp, false, Optional.empty()));
    }
}
