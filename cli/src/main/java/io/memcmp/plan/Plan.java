package io.memcmp.plan;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.Function;

/**
 * All trials in their order: randomised complete blocks, so that a machine that grows slower does so for every cell.
 *
 * @param cells what is measured
 * @param trials every cell once per block, in a fresh random order in each
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
        var random = new Random(spec.seed());
        var trials = new ArrayList<Trial>();
        for (int block = 1; block <= spec.repeat(); block++) {
            var order = new ArrayList<>(cells);
            Collections.shuffle(order, random);
            for (var cell : order) {
                trials.add(new Trial(cell, block));
            }
        }
        return new Plan(cells, trials, skipped, spec.seed());
    }
}
