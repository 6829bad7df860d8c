package io.memcmp.result;

import io.memcmp.stats.Effect;
import java.util.List;
import java.util.Optional;

/**
 * What a cell comes to among those that share its reference: what it buys and what that costs.
 *
 * @param cell the cell
 * @param reference what its group is held against; the cell itself for the statement on the reference
 * @param standing where it stands
 * @param weighed the metrics on which the group's cells are weighed
 * @param points what is known of it on each of them
 * @param dominance of a dominated cell, by which and how
 * @param endings how its trials ended
 */
public record Statement(
        CellFigures cell,
        CellFigures reference,
        Standing standing,
        List<Metric> weighed,
        List<Point> points,
        Optional<Dominance> dominance,
        String endings) {
    /** Copies the lists. */
    public Statement {
        weighed = List.copyOf(weighed);
        points = List.copyOf(points);
    }

    /** Where a cell stands, best first: the order of a conclusion. */
    public enum Standing {
        /** It is shown to have the lowest figure of its group on some metric, by more than the margin. */
        BEST,
        /** It is lower than the reference on some metric, and no cell is shown to dominate it. */
        TRADE,
        /** It is what the others are held against, and no cell is shown to dominate it. */
        REFERENCE,
        /** No difference from the reference was shown. */
        UNDECIDED,
        /** It is shown higher than the reference on some metric and lower on none. */
        NO_GAIN,
        /** Another cell is shown lower by more than the margin on some metric, and not higher by more than it on any. */
        DOMINATED,
        /** Not every trial came to its end. */
        FAILED
    }

    /** What is known of a cell on one metric. */
    public enum Side {
        /** Lower than the reference. */
        BUYS,
        /** Higher than the reference. */
        PAYS,
        /** Within the margin. */
        EQUAL,
        /** Nothing was shown. */
        OPEN
    }

    /**
     * What is known of a cell on one metric.
     *
     * @param metric which
     * @param side whether it buys or pays
     * @param lowest whether it is shown to have the lowest figure of the group, by more than the margin
     * @param clear whether it differs from the reference by more than the margin
     * @param effect how far it lies from the reference; empty where it was not compared, and for the reference itself
     */
    public record Point(Metric metric, Side side, boolean lowest, boolean clear, Optional<Effect> effect) {}

    /**
     * By which cell another is dominated.
     *
     * @param by the cell that is better
     * @param on the metrics on which it is shown to be lower
     */
    public record Dominance(CellFigures by, List<Gap> on) {
        /** Copies the list. */
        public Dominance {
            on = List.copyOf(on);
        }
    }

    /**
     * A metric on which one cell is lower than another: their intervals against the reference do not meet.
     *
     * @param metric which
     * @param lower how far the better cell lies from the reference; empty where it is the reference
     * @param higher how far the dominated cell does; empty where it is the reference
     */
    public record Gap(Metric metric, Optional<Effect> lower, Optional<Effect> higher) {}

    /** {@return the points on that side} */
    public List<Point> on(Side side) {
        return points.stream().filter(point -> point.side() == side).toList();
    }
}
