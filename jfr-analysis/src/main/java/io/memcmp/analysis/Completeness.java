package io.memcmp.analysis;

import java.time.Instant;

/**
 * Whether a recording holds everything up to the end of its program.
 *
 * @param complete whether it was closed in order
 * @param from the first event
 * @param to the last event: what came later is lost where {@code complete} is false
 * @param reason what was lost and why; empty where it is complete
 */
public record Completeness(boolean complete, Instant from, Instant to, String reason) {}
