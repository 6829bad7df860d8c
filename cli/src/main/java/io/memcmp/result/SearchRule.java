package io.memcmp.result;

import io.memcmp.plan.Bytes;
import io.memcmp.plan.UserError;
import java.time.Duration;
import java.util.Optional;

/**
 * What a minimum heap is: two people with different rules find different ones.
 *
 * @param tau how many times as long as in a generous heap a run may take
 * @param timeLimit after which a run is ended in any case
 * @param maxHeap beyond which nothing is tried
 * @param firstHeap in which it is seen whether the program completes at all
 */
public record SearchRule(double tau, Duration timeLimit, Bytes maxHeap, Bytes firstHeap) {
    /** The usual factor. */
    public static final double TAU = 5;
    /** Where the search begins. */
    public static final Bytes SMALLEST = Bytes.ofMiB(16);
    /** How many times of as many a program must complete in its minimum heap. */
    public static final int CONFIRMATIONS = 3;

    private static final long EVEN = 2L << 20;
    private static final int QUARTER = 4;

    /** Refuses what is no rule; rounds the largest heap down to what every collector takes. */
    public SearchRule {
        if (!(tau > 1 && tau <= 1000)) {
            throw new UserError(
                    "not a factor for --tau: " + tau,
                    "write how many times as long as in a generous heap a run may take, more than 1, for example 5");
        }
        if (maxHeap.compareTo(SMALLEST) < 0) {
            throw new UserError(
                    "--max-heap is too small: " + maxHeap.forJvm(), "the search begins at " + SMALLEST.forJvm());
        }
        maxHeap = even(maxHeap);
        firstHeap = even(firstHeap.compareTo(maxHeap) < 0 ? firstHeap : maxHeap);
    }

    /**
     * {@return the usual rule}
     *
     * @param tau how many times as long as in a generous heap a run may take
     * @param timeLimit after which a run is ended in any case
     * @param given the largest heap; empty takes all memory there is
     * @param memory how much there is, bytes; the first run gets a quarter of it, as from the JVM itself
     */
    public static SearchRule of(double tau, Duration timeLimit, Optional<Bytes> given, long memory) {
        var largest = given.orElse(new Bytes(Math.max(memory, SMALLEST.count())));
        return new SearchRule(tau, timeLimit, largest, new Bytes(Math.max(memory / QUARTER, SMALLEST.count())));
    }

    private static Bytes even(Bytes heap) {
        return new Bytes(heap.count() / EVEN * EVEN);
    }
}
