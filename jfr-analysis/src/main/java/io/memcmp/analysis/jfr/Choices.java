package io.memcmp.analysis.jfr;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who wants to see which events, by name. */
final class Choices {
    private final List<EventVisitor> visitors;
    private final Map<String, List<EventVisitor>> byEvent = new HashMap<>();
    private int frames;

    Choices(List<? extends EventVisitor> visitors) {
        this.visitors = List.copyOf(visitors);
        for (var visitor : visitors) {
            for (var choice : visitor.choices()) {
                listen(choice.event(), visitor);
                frames = Math.max(frames, choice.frames());
            }
        }
    }

    private void listen(String event, EventVisitor visitor) {
        var listeners = byEvent.get(event);
        if (listeners == null) {
            listeners = new ArrayList<>();
            byEvent.put(event, listeners);
        }
        if (!listeners.contains(visitor)) {
            listeners.add(visitor);
        }
    }

    List<EventVisitor> visitors() {
        return visitors;
    }

    List<EventVisitor> of(String event) {
        return byEvent.getOrDefault(event, List.of());
    }

    /** How many frames of a stack trace are wanted at most. */
    int frames() {
        return frames;
    }
}
