package io.memcmp.analysis;

import io.memcmp.analysis.jfr.Event;
import io.memcmp.analysis.jfr.EventChoice;
import io.memcmp.analysis.jfr.EventVisitor;
import java.util.List;

/**
 * Listens to some of a recording's events, and says how they must be recorded. It is handed each event once, in about the
 * order of time; the event must not be kept, only what is needed of it.
 */
public interface EventReader extends EventVisitor {
    /** {@return the events it needs, with the settings they must have been recorded with} */
    List<RequiredEvent> events();

    /** {@return the events it needs, and those that it makes do with where somebody else recorded} */
    @Override
    default List<EventChoice> choices() {
        return events().stream().map(RequiredEvent::choice).toList();
    }

    /**
     * {@return the text of a field; {@code unknown} where none was recorded, where it is lost, and where this JDK has no
     * such field}
     *
     * @param event the event
     * @param field the field's name or path
     */
    static String text(Event event, String field) {
        var text = event.has(field) ? event.text(field) : null;
        return text == null ? "unknown" : text;
    }
}
