package io.memcmp.analysis.jfr;

import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.SortedMap;
import java.util.TreeMap;

/**
 * What a reader met.
 *
 * @param chunks how many chunks it read, wholly or in part
 * @param from when the first chunk began, or the first visited event where that is earlier
 * @param to when the last chunk was written last, or the last visited event ended where that is later
 * @param eventCounts how often each event that the recording knows happened; 0 for those that never did
 * @param unknownEvents how many events had a type that the recording does not describe
 * @param losses the first {@value #MOST_LOSSES} stretches that could not be read
 * @param lossCount how many there were in all
 * @param lostBytes how many bytes lie in them, those included that are missing from files that were cut off
 * @param bytes size of all files
 */
public record ReadResult(
        int chunks,
        Instant from,
        Instant to,
        SortedMap<String, Long> eventCounts,
        long unknownEvents,
        List<Loss> losses,
        long lossCount,
        long lostBytes,
        long bytes) {
    /** More would tell nobody anything. */
    public static final int MOST_LOSSES = 20;

    /** Copies the collections. */
    public ReadResult {
        eventCounts = Collections.unmodifiableSortedMap(new TreeMap<>(eventCounts));
        losses = List.copyOf(losses);
    }

    /** {@return whether every byte was read and understood} */
    public boolean complete() {
        return lossCount == 0;
    }

    /** {@return how many events the recording holds} */
    public long events() {
        long events = unknownEvents;
        for (long count : eventCounts.values()) {
            events += count;
        }
        return events;
    }

    /**
     * {@return whether the virtual machine that recorded has such an event, recorded or not}
     *
     * @param event its name
     */
    public boolean knows(String event) {
        return eventCounts.containsKey(event);
    }
}
