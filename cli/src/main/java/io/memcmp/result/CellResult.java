package io.memcmp.result;

import io.memcmp.analysis.RecordingProfile;
import io.memcmp.launch.Outcome;
import io.memcmp.plan.Cell;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All trials of one cell.
 *
 * @param cell which one
 * @param trials in the order of the blocks
 */
public record CellResult(Cell cell, List<TrialResult> trials) {
    /** Copies the list. */
    public CellResult {
        trials = List.copyOf(trials);
    }

    /**
     * {@return the metric over all trials but one that the user interrupted} Where some trials completed and others did not, no figure speaks for both.
     *
     * @param metric which one
     */
    public Summary summary(Metric metric) {
        var finished = trials.stream()
                .map(TrialResult::facts)
                .filter(facts -> !(facts.outcome() instanceof Outcome.Interrupted))
                .toList();
        if (finished.isEmpty()) {
            return new Summary.Absent("no trial was finished");
        }
        if (finished.stream().map(facts -> facts.outcome().id()).distinct().count() > 1) {
            return new Summary.Absent("trials ended differently: " + outcomes());
        }
        return Summary.of(finished.stream().map(metric.read()).toList());
    }

    /** {@return how its trials ended: {@code 8 completed, 2 out of memory}} */
    public String outcomes() {
        var counts = trials.stream()
                .collect(Collectors.groupingBy(
                        trial -> trial.facts().outcome().id().replace('_', ' '), TreeMap::new, Collectors.counting()));
        return counts.entrySet().stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
    }

    /** {@return whether every trial came to its end} */
    public boolean completed() {
        return !trials.isEmpty()
                && trials.stream().allMatch(trial -> trial.facts().outcome() instanceof Outcome.Completed);
    }

    /** {@return the profile of the first trial that has one, for details that are no metric} */
    public Optional<RecordingProfile> profile() {
        return trials.stream()
                .flatMap(trial -> trial.facts().profile().present().stream())
                .findFirst();
    }

    /** {@return what its trials' readers must know, each remark once} */
    public List<String> remarks() {
        return trials.stream()
                .flatMap(trial -> trial.remarks().stream())
                .distinct()
                .toList();
    }
}
