package io.memcmp.result;

import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

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

    /** {@return whether every trial came to its end, and there is one} */
    public boolean completed() {
        return !trials.isEmpty() && trials.stream().allMatch(TrialFigures::ended);
    }

    /** {@return how its trials ended, where not all came to their end: {@code 3 of 10 out of memory}} */
    public String endings() {
        var others = trials.stream()
                .filter(trial -> !trial.ended())
                .map(TrialFigures::outcome)
                .collect(Collectors.groupingBy(
                        outcome -> outcome.replace('_', ' '), TreeMap::new, Collectors.counting()));
        if (others.isEmpty()) {
            return trials.isEmpty() ? "no trial was finished" : trials.size() + " completed";
        }
        return others.entrySet().stream()
                .map(entry -> entry.getValue() + " of " + trials.size() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
    }
}
