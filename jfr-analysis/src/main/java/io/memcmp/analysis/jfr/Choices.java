package io.memcmp.analysis.jfr;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Who wants to see which events, by name. */
final class Choices {
    private final List<EventVisitor> visitors = new ArrayList<>();
    private final List<ChunkedVisitor<?>> chunked = new ArrayList<>();
    private final Map<String, List<EventVisitor>> byEvent = new HashMap<>();
    private final Map<String, List<Integer>> chunkedByEvent = new HashMap<>();
    private int frames;

    Choices(List<? extends EventVisitor> all) {
        for (var visitor : all) {
            if (visitor instanceof ChunkedVisitor<?> each) {
                listen(each.choices(), chunked.size(), chunkedByEvent);
                chunked.add(each);
            } else {
                listen(visitor.choices(), visitor, byEvent);
                visitors.add(visitor);
            }
        }
    }

    private <T> void listen(List<EventChoice> choices, T listener, Map<String, List<T>> to) {
        for (var choice : choices) {
            var listeners = to.get(choice.event());
            if (listeners == null) {
                listeners = new ArrayList<>();
                to.put(choice.event(), listeners);
            }
            if (!listeners.contains(listener)) {
                listeners.add(listener);
            }
            frames = Math.max(frames, choice.frames());
        }
    }

    /** Those who see all chunks themselves. */
    List<EventVisitor> visitors() {
        return visitors;
    }

    /** Those who see each chunk with a visitor of its own. */
    List<ChunkedVisitor<?>> chunked() {
        return chunked;
    }

    boolean areIn(String event) {
        return byEvent.containsKey(event) || chunkedByEvent.containsKey(event);
    }

    List<EventVisitor> of(String event) {
        return byEvent.getOrDefault(event, List.of());
    }

    /** Indexes into {@link #chunked()}. */
    List<Integer> chunkedOf(String event) {
        return chunkedByEvent.getOrDefault(event, List.of());
    }

    /** How many frames of a stack trace are wanted at most. */
    int frames() {
        return frames;
    }
}
