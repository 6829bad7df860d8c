package io.memcmp.analysis.jfr;

import java.util.List;

/**
 * An event that somebody chose, as one chunk writes it.
 *
 * @param type its description
 * @param layout how it is written
 * @param visitors who wants to see it
 * @param startTime its slot; −1 where it has none
 * @param duration its slot; −1 where it has none
 * @param stackTrace its slot; −1 where it has none
 */
record EventKind(
        TypeInfo type, Layout layout, List<EventVisitor> visitors, int startTime, int duration, int stackTrace) {
    EventKind {
        visitors = List.copyOf(visitors);
    }

    static EventKind of(TypeInfo type, Layout layout, List<EventVisitor> visitors) {
        return new EventKind(
                type,
                layout,
                visitors,
                layout.indexOf("startTime"),
                layout.indexOf("duration"),
                layout.indexOf("stackTrace"));
    }
}
