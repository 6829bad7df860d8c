package io.memcmp.analysis.heap;

import io.memcmp.analysis.Reading;
import java.util.List;

/**
 * What was reachable at the quiet point, by class histogram after a full collection.
 *
 * @param bytes all reachable objects of the virtual machine, its own and the recording's too; fillers are left out
 * @param growth the same less what was reachable before the measured window began, bytes
 * @param heapUsed heap used after the full collection, bytes: the live set and what the collector's regions waste
 * @param classes the classes with most bytes, largest first
 */
public record LiveSetProfile(Reading bytes, Reading growth, Reading heapUsed, List<ClassCount> classes) {
    /** Copies the list. */
    public LiveSetProfile {
        classes = List.copyOf(classes);
    }

    /**
     * The live objects of one class.
     *
     * @param className in source form, for example {@code byte[]}
     * @param instances how many
     * @param bytes their shallow size together
     */
    public record ClassCount(String className, long instances, long bytes) {}
}
