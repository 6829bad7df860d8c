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
    private static final long NANOS_PER_SECOND = 1_000_000_000;

    /** In the year 2262, and as long before 1970. */
    private static final long FARTHEST_SECOND = Long.MAX_VALUE / NANOS_PER_SECOND - 1;

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

    /** {@return its first instant, nanoseconds since 1970} */
    public long startNanos() {
        return nanos(start);
    }

    /** {@return its last instant, nanoseconds since 1970} */
    public long endNanos() {
        return nanos(end);
    }

    /**
     * {@return whether the moment lies inside, ends included}
     *
     * @param nanos an event's start, nanoseconds since 1970
     */
    public boolean contains(long nanos) {
        return nanos >= nanos(start) && nanos <= nanos(end);
    }

    /** Nanoseconds since 1970; what lies further away than a long reaches is as far away as can be. */
    static long nanos(Instant instant) {
        if (instant.getEpochSecond() > FARTHEST_SECOND) {
            return Long.MAX_VALUE;
        }
        return instant.getEpochSecond() < -FARTHEST_SECOND
                ? Long.MIN_VALUE
                : instant.getEpochSecond() * NANOS_PER_SECOND + instant.getNano();
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
