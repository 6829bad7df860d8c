package io.memcmp.analysis.allocation;

import io.memcmp.analysis.Reading;
import java.util.List;

/**
 * What the program allocated.
 *
 * @param totalBytes bytes allocated by Java threads, exact: the probe's count at the end less that at the beginning
 * @param bytesPerSecond the same per second of wall time
 * @param topClasses the classes with most sampled bytes, largest first; an estimate ({@code jdk.ObjectAllocationSample})
 * @param topSites the places with most sampled bytes, largest first; an estimate
 * @param samples on how many samples the two lists rest
 */
public record AllocationProfile(
        Reading totalBytes, Reading bytesPerSecond, List<Share> topClasses, List<Share> topSites, long samples) {
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
