package io.memcmp.analysis.jfr;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event, as long as it is being visited. A field inside a structure is named with its path, for example
 * {@code heapSpace.committedSize}; so is one of what a field refers to, for example {@code eventThread.javaName}.
 *
 * <p>Asking for a field that the event does not have, or as a kind that it is not, is refused with
 * {@link IllegalArgumentException}: ask {@link #has} first where JDKs differ.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class Event {
    Event() {}

    /** {@return the event's name, for example {@code jdk.GCPhasePause}} */
    public String name() {
        throw new UnsupportedOperationException();
    }

    /** {@return the names of its fields, those of structures with their path} */
    public List<String> fields() {
        throw new UnsupportedOperationException();
    }

    /**
     * {@return whether it has the field}
     *
     * @param field its name or path
     */
    public boolean has(String field) {
        throw new UnsupportedOperationException();
    }

    /** {@return when it began, nanoseconds since 1970} */
    public long startNanos() {
        throw new UnsupportedOperationException();
    }

    /** {@return when it ended, nanoseconds since 1970; its start where it has no duration} */
    public long endNanos() {
        throw new UnsupportedOperationException();
    }

    /** {@return when it began} */
    public Instant start() {
        throw new UnsupportedOperationException();
    }

    /** {@return when it ended; its start where it has no duration} */
    public Instant end() {
        throw new UnsupportedOperationException();
    }

    /** {@return how long it lasted; zero where it has no duration} */
    public Duration duration() {
        throw new UnsupportedOperationException();
    }

    /**
     * {@return a whole number as it is recorded: bytes, counts, ids, ticks}
     *
     * @param field its name or path
     */
    public long number(String field) {
        throw new UnsupportedOperationException();
    }

    /**
     * {@return a float or double}
     *
     * @param field its name or path
     */
    public double decimal(String field) {
        throw new UnsupportedOperationException();
    }

    /**
     * {@return a boolean}
     *
     * @param field its name or path
     */
    public boolean flag(String field) {
        throw new UnsupportedOperationException();
    }

    /**
     * {@return a text, or that of the constant the field refers to (the cause of a collection, say); null where none was
     * recorded or the constant is lost}
     *
     * @param field its name or path
     */
    public @Nullable String text(String field) {
        throw new UnsupportedOperationException();
    }

    /**
     * {@return a point in time, whatever unit it is recorded in}
     *
     * @param field its name or path
     */
    public Instant instant(String field) {
        throw new UnsupportedOperationException();
    }

    /**
     * {@return a span of time, whatever unit it is recorded in}
     *
     * @param field its name or path
     */
    public Duration span(String field) {
        throw new UnsupportedOperationException();
    }

    /**
     * {@return the id of the constant the field refers to; 0 is none. Valid until the chunk ends}
     *
     * @param field its name or path
     */
    public long id(String field) {
        throw new UnsupportedOperationException();
    }

    /** {@return the id of its stack trace; 0 is none, also where its kind has none. Valid until the chunk ends} */
    public long stackId() {
        throw new UnsupportedOperationException();
    }

    /**
     * {@return the name of the class the field refers to, as {@code Class.getName} gives it; null where none was recorded
     * or it is lost}
     *
     * @param field its name or path
     */
    public @Nullable String className(String field) {
        throw new UnsupportedOperationException();
    }

    /**
     * {@return the name of the event with that id in the recording: {@code jdk.ActiveSetting} names events so; null where
     * there is none}
     *
     * @param id the id
     */
    public @Nullable String eventName(long id) {
        throw new UnsupportedOperationException();
    }

    /** {@return what ids of this chunk stand for} */
    public Constants constants() {
        throw new UnsupportedOperationException();
    }
}
