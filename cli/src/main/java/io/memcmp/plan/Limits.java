package io.memcmp.plan;

import java.time.Duration;
import java.util.Set;

/**
 * What bounds a trial, and which endings are good.
 *
 * @param time after which a trial is ended
 * @param okStatus exit statuses of the program that count as completed
 */
public record Limits(Duration time, Set<Integer> okStatus) {
    /** Copies the set. */
    public Limits {
        okStatus = Set.copyOf(okStatus);
    }
}
