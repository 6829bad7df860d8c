package io.memcmp.analysis.heap;

import io.memcmp.analysis.Observed;
import io.memcmp.analysis.Reading;
import java.time.Instant;
import java.util.List;

/**
 * The heap as the collector saw it before and after its collections. "Used" contains garbage that was not collected yet:
 * it is not the live set.
 *
 * @param peakUsed largest heap used, bytes
 * @param peakCommitted largest heap committed, bytes
 * @param lastAfterGc heap used after the last collection, bytes
 * @param footprint the heap integrated over the window
 * @param timeline what was seen, in the order of time
 */
public record HeapProfile(
        Reading peakUsed,
        Reading peakCommitted,
        Reading lastAfterGc,
        Observed<Footprint> footprint,
        List<Point> timeline) {
    /** Copies a list that might change. */
    public HeapProfile {
        timeline = timeline instanceof Timeline unchanging ? unchanging : List.copyOf(timeline);
    }

    /**
     * The heap at one instant.
     *
     * @param at when
     * @param used bytes used
     * @param committed bytes committed
     * @param afterGc whether a collection had just ended
     */
    public record Point(Instant at, long used, long committed, boolean afterGc) {}
}
