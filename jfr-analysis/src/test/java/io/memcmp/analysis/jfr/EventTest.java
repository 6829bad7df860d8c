package io.memcmp.analysis.jfr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import java.util.function.Function;
import jdk.jfr.Name;
import jdk.jfr.Recording;
import jdk.jfr.Timestamp;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What an event says of a field that is unlike others. */
class EventTest {
    @TempDir
    Path directory;

    @Name("test.At")
    static class At extends jdk.jfr.Event {
        @Timestamp(Timestamp.MILLISECONDS_SINCE_EPOCH)
        long millis;

        @Timestamp(Timestamp.TICKS)
        long ticks;
    }

    /** {@code jdk.ThreadPark} says so that it waits for no time in particular. */
    @Test
    void theLeastNumberIsTheEarliestInstant() throws Exception {
        var event = new At();
        event.millis = event.ticks = Long.MIN_VALUE;
        var instants = of(recorded(event), one -> List.of(one.instant("millis"), one.instant("ticks")));
        assertEquals(List.of(List.of(Instant.MIN, Instant.MIN)), instants);
    }

    @Test
    void whatCanBeAskedForIsThereHoweverManyReferencesAway() throws Exception {
        var thread = Thread.currentThread().getThreadGroup().getParent();
        var parents = of(recorded(new At()), event -> String.valueOf(event.text("eventThread.group.parent.name")));
        assertEquals(List.of(thread.getName()), parents);
        assertEquals(List.of(true), of(recorded(new At()), event -> event.has("eventThread.group.parent.name")));
        assertEquals(List.of(false), of(recorded(new At()), event -> event.has("eventThread.group.parent.nothing")));
    }

    @Test
    void anotherFieldOrKindIsRefused() throws Exception {
        refused(event -> event.number("nothing"), "test.At has no field nothing");
        refused(event -> event.number("eventThread.nothing"), "test.At has no field eventThread.nothing");
        refused(event -> event.flag("millis"), "test.At.millis is no boolean");
        refused(event -> event.text("millis"), "test.At.millis is no text");
        refused(event -> event.decimal("millis"), "test.At.millis is no decimal number");
        refused(event -> event.id("millis"), "test.At.millis is no constant");
        refused(event -> event.span("millis"), "no span of time");
        refused(event -> event.instant("eventThread.javaThreadId"), "no point in time");
        refused(event -> event.number("eventThread"), "eventThread is no whole number");
    }

    private void refused(Consumer<Event> question, String words) throws Exception {
        of(recorded(new At()), event -> {
            var refusal = assertThrows(IllegalArgumentException.class, () -> question.accept(event));
            assertTrue(String.valueOf(refusal.getMessage()).contains(words), refusal::toString);
            return words;
        });
    }

    private Path recorded(jdk.jfr.Event event) throws Exception {
        try (var recording = new Recording()) {
            recording.start();
            event.commit();
            var file = directory.resolve("recording.jfr");
            recording.stop();
            recording.dump(file);
            return file;
        }
    }

    private static <T> List<T> of(Path recording, Function<Event, T> question) throws RecordingException {
        var answers = new ArrayList<T>();
        new JfrReader(List.of(recording)).read(List.of(new EventVisitor() {
            @Override
            public List<EventChoice> choices() {
                return List.of(EventChoice.of("test.At"));
            }

            @Override
            public void visit(Event event) {
                answers.add(question.apply(event));
            }
        }));
        return answers;
    }
}
