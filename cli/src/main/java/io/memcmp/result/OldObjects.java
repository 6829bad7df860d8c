package io.memcmp.result;

import io.memcmp.analysis.leak.LeakPath;
import io.memcmp.analysis.leak.OldObjectProfile;
import java.util.List;

/**
 * What a diagnosing trial showed: examples of how sampled objects were held. No bytes, no shares, nothing to compare.
 *
 * @param samples how many objects were sampled; none is no sign of no leak
 * @param withRoot how many of them with a path to a root
 * @param paths the most frequent ways, each with its number of samples
 * @param otherPaths how many further ways there were
 * @param directory where the files of the diagnosing trial lie
 */
public record OldObjects(long samples, long withRoot, List<LeakPath> paths, int otherPaths, String directory) {
    /** A handful. */
    private static final int MOST = 5;

    /** Copies the list. */
    public OldObjects {
        paths = List.copyOf(paths);
    }

    /**
     * {@return what a recording showed}
     *
     * @param profile read off it
     * @param directory where it lies
     */
    public static OldObjects of(OldObjectProfile profile, String directory) {
        var first = profile.paths().stream().limit(MOST).toList();
        return new OldObjects(
                profile.samples(), profile.withRoot(), first, profile.paths().size() - first.size(), directory);
    }
}
