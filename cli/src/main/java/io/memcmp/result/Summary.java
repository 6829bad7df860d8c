package io.memcmp.result;

import io.memcmp.analysis.Reading;
import io.memcmp.stats.Sample;
import java.util.ArrayList;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** One metric over the trials of one cell: median and range, or the reason why there is none. */
public sealed interface Summary {

    /**
     * Every trial has the figure.
     *
     * @param sample one value for each trial
     */
    record Of(Sample sample) implements Summary {}

    /**
     * At least one trial lacks it. A median over those that have it would speak of survivors only.
     *
     * @param reason why
     */
    record Absent(String reason) implements Summary {}

    /**
     * {@return the metric over trials of one cell} Where some completed and others did not, no figure speaks for both.
     *
     * @param finished those that the user did not interrupt
     * @param metric which one
     */
    static Summary over(List<TrialFigures> finished, Metric metric) {
        if (finished.isEmpty()) {
            return new Absent("no trial that counts was finished");
        }
        if (finished.stream().map(TrialFigures::outcome).distinct().count() > 1) {
            return new Absent("trials ended differently: " + outcomes(finished));
        }
        long cutOff = finished.stream().filter(TrialFigures::incomplete).count();
        if (cutOff > 0 && cutOff < finished.size()) {
            return new Absent("%d of %d recordings are incomplete".formatted(cutOff, finished.size()));
        }
        return of(finished.stream().map(trial -> trial.reading(metric)).toList());
    }

    /**
     * {@return how trials ended: {@code 8 completed, 2 out of memory}}
     *
     * @param trials any
     */
    static String outcomes(List<TrialFigures> trials) {
        return trials.stream()
                .collect(Collectors.groupingBy(
                        trial -> trial.outcome().replace('_', ' '), TreeMap::new, Collectors.counting()))
                .entrySet()
                .stream()
                .map(entry -> entry.getValue() + " " + entry.getKey())
                .collect(Collectors.joining(", "));
    }

    /**
     * {@return the readings of one metric as one}
     *
     * @param readings one for each trial, at least one
     */
    static Summary of(List<Reading> readings) {
        var values = new ArrayList<Double>();
        var reasons = new ArrayList<String>();
        for (var reading : readings) {
            switch (reading) {
                case Reading.Value(double figure) -> values.add(figure);
                case Reading.Absent(var reason) -> reasons.add(reason);
            }
        }
        if (reasons.isEmpty() && !values.isEmpty()) {
            return new Of(Sample.of(values));
        }
        var reason = reasons.isEmpty() ? "no trial was run" : reasons.getFirst();
        return new Absent(
                values.isEmpty()
                        ? reason
                        : "absent in %d of %d trials: %s".formatted(reasons.size(), readings.size(), reason));
    }
}
