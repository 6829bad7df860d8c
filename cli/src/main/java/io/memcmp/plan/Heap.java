package io.memcmp.plan;

import java.util.Locale;
import java.util.Optional;

/**
 * The heap of a cell.
 *
 * @param size {@code -Xms} and {@code -Xmx}; empty leaves both to the JVM
 * @param multiple of the minimum heap, where it was asked for as such: cells of two programs are at the same point of the
 *     heap axis when their multiples are equal, not their sizes
 */
public record Heap(Optional<Bytes> size, Optional<Double> multiple) {
    /** The JVM's own choice. */
    public static final Heap OF_JVM = new Heap(Optional.empty(), Optional.empty());

    /**
     * {@return a heap of that size}
     *
     * @param size for {@code -Xms} and {@code -Xmx}
     */
    public static Heap of(Bytes size) {
        return new Heap(Optional.of(size), Optional.empty());
    }

    /** {@return its name in tables and of cells: {@code 64m}, {@code 2x}; empty for the JVM's own choice} */
    public String label() {
        return multiple.map(Heap::times).orElseGet(() -> size.map(Bytes::forJvm).orElse(""));
    }

    private static String times(double multiple) {
        return (multiple == Math.rint(multiple)
                        ? Long.toString((long) multiple)
                        : String.format(Locale.ROOT, "%s", multiple))
                + "x";
    }
}
