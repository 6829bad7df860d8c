package io.memcmp.analysis.pause;

import io.memcmp.analysis.Durations;
import java.util.Collections;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What the program's threads were stopped for: every safepoint from the call to stop until the last thread was let go,
 * {@code SafepointBegin} to {@code SafepointEnd}.
 *
 * @param all every stop
 * @param collections the stops in which a garbage collection ran
 * @param others the rest: class redefinition, deoptimisation, the recording itself
 * @param timeToSafepoint the part of each stop that passed until the last thread stood still
 * @param byOperation every stop by the virtual machine's name of the operation
 */
public record StopProfile(
        Durations all,
        Durations collections,
        Durations others,
        Durations timeToSafepoint,
        SortedMap<String, Durations> byOperation) {
    /** Copies the map. */
    public StopProfile {
        byOperation = Collections.unmodifiableSortedMap(new TreeMap<>(byOperation));
    }
}
