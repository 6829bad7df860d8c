package io.memcmp.analysis;

import java.time.Duration;
import java.util.Arrays;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.LongStream;

/**
 * Durations of one kind of happening, all of them kept: count, sum, maximum and percentiles in nanoseconds. A percentile
 * is told only where at least {@value #NEEDED_BEYOND} of the durations lie beyond it.
 */
public final class Durations {
    private static final int NEEDED_BEYOND = 10;

    private final long[] ascendingNanos;
    private final long sumNanos;
    private final Optional<String> missing;

    private Durations(long[] ascendingNanos, Optional<String> missing) {
        this.ascendingNanos = ascendingNanos;
        this.sumNanos = Arrays.stream(ascendingNanos).sum();
        this.missing = missing;
    }

    /**
     * {@return these durations}
     *
     * @param durations any order
     */
    public static Durations of(Collection<Duration> durations) {
        return ofNanos(durations.stream().mapToLong(Duration::toNanos));
    }

    /**
     * {@return these durations}
     *
     * @param nanos nanoseconds, any order
     */
    public static Durations ofNanos(LongStream nanos) {
        return new Durations(nanos.sorted().toArray(), Optional.empty());
    }

    /**
     * {@return durations that were not seen: every figure of them is absent for this reason}
     *
     * @param reason why
     */
    public static Durations missing(String reason) {
        return new Durations(new long[0], Optional.of(reason));
    }

    /** {@return how many there are} */
    public int size() {
        return ascendingNanos.length;
    }

    /** {@return their number as a reading} */
    public Reading count() {
        return missing.map(Reading::absent).orElseGet(() -> Reading.of(ascendingNanos.length));
    }

    /** {@return their sum in nanoseconds; zero when nothing happened} */
    public Reading sum() {
        return missing.map(Reading::absent).orElseGet(() -> Reading.of(sumNanos));
    }

    /** {@return the longest in nanoseconds, absent when nothing happened} */
    public Reading max() {
        return ascendingNanos.length == 0
                ? Reading.absent(missing.orElse("none happened, so none is the longest"))
                : Reading.of(ascendingNanos[ascendingNanos.length - 1]);
    }

    /**
     * {@return the smallest duration that at least this share does not exceed, in nanoseconds; absent where fewer than
     * ten durations would lie beyond it} Quantile of type 1 in Hyndman and Fan, "Sample Quantiles in Statistical
     * Packages", 1996: element ⌈share · n⌉ of the ascending durations.
     *
     * @param share above 0 and below 1, for example 0.99
     */
    public Reading percentile(double share) {
        int needed = needed(share);
        if (ascendingNanos.length < needed) {
            return Reading.absent(missing.orElse("needs " + needed + ", there were " + ascendingNanos.length));
        }
        int rank = (int) Math.ceil(share * ascendingNanos.length - 1e-9);
        return Reading.of(ascendingNanos[Math.max(rank, 1) - 1]);
    }

    /**
     * {@return how many durations a percentile needs}
     *
     * @param share above 0 and below 1
     */
    public static int needed(double share) {
        if (!(share > 0 && share < 1)) {
            throw new IllegalArgumentException("not between 0 and 1: " + share);
        }
        return (int) Math.ceil(NEEDED_BEYOND / (1 - share) - 1e-9);
    }

    @Override
    public String toString() {
        return missing.orElseGet(() -> ascendingNanos.length + " durations, together " + sumNanos + " ns");
    }
}
