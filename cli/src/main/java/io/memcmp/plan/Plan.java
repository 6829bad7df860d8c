package io.memcmp.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;
import java.util.stream.Collectors;

/**
 * All trials in their order: randomised complete blocks, so that a machine that grows slower does so for every cell.
 *
 * @param cells what is measured
 * @param trials those of the warm-up first, then every cell once per block, in a fresh random order in each
 * @param skipped what cannot be measured, and why
 * @param seed that gave the order
 */
public record Plan(List<Cell> cells, List<Trial> trials, List<Skipped> skipped, long seed) {
    /** Copies the lists. */
    public Plan {
        cells = List.copyOf(cells);
        trials = List.copyOf(trials);
        skipped = List.copyOf(skipped);
    }

    /** Refuses a matrix of which nothing is left: nobody waits for a report of that. */
    public void refuseEmpty() {
        if (!trials.isEmpty()) {
            return;
        }
        var reasons = skipped.stream()
                .map(each -> each.cell().collector().id() + " on JDK "
                        + each.cell().jdk().version() + ": " + each.reason())
                .distinct()
                .collect(Collectors.joining("; "));
        throw new UserError(
                "no cell of the matrix can run: " + reasons,
                "choose other collectors (--gc), JDKs (--jdk), a larger heap (--heap) or other options; memcmp doctor shows"
                        + " what works here");
    }

    /**
     * {@return the plan of an experiment}
     *
     * @param spec what was asked for
     * @param refusal what the cell's JVM says against it; asked once for each cell
     */
    public static Plan of(ExperimentSpec spec, Function<Cell, Optional<String>> refusal) {
        var cells = new ArrayList<Cell>();
        var skipped = new ArrayList<Skipped>();
        for (var cell : spec.axes().cells()) {
            refusal.apply(cell)
                    .ifPresentOrElse(reason -> skipped.add(new Skipped(cell, reason)), () -> cells.add(cell));
        }
        var trials = new ArrayList<Trial>();
        // An order of its own: with more or fewer rounds of warm-up the blocks that count stay the same.
        var warmUp = new Random(~spec.seed());
        for (int round = 1; round <= spec.protocol().warmUpBlocks(); round++) {
            int attempt = round;
            shuffled(cells, warmUp).forEach(cell -> trials.add(new Trial(cell, Trial.WARM_UP, attempt)));
        }
        var random = new Random(spec.seed());
        for (int block = 1; block <= spec.blocks(); block++) {
            int number = block;
            shuffled(cells, random).forEach(cell -> trials.add(new Trial(cell, number)));
        }
        return new Plan(cells, trials, skipped, spec.seed());
    }

    private static List<Cell> shuffled(List<Cell> cells, Random random) {
        var order = new ArrayList<>(cells);
        Collections.shuffle(order, random);
        return order;
    }

    /** {@return its trials block by block, the warm-up first where there is one} */
    public List<List<Trial>> blocks() {
        var blocks =
                trials.stream().collect(Collectors.groupingBy(Trial::block, LinkedHashMap::new, Collectors.toList()));
        return List.copyOf(blocks.values());
    }

    /** {@return how many blocks count} */
    public int counted() {
        return trials.stream().mapToInt(Trial::block).max().orElse(0);
    }
}
