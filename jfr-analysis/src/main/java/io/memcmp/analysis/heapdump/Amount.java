package io.memcmp.analysis.heapdump;

/**
 * So many objects of so many bytes.
 *
 * @param instances how many objects
 * @param bytes their shallow sizes together
 */
public record Amount(long instances, long bytes) {
    /** Nothing. */
    public static final Amount NONE = new Amount(0, 0);

    /**
     * {@return both together}
     *
     * @param other to add
     */
    public Amount plus(Amount other) {
        return new Amount(instances + other.instances, bytes + other.bytes);
    }
}
