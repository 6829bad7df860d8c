package io.memcmp.analysis;

import java.util.OptionalDouble;

/** One figure, or the reason why there is none. Absence is never written as a zero. */
public sealed interface Reading {

    /**
     * A figure.
     *
     * @param inBaseUnit the figure in its base unit: nanoseconds, bytes, a plain count or a plain ratio
     */
    record Value(double inBaseUnit) implements Reading {
        /** Refuses what is no number: an absent figure has a reason and is {@link Absent}. */
        public Value {
            if (!Double.isFinite(inBaseUnit)) {
                throw new IllegalArgumentException("not a finite figure: " + inBaseUnit);
            }
        }
    }

    /**
     * No figure.
     *
     * @param reason why, in the user's words: without a capital, without a full stop
     */
    record Absent(String reason) implements Reading {}

    /**
     * {@return a figure in its base unit}
     *
     * @param inBaseUnit nanoseconds, bytes, a count or a ratio
     */
    static Reading of(double inBaseUnit) {
        return new Value(inBaseUnit);
    }

    /**
     * {@return a figure in its base unit}
     *
     * @param inBaseUnit nanoseconds, bytes or a count; exact up to 2⁵³
     */
    static Reading of(long inBaseUnit) {
        return new Value((double) inBaseUnit);
    }

    /**
     * {@return no figure, for this reason}
     *
     * @param reason why there is none
     */
    static Reading absent(String reason) {
        return new Absent(reason);
    }

    /**
     * {@return a figure in its base unit, absent where it is negative: that is how the recording writes "unknown"}
     *
     * @param inBaseUnit nanoseconds, bytes or a count; −1 is unknown
     * @param unknown why it is unknown
     */
    static Reading ofKnown(long inBaseUnit, String unknown) {
        return inBaseUnit < 0 ? absent(unknown) : of(inBaseUnit);
    }

    /** {@return the figure where there is one} */
    default OptionalDouble value() {
        return switch (this) {
            case Value(double figure) -> OptionalDouble.of(figure);
            case Absent _ -> OptionalDouble.empty();
        };
    }
}
