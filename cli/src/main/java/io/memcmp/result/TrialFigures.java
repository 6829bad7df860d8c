package io.memcmp.result;

import io.memcmp.analysis.Reading;
import java.util.LinkedHashMap;
import java.util.Map;

/**
 * A trial as far as comparisons need it: made of a trial that just ran, or read back from a report.
 *
 * @param block in which block
 * @param outcome how it ended: {@code completed}, {@code out_of_memory} …
 * @param incomplete whether its recording was cut off
 * @param readings every metric's reading by the metric's name
 */
public record TrialFigures(int block, String outcome, boolean incomplete, Map<String, Reading> readings) {
    /** What is known of the end of a program of which there is a recording alone. */
    static final String RECORDED = "recorded";

    /** Copies the map. */
    public TrialFigures {
        readings = Map.copyOf(readings);
    }

    /**
     * {@return what comparisons need of it}
     *
     * @param result a trial that ran
     */
    public static TrialFigures of(TrialResult result) {
        var readings = new LinkedHashMap<String, Reading>();
        result.readings().forEach((metric, reading) -> readings.put(metric.id(), reading));
        return new TrialFigures(
                result.trial().block(), result.outcome().id(), result.salvaged().isPresent(), readings);
    }

    /** {@return whether its program came to its end; of a recording nothing speaks against it} */
    public boolean ended() {
        return outcome.equals("completed") || outcome.equals(RECORDED);
    }

    /**
     * {@return the metric's reading}
     *
     * @param metric any
     */
    public Reading reading(Metric metric) {
        return readings.getOrDefault(metric.id(), Reading.absent("the report does not have " + metric.id()));
    }
}
