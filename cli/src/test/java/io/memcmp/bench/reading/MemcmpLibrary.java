package io.memcmp.bench.reading;

import io.memcmp.analysis.jfr.Event;
import io.memcmp.analysis.jfr.EventChoice;
import io.memcmp.analysis.jfr.EventVisitor;
import io.memcmp.analysis.jfr.JfrReader;
import io.memcmp.analysis.jfr.RecordingException;
import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalInt;

/** memcmp's own reader. */
final class MemcmpLibrary implements Library {
    private final OptionalInt workers;

    /** With as many workers as the reader thinks right. */
    MemcmpLibrary() {
        this.workers = OptionalInt.empty();
    }

    MemcmpLibrary(int workers) {
        this.workers = OptionalInt.of(workers);
    }

    @Override
    public void read(Path recording, Job job, Answer answer) throws IOException {
        var file = new JfrReader(List.of(recording));
        var reader = workers.isPresent() ? file.workers(workers.getAsInt()) : file;
        var pauses = new Pauses(answer);
        try {
            var result = reader.read(
                    switch (job) {
                        case FULL -> List.of(pauses, new MemcmpAllocations(answer));
                        case GC -> List.of(pauses);
                        case WALK -> List.of();
                    });
            if (!result.complete()) {
                throw new IOException("incomplete: " + result.losses());
            }
            if (job == Job.FULL) {
                for (var count : result.eventCounts().entrySet()) {
                    if (count.getValue() > 0) {
                        answer.count(count.getKey(), count.getValue());
                    }
                }
            }
        } catch (RecordingException e) {
            throw new IOException(e);
        }
    }

    private record Pauses(Answer answer) implements EventVisitor {
        @Override
        public List<EventChoice> choices() {
            return List.of(EventChoice.of(Job.PAUSE), EventChoice.of(Job.COLLECTION));
        }

        @Override
        public void visit(Event event) {
            if (event.name().equals(Job.PAUSE)) {
                answer.pause(event.duration().toNanos());
            } else {
                answer.collection(event.span(Job.SUM_OF_PAUSES).toNanos());
            }
        }
    }
}
