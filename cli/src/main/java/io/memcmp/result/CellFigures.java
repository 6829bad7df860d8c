package io.memcmp.result;

import java.util.List;

/**
 * A cell as far as comparisons need it: made of one that just ran, or read back from a report.
 *
 * @param key what it is
 * @param trials those that count, in the order of their blocks
 */
public record CellFigures(CellKey key, List<TrialFigures> trials) {
    /** Copies the list. */
    public CellFigures {
        trials = List.copyOf(trials);
    }

    /**
     * {@return what comparisons need of it}
     *
     * @param cell of a run
     */
    public static CellFigures of(CellResult cell) {
        return new CellFigures(
                CellKey.of(cell.cell()),
                cell.trials().stream()
                        .filter(trial -> !trial.outcome().id().equals("interrupted"))
                        .map(TrialFigures::of)
                        .toList());
    }

    /**
     * {@return the metric over all its trials, with the rules of {@link CellResult#summary}}
     *
     * @param metric which one
     */
    public Summary summary(Metric metric) {
        return Summary.over(trials, metric);
    }
}
