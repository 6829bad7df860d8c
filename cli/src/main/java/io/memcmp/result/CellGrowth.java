package io.memcmp.result;

import io.memcmp.analysis.leak.GrowthProfile;
import io.memcmp.plan.Cell;
import io.memcmp.stats.Sample;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * How the heap after collections grew in the trials of one cell.
 *
 * @param cell which one
 * @param trials what each trial tells that tells it, at least one
 * @param of how many trials
 */
public record CellGrowth(Cell cell, List<GrowthProfile> trials, int of) {
    private static final double CONFIDENCE = 0.95;

    /** Copies the list. */
    public CellGrowth {
        trials = List.copyOf(trials);
        if (trials.isEmpty()) {
            throw new IllegalArgumentException("no trial of " + cell.id());
        }
    }

    /**
     * {@return what the cell's trials tell; empty where none of them tells anything}
     *
     * @param result the cell
     */
    public static Optional<CellGrowth> of(CellResult result) {
        var told = result.trials().stream()
                .flatMap(trial -> trial.facts().profile().present().stream())
                .flatMap(profile -> profile.growth().present().stream())
                .toList();
        return Optional.of(told)
                .filter(some -> !some.isEmpty())
                .map(some -> new CellGrowth(result.cell(), some, result.trials().size()));
    }

    /** {@return the median of the slopes, bytes per second} */
    public double bytesPerSecond() {
        return slopes().median();
    }

    /** {@return what it grows by at least, bytes per second: of one trial its own interval's end, of few the lowest} */
    public double low() {
        var interval = slopes().interval(CONFIDENCE);
        return interval.bounded()
                ? interval.low()
                : trials.stream().mapToDouble(GrowthProfile::low).min().orElseThrow();
    }

    /** {@return what it grows by at most, bytes per second} */
    public double high() {
        var interval = slopes().interval(CONFIDENCE);
        return interval.bounded()
                ? interval.high()
                : trials.stream().mapToDouble(GrowthProfile::high).max().orElseThrow();
    }

    /** {@return in how many trials growth is shown} */
    public long growing() {
        return trials.stream().filter(GrowthProfile::grows).count();
    }

    /** {@return whether growth is shown in every trial} */
    public boolean grows() {
        return growing() == of;
    }

    /** {@return the trial whose slope lies in the middle, the steeper of two} */
    public GrowthProfile middle() {
        return trials.stream()
                .sorted(Comparator.comparingDouble(GrowthProfile::bytesPerSecond))
                .toList()
                .get(trials.size() / 2);
    }

    private Sample slopes() {
        return Sample.of(trials.stream().map(GrowthProfile::bytesPerSecond).toList());
    }
}
