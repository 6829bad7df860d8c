package io.memcmp.result;

import java.util.List;
import java.util.Optional;

/**
 * What a report is checked against.
 *
 * @param budgets limits
 * @param baseline an earlier report that it must not be worse than
 * @param margin by how much it may be worse than the baseline, 0.03 for 3 %
 * @param allowAbsent whether a figure may be absent
 * @param anyway whether to go on in spite of what speaks against the comparison with the baseline
 */
public record CheckRequest(
        List<Budget> budgets, Optional<ReadReport> baseline, double margin, boolean allowAbsent, boolean anyway) {
    /** Copies the list. */
    public CheckRequest {
        budgets = List.copyOf(budgets);
    }
}
