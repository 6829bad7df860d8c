package io.memcmp.analysis;

import java.time.Duration;
import java.time.Instant;

/**
 * The span of time that a profile speaks of.
 *
 * @param start its first instant
 * @param end its last instant
 * @param marked whether the recording itself marks it as the measured window; else it is the whole recording
 */
public record Window(Instant start, Instant end, boolean marked) {
    /** Refuses a span that ends before it starts. */
    public Window {
        if (end.isBefore(start)) {
            throw new IllegalArgumentException("ends before it starts: " + start + " " + end);
        }
    }

    /** {@return its length} */
    public Duration duration() {
        return Duration.between(start, end);
    }

    /**
     * {@return whether the instant lies inside, ends included}
     *
     * @param instant an event's start
     */
    public boolean contains(Instant instant) {
        return !instant.isBefore(start) && !instant.isAfter(end);
    }
}
