package io.memcmp.stats;

/**
 * An interval of confidence.
 *
 * @param low its lower end; negative infinity where the sample is too small for this confidence
 * @param high its upper end; infinity likewise
 * @param confidence 0 to 1
 */
public record Interval(double low, double high, double confidence) {
    /**
     * {@return whether the value lies inside, ends included}
     *
     * @param value any
     */
    public boolean contains(double value) {
        return low <= value && value <= high;
    }

    /** {@return whether both ends are finite} */
    public boolean bounded() {
        return Double.isFinite(low) && Double.isFinite(high);
    }
}
