package io.memcmp.result;

import io.memcmp.stats.Interval;
import java.util.Optional;

/**
 * One metric of one cell against what it must not exceed.
 *
 * @param point the cell
 * @param metric the metric; empty where the cell as a whole is broken
 * @param budget the budget; empty for the baseline
 * @param figure the metric over the cell's trials
 * @param interval of its median
 * @param judgement against the baseline
 * @param status what came of it
 * @param reason in words
 * @param further how many blocks more would probably decide it; 0 where that is not known, or it is decided
 */
public record CheckedLimit(
        Point point,
        Optional<Metric> metric,
        Optional<Budget> budget,
        Summary figure,
        Optional<Interval> interval,
        Optional<Judgement> judgement,
        Status status,
        String reason,
        int further) {

    /** What came of it. */
    public enum Status {
        /** It holds. */
        HOLDS,
        /** It does not hold. */
        BROKEN,
        /** The trials do not tell. */
        INCONCLUSIVE,
        /** There is no figure, and the user said that there need not be one. */
        NOT_CHECKED
    }
}
