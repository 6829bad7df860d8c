package io.memcmp.analysis.pause;

import io.memcmp.analysis.Durations;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * Stop-the-world pauses of the collector: one {@code jdk.GCPhasePause} each. The time to reach the safepoint and to
 * leave it is not in them: that is {@link StopProfile}.
 *
 * @param all every pause
 * @param byName the same, by the collector's own name of the pause
 * @param pauses every pause in the order of time
 */
public record PauseProfile(Durations all, SortedMap<String, Durations> byName, List<Pause> pauses) {
    /** Copies the collections that might change. */
    public PauseProfile {
        byName = Collections.unmodifiableSortedMap(new TreeMap<>(byName));
        pauses = pauses instanceof PauseList unchanging ? unchanging : List.copyOf(pauses);
    }
}
