package io.memcmp.analysis.jfr;

/** An event that somebody chose, as one chunk writes it. */
final class EventKind {
    private final TypeInfo type;
    private final Layout layout;
    private final EventVisitor[] visitors;
    private final int[] chunked;
    private final int startTime;
    private final int duration;
    private final int stackTrace;

    EventKind(TypeInfo type, Layout layout, Choices choices) {
        this.type = type;
        this.layout = layout;
        this.visitors = choices.of(type.name()).toArray(new EventVisitor[0]);
        var indexes = choices.chunkedOf(type.name());
        this.chunked = new int[indexes.size()];
        for (int i = 0; i < chunked.length; i++) {
            chunked[i] = indexes.get(i);
        }
        this.startTime = number("startTime");
        this.duration = number("duration");
        this.stackTrace = number("stackTrace");
    }

    private int number(String field) {
        int slot = layout.indexOf(field);
        return slot >= 0 && layout.isNumber(slot) ? slot : -1;
    }

    TypeInfo type() {
        return type;
    }

    Layout layout() {
        return layout;
    }

    /** Who wants to see it of those who see all chunks themselves. */
    EventVisitor[] visitors() {
        return visitors;
    }

    /** Who wants to see it of those who see each chunk with a visitor of its own: their indexes. */
    int[] chunked() {
        return chunked;
    }

    /** The slot; −1 where it has none. */
    int startTime() {
        return startTime;
    }

    /** The slot; −1 where it has none. */
    int duration() {
        return duration;
    }

    /** The slot; −1 where it has none. */
    int stackTrace() {
        return stackTrace;
    }
}
