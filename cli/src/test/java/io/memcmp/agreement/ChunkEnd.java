package io.memcmp.agreement;

import java.time.Instant;
import jdk.jfr.consumer.RecordingFile;

/**
 * When the probe took its last totals: it writes its snapshot, then reads the threads, then writes them.
 *
 * @param begins before it read anything
 * @param ends after it had read everything
 */
record ChunkEnd(Instant begins, Instant ends) {
    static ChunkEnd of(Measured run) {
        var begins = Instant.MAX;
        var ends = Instant.MIN;
        try (var events = Measured.read(() -> new RecordingFile(run.files().recording()))) {
            while (events.hasMoreEvents()) {
                var event = Measured.read(events::readEvent);
                var type = event.getEventType().getName();
                if (type.startsWith("memcmp.")
                        && event.hasField("point")
                        && "chunk-end".equals(event.getString("point"))) {
                    if (type.equals("memcmp.Snapshot")) {
                        begins = event.getStartTime();
                    } else if (type.equals("memcmp.ThreadCpu")) {
                        ends = event.getStartTime();
                    }
                }
            }
        } catch (java.io.IOException broken) {
            throw new java.io.UncheckedIOException(broken);
        }
        return new ChunkEnd(begins, ends);
    }
}
