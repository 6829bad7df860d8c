package io.memcmp.experiment;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.launch.Interruption;
import io.memcmp.launch.Outcome;
import io.memcmp.made.MadeReports;
import io.memcmp.made.MadeRuns;
import io.memcmp.plan.Cell;
import io.memcmp.plan.Collector;
import io.memcmp.plan.ExperimentSpec;
import io.memcmp.plan.Heap;
import io.memcmp.plan.Judging;
import io.memcmp.plan.Layout;
import io.memcmp.plan.Limits;
import io.memcmp.plan.Plan;
import io.memcmp.plan.Protocol;
import io.memcmp.plan.Subject;
import io.memcmp.plan.Trial;
import io.memcmp.result.TrialResult;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;

/** Which trials run, in which order, and which once more; the trials themselves are made by hand. */
final class BlocksTest {
    private final List<Trial> ran = new ArrayList<>();
    private final Interruption interruption = new Interruption();

    @Test
    void aDisturbedTrialRunsOnceMoreAtTheEndOfItsBlock() throws Exception {
        var victim = plan(3).trials().get(2); // the first that counts
        var blocks = run(3, trial -> trial.equals(victim), _ -> false);
        assertEquals(9, ran.size());
        assertEquals(victim.again(), ran.get(4));
        assertEquals(
                List.of(0, 0, 1, 1, 1, 2, 2, 3, 3),
                ran.stream().map(Trial::block).toList());
        assertEquals(1, blocks.repeated());
    }

    @Test
    void theWarmUpIsNeverRepeated() throws Exception {
        run(3, Trial::warmsUp, _ -> false);
        assertEquals(plan(3).trials(), ran);
    }

    @Test
    void atMostHalfAsManyMoreRunAsWerePlannedHoweverBadTheMachine() throws Exception {
        for (int repeat = 1; repeat < 12; repeat++) {
            ran.clear();
            var blocks = run(repeat, trial -> !trial.warmsUp(), _ -> false);
            int planned = plan(repeat).trials().size();
            assertEquals(planned + repeat * 2 / 2, ran.size());
            assertEquals(repeat, blocks.repeated());
        }
    }

    @Test
    void everyBlockStaysTogetherAndNoTrialRunsTwice() throws Exception {
        for (long seed = 0; seed < 200; seed++) {
            ran.clear();
            var random = new Random(seed);
            run(6, _ -> random.nextInt(4) == 0, _ -> false);
            assertEquals(ran.size(), new HashSet<>(ran).size(), "seed " + seed);
            assertEquals(
                    ran.stream().map(Trial::block).sorted().toList(),
                    ran.stream().map(Trial::block).toList(),
                    "seed " + seed);
            assertTrue(ran.containsAll(plan(6).trials()), "seed " + seed);
        }
    }

    @Test
    void whoHasSeenEnoughEndsEarlyButNeverBeforeTheTenthBlockAndOnlyAtEveryFifth() throws Exception {
        var looks = new ArrayList<Integer>();
        var blocks = run(50, _ -> false, results -> {
            looks.add(results.getLast().trial().block());
            return results.getLast().trial().block() == 20;
        });
        assertEquals(List.of(10, 15, 20), looks);
        assertEquals(20, blocks.begun());
        assertEquals(20, ran.getLast().block());
    }

    @Test
    void anInterruptionEndsItAfterTheTrialThatRuns() throws Exception {
        var blocks = new Blocks(
                plan(5),
                Earlier.none(new RunDirectory(Path.of("nowhere"))),
                trial -> {
                    ran.add(trial);
                    if (ran.size() == 4) {
                        interruption.request();
                    }
                    return MadeRuns.trial(trial, List.of("foreign CPU 9 %"));
                },
                new Silence(),
                interruption);
        blocks.run(_ -> false);
        assertEquals(4, blocks.results().size());
    }

    private Blocks run(int repeat, Predicate<Trial> disturbed, Predicate<List<TrialResult>> enough)
            throws IOException, InterruptedException {
        var blocks = new Blocks(
                plan(repeat),
                Earlier.none(new RunDirectory(Path.of("nowhere"))),
                trial -> {
                    ran.add(trial);
                    return MadeRuns.trial(trial, disturbed.test(trial) ? List.of("foreign CPU 9 %") : List.of());
                },
                new Silence(),
                interruption);
        blocks.run(enough);
        return blocks;
    }

    private static Plan plan(int repeat) {
        var spec = new ExperimentSpec(
                new ExperimentSpec.Axes(
                        Map.of(new Subject.Bundled("linked-list", Map.of()), List.of(Heap.OF_JVM)),
                        List.of(Collector.SERIAL, Collector.G1),
                        List.of(MadeReports.JDK),
                        List.of(Layout.DEFAULT),
                        List.of()),
                repeat,
                42,
                new Limits(Duration.ofMinutes(1), Set.of(0)),
                new ExperimentSpec.Capture(Optional.empty(), false, false, false),
                Judging.DEFAULT,
                new Protocol(1, false, Optional.empty()));
        return Plan.of(spec, (Cell _) -> Optional.empty());
    }

    private static final class Silence implements Progress {
        @Override
        public void planned(Plan plan, int finished) {}

        @Override
        public void started(int number, Trial trial) {}

        @Override
        public void ended(int number, TrialResult result) {
            assertTrue(result.outcome() instanceof Outcome.Completed);
        }

        @Override
        public void repeats(TrialResult disturbed) {}
    }
}
