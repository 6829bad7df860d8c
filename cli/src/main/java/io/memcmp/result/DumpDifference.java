package io.memcmp.result;

import io.memcmp.analysis.Observed;
import io.memcmp.analysis.heapdump.Amount;
import java.util.List;

/**
 * What changed from one heap dump to another. Addresses mean nothing across dumps: classes are matched by name, objects by
 * the names of the classes and fields that lead to them from dominator to dominator.
 *
 * @param older name of the first dump
 * @param newer name of the second
 * @param totals all objects, and the live ones where that was asked
 * @param changed how many classes differ
 * @param classes those that differ most in bytes
 * @param paths those that differ most in what they retain; missing where that was not asked
 */
public record DumpDifference(
        String older,
        String newer,
        List<Total> totals,
        long changed,
        List<OfClass> classes,
        Observed<List<OfPath>> paths) {
    /** Copies the lists. */
    public DumpDifference {
        totals = List.copyOf(totals);
        classes = List.copyOf(classes);
    }

    /**
     * A total of both dumps.
     *
     * @param name of what
     * @param older in the first
     * @param newer in the second
     */
    public record Total(String name, Amount older, Amount newer) {}

    /**
     * A class of either dump.
     *
     * @param name of the class; those of several loaders together
     * @param older instances and bytes in the first
     * @param newer in the second
     * @param olderRetained what they retain at least in the first; missing where that was not asked
     * @param newerRetained in the second
     */
    public record OfClass(
            String name, Amount older, Amount newer, Observed<Long> olderRetained, Observed<Long> newerRetained) {}

    /**
     * Objects that are dominated by the same chain of classes and fields.
     *
     * @param path the chain, from the roots on, objects of the last entry are meant
     * @param older bytes that they retain in the first dump; missing where it is too little to be looked at
     * @param newer in the second
     */
    public record OfPath(List<String> path, Observed<Long> older, Observed<Long> newer) {
        /** Copies the list. */
        public OfPath {
            path = List.copyOf(path);
        }
    }
}
