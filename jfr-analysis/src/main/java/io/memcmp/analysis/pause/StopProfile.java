package io.memcmp.analysis.pause;

import io.memcmp.analysis.Durations;
import io.memcmp.analysis.Observed;
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
 * @param collectionsAtSafepoint the part of {@code collections} in which all threads stood still; neither the way to the
 *     safepoint, on which some threads still run, nor that out of it
 * @param timeToSafepoint the part of each stop that passed until the last thread stood still
 * @param byOperation every stop by the virtual machine's name of the operation
 * @param utilisation what share of its time the program had for itself, at worst; stops across the ends of the window count
 *     with the part that lies in it
 */
public record StopProfile(
        Durations all,
        Durations collections,
        Durations others,
        Durations collectionsAtSafepoint,
        Durations timeToSafepoint,
        SortedMap<String, Durations> byOperation,
        Observed<MutatorUtilisation> utilisation) {
    /** Copies the map. */
    public StopProfile {
        byOperation = Collections.unmodifiableSortedMap(new TreeMap<>(byOperation));
    }
}
