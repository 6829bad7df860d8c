package io.memcmp.stats;

/** How far a cell lies from its reference. */
public sealed interface Effect {
    /**
     * Cell through reference.
     *
     * @param estimate the ratio
     * @param interval at the confidence of one comparison
     * @param simultaneous at the confidence of the whole family
     */
    record Ratio(double estimate, Interval interval, Interval simultaneous) implements Effect {}

    /**
     * Cell less reference.
     *
     * @param estimate in the metric's unit
     * @param interval at the confidence of one comparison
     * @param simultaneous at the confidence of the whole family
     */
    record Difference(double estimate, Interval interval, Interval simultaneous) implements Effect {}

    /**
     * Every trial of each side agrees, and there are so many that it is no coincidence: there is no chance in it.
     *
     * @param value of the cell
     * @param reference of the other
     */
    record Exact(double value, double reference) implements Effect {}
}
