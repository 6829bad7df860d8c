package io.memcmp.result;

import io.memcmp.plan.Bytes;
import java.util.Optional;

/**
 * The minimum heap whose multiples are the heaps of a run.
 *
 * @param subject what runs in it, by its name
 * @param size of it
 * @param found how it was found; empty where the user gave it
 */
public record MinimumHeap(String subject, Bytes size, Optional<Found> found) {

    /**
     * How it was found.
     *
     * @param collector with which
     * @param jdk on which, its full version
     * @param tau how many times as long as in a generous heap it may take
     * @param trials after how many launches
     * @param doubtful whether the machine was so busy that it may be smaller
     */
    public record Found(String collector, String jdk, double tau, int trials, boolean doubtful) {}
}
