package io.memcmp.analysis.pause;

import java.time.Duration;
import java.time.Instant;

/**
 * One stop-the-world pause.
 *
 * @param gcId the collection it is part of
 * @param name the collector's name for it, for example {@code GC Pause} or {@code Pause Mark Start}
 * @param start when it began
 * @param duration how long it lasted, without the time to safepoint
 */
public record Pause(long gcId, String name, Instant start, Duration duration) {}
