package io.memcmp.analysis.pause;

import io.memcmp.analysis.Durations;

/**
 * Threads that waited for memory while the program as a whole ran on: {@code jdk.ZAllocationStall}. The sum is time of
 * threads: two threads that wait for one second together count two.
 *
 * @param all every wait of every thread
 */
public record StallProfile(Durations all) {}
