package io.memcmp.analysis;

import java.time.Instant;
import java.util.List;
import jdk.jfr.consumer.RecordedEvent;

/** From when to when a recording reaches, and whether something in between is lost. */
final class Extent implements EventReader {
    private Instant first = Instant.MAX;
    private Instant last = Instant.MIN;
    private long lostBytes;

    @Override
    public List<RequiredEvent> events() {
        return List.of(RequiredEvent.plain("jdk.DataLoss"));
    }

    @Override
    public void accept(RecordedEvent event) {
        lostBytes += event.getLong("amount");
    }

    void saw(RecordedEvent event) {
        var start = event.getStartTime();
        if (start.isBefore(first)) {
            first = start;
        }
        var end = event.getEndTime();
        if (end.isAfter(last)) {
            last = end;
        }
    }

    boolean empty() {
        return last.isBefore(first);
    }

    Instant first() {
        return first;
    }

    Instant last() {
        return last;
    }

    Completeness completeness(boolean endsEarly) {
        if (endsEarly) {
            return new Completeness(false, first, last, "the recording ends before its program did");
        }
        if (lostBytes > 0) {
            return new Completeness(
                    false, first, last, "the virtual machine lost " + lostBytes + " bytes of events (jdk.DataLoss)");
        }
        return new Completeness(true, first, last, "");
    }
}
