package io.memcmp.stats;

/** What may be said of a comparison. */
public sealed interface Verdict {
    /** Which way. */
    enum Direction {
        /** The cell's figure is smaller. */
        LOWER,
        /** The cell's figure is larger. */
        HIGHER
    }

    /** How far. */
    enum Extent {
        /** All of the interval lies beyond the margin. */
        BEYOND_MARGIN,
        /** It may lie within the margin. */
        PERHAPS_NEGLIGIBLE,
        /** Real, and within the margin. */
        NEGLIGIBLE
    }

    /**
     * They differ.
     *
     * @param direction which way
     * @param extent how far
     */
    record Differs(Direction direction, Extent extent) implements Verdict {}

    /** They are equal within the margin. */
    record Equivalent() implements Verdict {}

    /**
     * No difference was shown.
     *
     * @param minimalDetectable what could have been shown with a power of 80 %: a relative change for ratios (0.07 is
     *     7 %), else in the metric's unit; may be infinite
     */
    record NotShown(double minimalDetectable) implements Verdict {}

    /**
     * With so few trials nothing can be shown among so many comparisons.
     *
     * @param needed how many it takes at least
     */
    record TooFew(int needed) implements Verdict {}
}
