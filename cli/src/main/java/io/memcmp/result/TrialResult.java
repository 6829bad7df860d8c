package io.memcmp.result;

import io.memcmp.analysis.Completeness;
import io.memcmp.analysis.Observed;
import io.memcmp.analysis.Reading;
import io.memcmp.analysis.census.Census;
import io.memcmp.launch.NoiseEvidence;
import io.memcmp.launch.Outcome;
import io.memcmp.plan.Trial;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * One trial and what was read off it.
 *
 * @param trial which one
 * @param outcome how it ended
 * @param facts what the metrics are read off
 * @param salvaged what was left of its recording; empty where that was closed in order
 * @param directory where its files lie
 * @param noise what else happened on the machine meanwhile
 * @param remarks what the reader must know beside the figures
 */
public record TrialResult(
        Trial trial,
        Outcome outcome,
        TrialFacts facts,
        Optional<Completeness> salvaged,
        String directory,
        NoiseEvidence noise,
        List<String> remarks) {
    /** Copies the list. */
    public TrialResult {
        remarks = List.copyOf(remarks);
    }

    /**
     * {@return the same with a census}
     *
     * @param census where the heap's bytes went
     */
    public TrialResult with(Observed<Census> census) {
        return new TrialResult(trial, outcome, facts.with(census), salvaged, directory, noise, remarks);
    }

    /** {@return whether it counts: of a block that is no warm-up, and not set aside because the machine disturbed it} */
    public boolean counts() {
        return !trial.warmsUp() && noise.counts();
    }

    /** {@return every metric's reading, in the order of {@link Metrics#ALL}} */
    public Map<Metric, Reading> readings() {
        var readings = new LinkedHashMap<Metric, Reading>();
        Metrics.ALL.forEach(metric -> readings.put(metric, metric.read().apply(facts)));
        return readings;
    }
}
