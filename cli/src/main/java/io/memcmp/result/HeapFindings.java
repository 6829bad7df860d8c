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
     * @param holders who keeps it, in words: {@code class x.Y, static field cache}
     * @param content what it consists of, in words; empty where that is not known
     * @param path from a root to where the memory piles up
     * @param reason all of this in plain words
     */
    public record Suspect(
            String name,
            long instances,
            long retained,
            double share,
            List<String> holders,
            List<String> content,
            List<Step> path,
            String reason) {
        /** Copies the lists. */
        public Suspect {
            holders = List.copyOf(holders);
            content = List.copyOf(content);
            path = List.copyOf(path);
        }
    }

    /**
     * One object on a path, or by itself.
     *
     * @param name its class; of a class object, {@code class} and its name
     * @param reference how the step before refers to it, of the first step the kind of root; empty of an object by itself
     * @param retained bytes that would be free if it were
     */
    public record Step(String name, String reference, long retained) {}
}
