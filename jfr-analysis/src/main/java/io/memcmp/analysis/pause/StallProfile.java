package io.memcmp.analysis.pause;

import io.memcmp.analysis.Durations;
import io.memcmp.analysis.Observed;

/**
 * Threads that waited for memory while the program as a whole ran on: {@code jdk.ZAllocationStall}. The sum is time of
 * threads: two threads that wait for one second together count two.
 *
 * @param all every wait of every thread
 * @param worstThread what share of its time a thread had for itself, at worst, all stops and its own waits counted: at
 *     each window that of the thread for which it is least
 */
public record StallProfile(Durations all, Observed<MutatorUtilisation> worstThread) {}
