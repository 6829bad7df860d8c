package io.memcmp.analysis.jfr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.TreeMap;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.jspecify.annotations.Nullable;

/** Compares each event that the reader hands out with the next one that the JDK's own reader finds: all of it. */
final class Oracle implements EventVisitor, AutoCloseable {
    private final Deque<RecordingFile> parts = new ArrayDeque<>();
    private final TreeMap<String, Long> counts = new TreeMap<>();
    private long events;
    private long frames;

    private Oracle(List<Path> files) throws IOException {
        for (var file : files) {
            var part = new RecordingFile(file);
            parts.add(part);
            part.readEventTypes().forEach(type -> counts.put(type.getName(), 0L));
        }
    }

    /**
     * The number of events of each kind, the same for both. The parts are what the oracle reads one by one: it applies the
     * clock and the constants of the first chunk to all that follow it in a file.
     */
    static Map<String, Long> agrees(JfrReader reader, Path... parts) throws Exception {
        try (var oracle = new Oracle(List.of(parts))) {
            var result = reader.read(List.of(oracle));
            assertNull(oracle.next(), "the reader did not see all");
            assertEquals(oracle.counts, result.eventCounts());
            assertEquals(List.of(), result.losses());
            assertTrue(result.complete());
            assertEquals(0, result.unknownEvents());
            assertEquals(oracle.events, result.events());
            assertTrue(oracle.frames > 0);
            return oracle.counts;
        }
    }

    @Override
    public List<EventChoice> choices() {
        return counts.keySet().stream()
                .map(name -> new EventChoice(name, EventChoice.ALL_FRAMES))
                .toList();
    }

    @Override
    public void visit(Event actual) {
        try {
            var where = "event " + events++ + ", " + actual.name();
            var expected = Objects.requireNonNull(next(), () -> where + ": the JDK's reader finds no more");
            var name = expected.getEventType().getName();
            assertEquals(name, actual.name(), where);
            counts.merge(name, 1L, Long::sum);
            frames += new Comparison(where, expected, actual).compare();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    private @Nullable RecordedEvent next() throws IOException {
        while (!parts.isEmpty()) {
            if (parts.getFirst().hasMoreEvents()) {
                return parts.getFirst().readEvent();
            }
            parts.removeFirst().close();
        }
        return null;
    }

    @Override
    public void close() throws IOException {
        for (var part : parts) {
            part.close();
        }
    }
}
