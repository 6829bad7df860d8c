package io.memcmp.analysis;

import java.util.List;
import jdk.jfr.consumer.RecordedEvent;

/**
 * Listens to some of a recording's events. It is handed each event once, in about the order of time; the event must not
 * be kept, only what is needed of it.
 */
public interface EventReader {
    /** {@return the events it is handed, with the settings they must have been recorded with} */
    List<RequiredEvent> events();

    /**
     * Takes what it needs of one event.
     *
     * @param event one of those it asked for
     */
    void accept(RecordedEvent event);
}
