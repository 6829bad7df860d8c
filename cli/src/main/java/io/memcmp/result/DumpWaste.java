package io.memcmp.result;

import io.memcmp.analysis.heapdump.Waste.Boxed;
import io.memcmp.analysis.heapdump.Waste.Sparse;
import java.util.List;
import java.util.Optional;

/**
 * Bytes that a program could do without.
 *
 * @param stringBytes all bytes that equal strings take beyond one of each
 * @param arrayBytes all bytes that equal arrays of primitives take beyond one of each, those of strings too
 * @param strings equal strings, most bytes first
 * @param arrays equal arrays of primitives, most bytes first
 * @param collections with little in them, by class, most bytes first
 * @param boxed numbers, by class
 */
public record DumpWaste(
        long stringBytes,
        long arrayBytes,
        List<Duplicate> strings,
        List<Duplicate> arrays,
        List<Sparse> collections,
        List<Boxed> boxed) {
    /** Copies the lists. */
    public DumpWaste {
        strings = List.copyOf(strings);
        arrays = List.copyOf(arrays);
        collections = List.copyOf(collections);
        boxed = List.copyOf(boxed);
    }

    /**
     * Objects of equal content.
     *
     * @param name their class
     * @param address of one of them
     * @param length characters or elements
     * @param instances how many
     * @param wasted bytes beyond one of them
     * @param text the beginning of a string; empty where contents are not shown
     */
    public record Duplicate(
            String name, long address, int length, long instances, long wasted, Optional<String> text) {}
}
