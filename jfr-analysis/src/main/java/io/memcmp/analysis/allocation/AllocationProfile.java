package io.memcmp.analysis.allocation;

import io.memcmp.analysis.Observed;
import io.memcmp.analysis.Reading;
import java.util.List;
import java.util.Optional;

/**
 * What the program allocated.
 *
 * @param totalBytes bytes allocated by Java threads, exact: the probe's count at the end less that at the beginning
 * @param bytesPerSecond the same per second of wall time
 * @param topClasses the classes with most bytes, largest first; an estimate, see {@code source}
 * @param topSites the places with most bytes, largest first; an estimate. A place is the topmost frame that is neither
 *     the JDK's own nor lost (the topmost of all where there is none), and as many of its callers as were asked for, separated by {@code " < "}
 * @param samples on how many events the two lists rest
 * @param source the event that the two lists and the tree were estimated from, or why there was none
 * @param tree every stack that allocated, where that was asked for
 */
public record AllocationProfile(
        Reading totalBytes,
        Reading bytesPerSecond,
        List<Share> topClasses,
        List<Share> topSites,
        long samples,
        Observed<String> source,
        Optional<AllocationTree> tree) {
    /** Copies the lists. */
    public AllocationProfile {
        topClasses = List.copyOf(topClasses);
        topSites = List.copyOf(topSites);
    }

    /**
     * A part of the allocation.
     *
     * @param name class or place
     * @param bytes estimated bytes
     * @param fraction of all sampled bytes, 0 to 1
     */
    public record Share(String name, double bytes, double fraction) {}
}
