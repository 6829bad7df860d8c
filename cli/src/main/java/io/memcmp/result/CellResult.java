package io.memcmp.result;

import io.memcmp.analysis.RecordingProfile;
import io.memcmp.launch.Outcome;
import io.memcmp.plan.Cell;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * All trials of one cell.
 *
 * @param cell which one
 * @param trials those that count, in the order of the blocks
 * @param setAside those that do not: of the warm-up, or disturbed by the machine
 * @param diagnosis what holds its memory, where anybody asked
 */
public record CellResult(Cell cell, List<TrialResult> trials, List<TrialResult> setAside, Diagnosis diagnosis) {
    /** Copies the lists. */
    public CellResult {
        trials = List.copyOf(trials);
        setAside = List.copyOf(setAside);
    }

    /**
     * {@return a cell with all its trials, each in its place}
     *
     * @param cell which one
     * @param results of it, in the order in which they ran
     */
    public static CellResult of(Cell cell, List<TrialResult> results) {
        return new CellResult(
                cell,
                results.stream()
                        .filter(TrialResult::counts)
                        .sorted(Comparator.comparingInt(result -> result.trial().block()))
                        .toList(),
                results.stream().filter(result -> !result.counts()).toList(),
                Diagnosis.NONE);
    }

    /**
     * {@return the same cell with what holds its memory}
     *
     * @param found what was found
     */
    public CellResult with(Diagnosis found) {
        return new CellResult(cell, trials, setAside, found);
    }

    /**
     * {@return the metric over all trials but one that the user interrupted} Where some trials completed and others did not, no figure speaks for both.
     *
     * @param metric which one
     */
    public Summary summary(Metric metric) {
        return CellFigures.of(this).summary(metric);
    }

    /** {@return how its trials ended: {@code 8 completed, 2 out of memory}} */
    public String outcomes() {
        var counts = trials.stream()
                .collect(Collectors.groupingBy(
                        trial -> trial.outcome().id().replace('_', ' '), TreeMap::new, Collectors.counting()));
        return counts.isEmpty()
                ? disturbed() > 0 ? "all trials set aside" : "not run"
                : counts.entrySet().stream()
                        .map(entry -> entry.getValue() + " " + entry.getKey())
                        .collect(Collectors.joining(", "));
    }

    /**
     * {@return what became of it: {@code measured}, {@code not_completed}, {@code set_aside} where the machine disturbed
     * every trial, or {@code not_run} after an interruption}
     */
    public String status() {
        if (finished().isEmpty()) {
            return disturbed() > 0 ? "set_aside" : "not_run";
        }
        return completed() ? "measured" : "not_completed";
    }

    /** {@return how many trials were set aside because the machine disturbed them} */
    public int disturbed() {
        return (int) setAside.stream().filter(trial -> !trial.trial().warmsUp()).count();
    }

    /** {@return whether its figures speak of a part of the program's run only} */
    public boolean incomplete() {
        return trials.stream().anyMatch(trial -> trial.salvaged().isPresent());
    }

    /** {@return whether every trial came to its end} */
    public boolean completed() {
        var finished = finished();
        return !finished.isEmpty() && finished.stream().allMatch(trial -> trial.outcome() instanceof Outcome.Completed);
    }

    /** What the user cut off is no ending of the program's. */
    private List<TrialResult> finished() {
        return trials.stream()
                .filter(trial -> !(trial.outcome() instanceof Outcome.Interrupted))
                .toList();
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
