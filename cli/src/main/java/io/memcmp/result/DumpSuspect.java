package io.memcmp.result;

import java.util.List;
import java.util.Optional;

/**
 * What holds an unusual share of a heap.
 *
 * @param name its class, or of a class object {@code class} and its name
 * @param address where it is; empty where it is many objects of one class
 * @param instances how many objects this is
 * @param retained bytes that they retain
 * @param share of the live bytes, from 0 to 1
 * @param accumulation where in it the memory piles up; empty where it does not at one place
 * @param path from a root to it, or to one of its objects
 * @param reason all of this in plain words
 */
public record DumpSuspect(
        String name,
        Optional<Long> address,
        long instances,
        long retained,
        double share,
        Optional<Accumulation> accumulation,
        List<DumpStep> path,
        String reason) {
    /** Copies the list. */
    public DumpSuspect {
        path = List.copyOf(path);
    }

    /**
     * Where memory piles up.
     *
     * @param at the last object from which it fans out into many
     * @param content the class of which most is
     * @param instances how many of that
     * @param bytes that those retain
     */
    public record Accumulation(DumpObject at, String content, long instances, long bytes) {}
}
