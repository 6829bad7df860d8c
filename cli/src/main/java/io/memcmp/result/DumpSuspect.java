package io.memcmp.result;

import java.util.List;
import java.util.Optional;

/**
 * What holds an unusual share of a heap.
 *
 * @param name its class; of a class object {@code class} and its name
 * @param address where it is; of many objects of one class, where one of them is
 * @param instances how many objects this is
 * @param retained bytes that they retain
 * @param share of the live bytes, from 0 to 1
 * @param holders who keeps it: one, or several of which each is enough
 * @param accumulation where in it the memory piles up
 * @param path from a root to where it piles up
 * @param reason all of this in plain words
 */
public record DumpSuspect(
        String name,
        long address,
        long instances,
        long retained,
        double share,
        List<Holder> holders,
        Accumulation accumulation,
        List<DumpStep> path,
        String reason) {
    /** Copies the lists. */
    public DumpSuspect {
        holders = List.copyOf(holders);
        path = List.copyOf(path);
    }

    /**
     * Who keeps something.
     *
     * @param kind {@code class}, {@code thread}, {@code class_loader}, {@code object} or {@code root}
     * @param name its class; of a class object {@code class} and its name; of a root what kind of root
     * @param address where it is; of a root, where what it keeps is
     * @param field the static field that keeps it; empty of everything else, and where it is not known
     */
    public record Holder(String kind, String name, long address, Optional<String> field) {}

    /**
     * Where memory piles up.
     *
     * @param shape {@code one}, {@code many}, {@code chain}, {@code tree} or {@code scattered}
     * @param name class of the last object before it fans out
     * @param address of it; of several, of one of them
     * @param instances how many of it there are
     * @param retained bytes that it retains
     * @param contents what piles up, from the outside in
     */
    public record Accumulation(
            String shape, String name, long address, long instances, long retained, List<Content> contents) {
        /** Copies the list. */
        public Accumulation {
            contents = List.copyOf(contents);
        }
    }

    /**
     * Objects of a class that pile up.
     *
     * @param name their class
     * @param address of one of them
     * @param instances how many
     * @param retained bytes that they retain
     */
    public record Content(String name, long address, long instances, long retained) {}
}
