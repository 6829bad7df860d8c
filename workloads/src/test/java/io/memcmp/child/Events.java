package io.memcmp.child;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;

/** The events of one recording, as the JDK's own reader sees them. */
record Events(List<RecordedEvent> all) {

    static Events of(Path recording) throws IOException {
        return new Events(RecordingFile.readAllEvents(recording));
    }

    Stream<RecordedEvent> named(String name) {
        return all.stream().filter(event -> event.getEventType().getName().equals(name));
    }

    Stream<RecordedEvent> at(String name, String point) {
        return named(name).filter(event -> event.getString("point").equals(point));
    }

    RecordedEvent only(String name) {
        return only(name, named(name).toList());
    }

    RecordedEvent only(String name, String point) {
        return only(name + " at " + point, at(name, point).toList());
    }

    private static RecordedEvent only(String what, List<RecordedEvent> events) {
        if (events.size() != 1) {
            throw new AssertionError(what + ": " + events.size() + " events");
        }
        return events.get(0);
    }

    Set<String> strings(String name, String field) {
        return named(name).map(event -> event.getString(field)).collect(Collectors.toSet());
    }

    /** {@return how much the field has grown from one point to the other} */
    long growth(String name, String field, String from, String to) {
        return only(name, to).getLong(field) - only(name, from).getLong(field);
    }
}
