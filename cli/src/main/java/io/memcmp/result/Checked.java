package io.memcmp.result;

import java.time.Instant;
import java.util.List;

/**
 * What {@code memcmp check} says.
 *
 * @param tool memcmp's version
 * @param created when it was asked
 * @param report what was checked
 * @param request against what
 * @param results what came of each limit
 * @param unmatched cells that nothing was said about
 * @param warnings what weakens it, in the user's words
 */
public record Checked(
        String tool,
        Instant created,
        ReadReport report,
        CheckRequest request,
        List<CheckedLimit> results,
        List<String> unmatched,
        List<String> warnings)
        implements Report {
    /** Copies the lists. */
    public Checked {
        results = List.copyOf(results);
        unmatched = List.copyOf(unmatched);
        warnings = List.copyOf(warnings);
    }

    /**
     * {@return how many limits came to that}
     *
     * @param status which end
     */
    public long count(CheckedLimit.Status status) {
        return results.stream().filter(result -> result.status() == status).count();
    }

    /** {@return what the check as a whole comes to: one broken limit breaks it, and where nothing was held it tells nothing} */
    public CheckedLimit.Status outcome() {
        if (count(CheckedLimit.Status.BROKEN) > 0) {
            return CheckedLimit.Status.BROKEN;
        }
        return count(CheckedLimit.Status.INCONCLUSIVE) > 0 || count(CheckedLimit.Status.HOLDS) == 0
                ? CheckedLimit.Status.INCONCLUSIVE
                : CheckedLimit.Status.HOLDS;
    }
}
