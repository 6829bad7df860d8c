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
                .filter(trial -> !(trial.outcome() instanceof Outcome.Interrupted))
                .toList();
        if (finished.isEmpty()) {
            return new Summary.Absent("no trial was finished");
        }
        if (finished.stream().map(trial -> trial.outcome().id()).distinct().count() > 1) {
            return new Summary.Absent("trials ended differently: " + outcomes());
        }
        long cutOff =
                finished.stream().filter(trial -> trial.salvaged().isPresent()).count();
        if (cutOff > 0 && cutOff < finished.size()) {
            return new Summary.Absent("%d of %d recordings are incomplete".formatted(cutOff, finished.size()));
        }
        return Summary.of(
                finished.stream().map(TrialResult::facts).map(metric.read()).toList());
    }

    /** {@return how its trials ended: {@code 8 completed, 2 out of memory}} */
    public String outcomes() {
        var counts = trials.stream()
                .collect(Collectors.groupingBy(
                        trial -> trial.outcome().id().replace('_', ' '), TreeMap::new, Collectors.counting()));
        return counts.isEmpty()
                ? "not run"
                : counts.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey())
                        .collect(Collectors.joining(", "));
    }

    /** {@return what became of it: {@code measured}, {@code not_completed}, or {@code not_run} after an interruption} */
    public String status() {
        return trials.isEmpty() ? "not_run" : completed() ? "measured" : "not_completed";
    }

    /** {@return whether its figures speak of a part of the program's run only} */
    public boolean incomplete() {
        return trials.stream().anyMatch(trial -> trial.salvaged().isPresent());
    }

    /** {@return whether every trial came to its end} */
    public boolean completed() {
        return !trials.isEmpty() && trials.stream().allMatch(trial -> trial.outcome() instanceof Outcome.Completed);
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
