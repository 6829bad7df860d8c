package io.memcmp.result;

import io.memcmp.analysis.heapdump.Amount;
import java.util.List;
import java.util.Optional;

/**
 * What one heap dump of a cell tells.
 *
 * @param file the dump
 * @param moment when it was taken
 * @param reachable what roots reach by strong references
 * @param unreachable what they do not reach: garbage that the dump still has
 * @param suspects what holds an unusual share, most first
 * @param dominators the objects that retain most, most first
 * @param incomplete why the dump is not all of the heap; empty when it is
 */
public record HeapFindings(
        String file,
        Moment moment,
        Amount reachable,
        Amount unreachable,
        List<Suspect> suspects,
        List<Step> dominators,
        Optional<String> incomplete) {
    /** Copies the lists. */
    public HeapFindings {
        suspects = List.copyOf(suspects);
        dominators = List.copyOf(dominators);
    }

    /** When a dump was taken. */
    public enum Moment {
        /** After the measured window, results still held. */
        QUIET,
        /** When the program ended. */
        EXIT,
        /** At the first {@code OutOfMemoryError}. */
        OUT_OF_MEMORY
    }

    /**
     * What holds an unusual share.
     *
     * @param name its class; of a class object, {@code class} and its name
     * @param instances how many objects this is
     * @param retained bytes that would be free if it were
     * @param share of the reachable bytes, from 0 to 1
     * @param holders who keeps it: one, or several of which each is enough
     * @param contents what piles up in it, and what most of that consists of
     * @param path from a root to where the memory piles up
     * @param reason all of this in plain words
     */
    public record Suspect(
            String name,
            long instances,
            long retained,
            double share,
            List<Holder> holders,
            List<Content> contents,
            List<Step> path,
            String reason) {
        /** Copies the lists. */
        public Suspect {
            holders = List.copyOf(holders);
            contents = List.copyOf(contents);
            path = List.copyOf(path);
        }
    }

    /**
     * Who keeps something.
     *
     * @param kind what it is: {@code class}, {@code thread}, {@code class loader}, {@code object}, {@code root}
     * @param name its class; of a class object, {@code class} and its name; of a root what kind of root
     * @param field the static field that keeps it; empty of everything else, and where it is not known
     */
    public record Holder(String kind, String name, Optional<String> field) {}

    /**
     * Objects of one class that pile up.
     *
     * @param name their class
     * @param instances how many
     * @param retained bytes that would be free if they were
     */
    public record Content(String name, long instances, long retained) {}

    /**
     * One object on a path, or by itself.
     *
     * @param name its class; of a class object, {@code class} and its name
     * @param reference how the step before refers to it, of the first step the kind of root; empty of an object by itself
     * @param retained bytes that would be free if it were
     */
    public record Step(String name, String reference, long retained) {}
}
