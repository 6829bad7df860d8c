package io.memcmp.result;

import io.memcmp.analysis.Reading;
import java.util.function.Function;

/**
 * One figure that is read off every trial. Its definition is in {@code docs/metrics.md}.
 *
 * @param id its name, for example {@code pause.max}
 * @param unit what it is counted in
 * @param better which direction is good
 * @param family which question it belongs to
 * @param summary what it is, in one line
 * @param read how it is read off a trial
 */
public record Metric(
        String id, Unit unit, Better better, Family family, String summary, Function<TrialFacts, Reading> read) {

    /** Which direction is good. */
    public enum Better {
        /** Less is better. */
        LOWER,
        /** More is better. */
        HIGHER,
        /** It describes the program, not the collector. */
        NEITHER
    }
}
