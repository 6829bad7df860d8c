package io.memcmp.analysis.leak;

import java.util.List;

/**
 * What the samples of old objects show. They are examples: which objects are sampled depends on their sizes, on when they
 * were allocated and on the collector, so no number of them stands for bytes, or for a share of anything.
 *
 * @param samples how many objects, each counted once however often the recording has it
 * @param withRoot how many of them with a path to a root
 * @param paths the ways in which these were held, most frequent first
 */
public record OldObjectProfile(long samples, long withRoot, List<LeakPath> paths) {
    /** Copies the list. */
    public OldObjectProfile {
        paths = List.copyOf(paths);
    }
}
