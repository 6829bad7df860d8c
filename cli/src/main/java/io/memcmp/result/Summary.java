package io.memcmp.result;

import io.memcmp.analysis.Reading;
import io.memcmp.stats.Sample;
import java.util.ArrayList;
import java.util.List;

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
