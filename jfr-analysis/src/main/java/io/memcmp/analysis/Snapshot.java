package io.memcmp.analysis;

import io.memcmp.analysis.jfr.Event;
import java.time.Instant;

/**
 * Totals of the process since its start, {@code memcmp.Snapshot}. −1 is unknown.
 *
 * @param point which point of the program's life, see the recording contract
 * @param at when
 * @param processCpu CPU time, nanoseconds
 * @param allocated bytes allocated by Java threads
 * @param peakResident largest resident set, bytes
 * @param proportional proportional set size, bytes
 */
public record Snapshot(
        String point, Instant at, long processCpu, long allocated, long peakResident, long proportional) {
    /** The point at which nothing had happened yet. */
    static final String START = "start";

    static Snapshot of(Event event) {
        return new Snapshot(
                EventReader.text(event, "point"),
                event.start(),
                event.number("processCpu"),
                event.number("allocated"),
                event.number("peakResident"),
                event.number("proportional"));
    }

    static Snapshot atStart(Instant start) {
        return new Snapshot(START, start, 0, 0, 0, 0);
    }
}
