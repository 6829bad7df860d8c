package io.memcmp.analysis;

import io.memcmp.analysis.jvm.CollectorKind;
import io.memcmp.analysis.jvm.JvmInfo;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of a recording once all of its events were read; every analysis may need it.
 *
 * @param jvm the virtual machine that made it
 * @param window the span that counts
 * @param recorded which events were switched on
 * @param totals the probe's totals at the ends of the window
 */
public record RecordingFacts(JvmInfo jvm, Window window, RecordedEvents recorded, Totals totals) {
    /** {@return which collector ran} */
    public CollectorKind collector() {
        return jvm.collector();
    }

    /**
     * {@return whether what began then counts}
     *
     * @param start an event's start
     */
    public boolean counts(Instant start) {
        return window.contains(start);
    }

    /**
     * {@return whether what began then counts}
     *
     * @param start an event's start, nanoseconds since 1970
     */
    public boolean counts(long start) {
        return window.contains(start);
    }

    /**
     * {@return why these events do not tell everything; empty where they do}
     *
     * @param event an event's name
     */
    public Optional<String> gap(String event) {
        return recorded.gap(event);
    }
}
