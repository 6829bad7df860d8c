package io.memcmp.result;

import io.memcmp.analysis.Observed;
import io.memcmp.stats.Comparison;
import io.memcmp.stats.Verdict;
import java.util.Optional;

/**
 * One metric of one cell, held against another cell.
 *
 * @param metric which metric
 * @param cell the cell
 * @param reference what it is held against
 * @param judged the class it is judged in; empty for a metric that is shown without a verdict
 * @param comparison the comparison, or why there is none
 */
public record Judgement(
        Metric metric,
        CellFigures cell,
        CellFigures reference,
        Optional<MetricClass> judged,
        Observed<Comparison> comparison) {

    /** {@return whether it is judged, and on enough trials that something may be said} */
    public boolean conclusive() {
        return judged.isPresent()
                && comparison instanceof Observed.Present<Comparison>(var present)
                && !(present.verdict() instanceof Verdict.TooFew);
    }

    /** {@return the same figures, of which nothing may be said: the run was too noisy} */
    Judgement withoutVerdict() {
        return comparison instanceof Observed.Present<Comparison>(var told)
                        && !(told.verdict() instanceof Verdict.TooFew)
                ? new Judgement(
                        metric,
                        cell,
                        reference,
                        judged,
                        Observed.of(new Comparison(
                                told.effect(),
                                told.trials(),
                                told.referenceTrials(),
                                told.p(),
                                told.adjustedP(),
                                told.spread(),
                                told.minimalDetectable(),
                                new Verdict.NotShown(told.minimalDetectable()))))
                : this;
    }
}
