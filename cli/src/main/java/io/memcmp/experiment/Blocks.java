package io.memcmp.experiment;

import io.memcmp.launch.Interruption;
import io.memcmp.launch.Outcome;
import io.memcmp.plan.Plan;
import io.memcmp.plan.Trial;
import io.memcmp.result.TrialResult;
import io.memcmp.stats.Precision;
import java.io.IOException;
import java.util.ArrayDeque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;

/**
 * Runs a plan block by block. A trial that the machine disturbed runs once more at the end of its block, so that its block
 * stays one block; over the whole run at most half as many more as were planned.
 */
final class Blocks {

    /** Makes a trial happen. */
    interface Performer {
        /** {@return what became of it, written down} */
        TrialResult perform(Trial trial) throws IOException, InterruptedException;
    }

    private final Plan plan;
    private final Earlier earlier;
    private final Performer performer;
    private final Progress progress;
    private final Interruption interruption;
    private final Map<Trial, TrialResult> results = new LinkedHashMap<>();
    private final int budget;
    private int repeated;
    private int resumed;
    private int begun;
    private boolean warm;

    Blocks(Plan plan, Earlier earlier, Performer performer, Progress progress, Interruption interruption) {
        this.plan = plan;
        this.earlier = earlier;
        this.performer = performer;
        this.progress = progress;
        this.interruption = interruption;
        this.budget =
                (int) plan.trials().stream().filter(trial -> !trial.warmsUp()).count() / 2;
        this.warm = earlier.count() == 0;
    }

    /**
     * Runs the plan to its end, or until enough is known, or until the user wants it to stop.
     *
     * @param enough whether these results are precise enough; asked after blocks at which one may look
     */
    void run(Predicate<List<TrialResult>> enough) throws IOException, InterruptedException {
        for (var block : plan.blocks()) {
            int number = block.getFirst().block();
            begun = Math.max(begun, number);
            if (!run(block)) {
                return;
            }
            if (Precision.due(number) && enough.test(results())) {
                return;
            }
        }
    }

    private boolean run(List<Trial> block) throws IOException, InterruptedException {
        var queue = new ArrayDeque<>(block);
        while (!queue.isEmpty()) {
            if (interruption.requested()) {
                return false;
            }
            var trial = queue.removeFirst();
            var result = result(trial);
            if (spoiled(result) && repeated < budget) {
                repeated++;
                queue.addLast(trial.again());
                progress.repeats(result);
            }
        }
        return true;
    }

    private static boolean spoiled(TrialResult result) {
        return !result.trial().warmsUp()
                && !result.noise().counts()
                && !(result.outcome() instanceof Outcome.Interrupted);
    }

    private TrialResult result(Trial trial) throws IOException, InterruptedException {
        var known = earlier.of(trial);
        if (known.isPresent()) {
            resumed++;
            results.put(trial, known.get());
            return known.get();
        }
        warmUpAgain(trial);
        var result = performer.perform(trial);
        results.put(trial, result);
        return result;
    }

    /** Since an earlier sitting the page cache may have gone cold: the warm-up that stands in the journal was then. */
    private void warmUpAgain(Trial next) throws IOException, InterruptedException {
        if (warm || next.warmsUp()) {
            return;
        }
        warm = true;
        for (var trial : plan.trials()) {
            if (trial.warmsUp() && !interruption.requested()) {
                results.put(trial, performer.perform(trial));
            }
        }
    }

    /** {@return what became of every trial that was begun, in the order in which they ran first} */
    List<TrialResult> results() {
        return List.copyOf(results.values());
    }

    int repeated() {
        return repeated;
    }

    int resumed() {
        return resumed;
    }

    int begun() {
        return begun;
    }
}
