package io.memcmp.analysis.heapdump;

import java.io.IOException;
import java.util.List;

/**
 * Bytes that a program could do without.
 *
 * @param strings equal strings, by the content of their arrays; most bytes first
 * @param arrays equal arrays of primitives
 * @param collections of a class and a state (empty, or nearly), most bytes first
 * @param boxed boxed numbers of a class
 * @param duplicateStringBytes all bytes that equal strings take beyond one of each
 * @param duplicateArrayBytes all bytes that equal arrays take beyond one of each, those of strings too
 */
public record Waste(
        List<Duplicate> strings,
        List<Duplicate> arrays,
        List<Sparse> collections,
        List<Boxed> boxed,
        long duplicateStringBytes,
        long duplicateArrayBytes) {
    /** Copies the lists. */
    public Waste {
        strings = List.copyOf(strings);
        arrays = List.copyOf(arrays);
        collections = List.copyOf(collections);
        boxed = List.copyOf(boxed);
    }

    /**
     * Objects of equal content.
     *
     * @param example number of one of them
     * @param className their class
     * @param length characters or elements
     * @param instances how many
     * @param wasted bytes beyond one of them
     */
    public record Duplicate(int example, String className, int length, long instances, long wasted) {}

    /**
     * Collections of a class with little in them.
     *
     * @param className their class
     * @param collections how many of it in all
     * @param empty how many hold nothing
     * @param sparse how many fill less than a quarter of their array
     * @param wasted bytes of unused slots, and of what empty ones hold
     */
    public record Sparse(String className, long collections, long empty, long sparse, long wasted) {}

    /**
     * Boxed numbers.
     *
     * @param className {@code java.lang.Integer} and so on
     * @param instances how many
     * @param bytes their shallow sizes
     * @param distinct how many different values
     */
    public record Boxed(String className, long instances, long bytes, long distinct) {}

    /**
     * {@return what a dump wastes} Reads the file again.
     *
     * @param dump any
     * @param most how many entries of each list
     * @throws IOException when the file can no longer be read
     */
    public static Waste of(HeapDump dump, int most) throws IOException {
        throw new UnsupportedOperationException();
    }
}
