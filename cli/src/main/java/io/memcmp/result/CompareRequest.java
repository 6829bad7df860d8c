package io.memcmp.result;

import java.util.List;
import java.util.Optional;

/**
 * What is wanted of a comparison.
 *
 * @param pivot how it is laid out
 * @param reference the column that the others are held against; empty for the first
 * @param metrics which ones are shown; empty for those that are judged
 * @param margin within which a difference is negligible, 0.03 for 3 %
 * @param anyway whether to go on in spite of what speaks against the comparison
 */
public record CompareRequest(
        Pivot pivot, Optional<String> reference, List<Metric> metrics, double margin, boolean anyway) {
    /** Copies the list. */
    public CompareRequest {
        metrics = List.copyOf(metrics);
    }
}
