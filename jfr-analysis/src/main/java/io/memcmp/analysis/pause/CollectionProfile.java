package io.memcmp.analysis.pause;

import io.memcmp.analysis.Durations;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Garbage collections, {@code jdk.GarbageCollection}.
 *
 * @param byNameAndCause how many of each, under {@code name (cause)}
 * @param concurrentCycles how long the cycles lasted that ran beside the program; the program was not stopped meanwhile
 */
public record CollectionProfile(SortedMap<String, Long> byNameAndCause, Durations concurrentCycles) {
    /** Copies the map. */
    public CollectionProfile {
        byNameAndCause = Collections.unmodifiableSortedMap(new TreeMap<>(byNameAndCause));
    }

    /** {@return how many there were} */
    public long count() {
        return byNameAndCause.values().stream().mapToLong(Long::longValue).sum();
    }
}
