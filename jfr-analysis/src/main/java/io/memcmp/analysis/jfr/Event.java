package io.memcmp.analysis.jfr;

import io.memcmp.analysis.jfr.Layout.Kind;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One event, as long as it is being visited. A field inside a structure is named with its path, for example
 * {@code heapSpace.committedSize}; so is one of what a field refers to, for example {@code eventThread.javaName}.
 *
 * <p>Asking for a field that the event does not have, or as a kind that it is not, is refused with
 * {@link FieldException}: ask {@link #has} first where JDKs differ. A field of a constant that is lost is 0, or null where
 * it is a text.
 */
public final class Event {
    private final Constants constants;
    private final Fields own;
    private final Fields other;
    private @Nullable EventKind kind;
    private @Nullable ChunkPlan plan;
    private @Nullable Ticks ticks;

    Event(Constants constants) {
        this.constants = constants;
        this.own = new Fields();
        this.other = new Fields();
    }

    void chunk(ChunkPlan chunk, Ticks clock) {
        plan = chunk;
        ticks = clock;
    }

    /** Turns to the event whose fields lie there. */
    void over(EventKind of, byte[] bytes, int from, int to) {
        if (kind != of) {
            kind = of;
        }
        own.over(of.layout(), bytes, from, to);
    }

    private EventKind kind() {
        return known(kind);
    }

    private Ticks ticks() {
        return known(ticks);
    }

    private static <T> T known(@Nullable T part) {
        if (part == null) {
            throw new IllegalStateException("no event is being visited");
        }
        return part;
    }

    /** {@return the event's name, for example {@code jdk.GCPhasePause}} */
    public String name() {
        return kind().type().name();
    }

    /** {@return the names of its fields, those of structures with their path} */
    public List<String> fields() {
        return kind().layout().slots().stream().map(Layout.Slot::name).toList();
    }

    /**
     * {@return whether it has the field}
     *
     * @param field its name or path
     */
    public boolean has(String field) {
        return own.has(field, constants);
    }

    /** {@return when it began, nanoseconds since 1970} */
    public long startNanos() {
        return ticks().nanosAt(startTicks());
    }

    /** {@return when it ended, nanoseconds since 1970; its start where it has no duration} */
    public long endNanos() {
        return ticks().nanosAt(endTicks());
    }

    /** When it began, by the clock of its chunk. */
    long startTicks() {
        return written(kind().startTime());
    }

    long endTicks() {
        return written(kind().startTime()) + written(kind().duration());
    }

    private long written(int slot) {
        return slot < 0 ? 0 : own.written(slot);
    }

    /** {@return when it began} */
    public Instant start() {
        return Ticks.instant(startNanos());
    }

    /** {@return when it ended; its start where it has no duration} */
    public Instant end() {
        return Ticks.instant(endNanos());
    }

    /** {@return how long it lasted; zero where it has no duration} */
    public Duration duration() {
        return Duration.ofNanos(endNanos() - startNanos());
    }

    /**
     * {@return a whole number as it is recorded: bytes, counts, ids, ticks}
     *
     * @param field its name or path
     */
    public long number(String field) {
        var fields = holder(field);
        return fields == null ? 0 : fields.numberFound();
    }

    /**
     * {@return a float or double}
     *
     * @param field its name or path
     */
    public double decimal(String field) {
        var fields = holder(field);
        if (fields == null) {
            return 0;
        }
        return switch (fields.foundSlot().kind()) {
            case FLOAT -> fields.atFound().single();
            case DOUBLE -> fields.atFound().twofold();
            case BOOLEAN, BYTE, SHORT, CHAR, INT, LONG, TEXT, REFERENCE, ARRAY -> throw not(field, "decimal number");
        };
    }

    /**
     * {@return a boolean}
     *
     * @param field its name or path
     */
    public boolean flag(String field) {
        var fields = holder(field);
        if (fields != null && fields.foundSlot().kind() != Kind.BOOLEAN) {
            throw not(field, "boolean");
        }
        return fields != null && fields.atFound().one() != 0;
    }

    /**
     * {@return a text, or that of the constant the field refers to (the cause of a collection, say); null where none was
     * recorded or the constant is lost}
     *
     * @param field its name or path
     */
    public @Nullable String text(String field) {
        var fields = holder(field);
        if (fields == null) {
            return null;
        }
        return switch (fields.foundSlot().kind()) {
            case TEXT -> constants.text(fields.atFound(), 0);
            case REFERENCE -> constants.text(fields.foundSlot(), fields.writtenFound());
            case BOOLEAN, BYTE, SHORT, CHAR, INT, LONG, FLOAT, DOUBLE, ARRAY -> throw not(field, "text");
        };
    }

    /**
     * {@return a point in time, whatever unit it is recorded in}
     *
     * @param field its name or path
     */
    public Instant instant(String field) {
        var fields = holder(field);
        return fields == null
                ? Instant.EPOCH
                : ticks().instant(fields.numberFound(), fields.foundSlot().unit());
    }

    /**
     * {@return a span of time, whatever unit it is recorded in}
     *
     * @param field its name or path
     */
    public Duration span(String field) {
        var fields = holder(field);
        return fields == null
                ? Duration.ZERO
                : ticks().span(fields.numberFound(), fields.foundSlot().unit());
    }

    /**
     * {@return the id of the constant the field refers to; 0 is none. Valid until the chunk ends}
     *
     * @param field its name or path
     */
    public long id(String field) {
        var fields = holder(field);
        if (fields != null && fields.foundSlot().kind() != Kind.REFERENCE) {
            throw not(field, "constant");
        }
        return fields == null ? 0 : fields.writtenFound();
    }

    /** {@return the id of its stack trace; 0 is none, also where its kind has none. Valid until the chunk ends} */
    public long stackId() {
        return written(kind().stackTrace());
    }

    /**
     * {@return the name of the class the field refers to, as {@code Class.getName} gives it; null where none was recorded
     * or it is lost}
     *
     * @param field its name or path
     */
    public @Nullable String className(String field) {
        return constants.className(id(field));
    }

    /**
     * {@return the name of the event with that id in the recording: {@code jdk.ActiveSetting} names events so; null where
     * there is none}
     *
     * @param id the id
     */
    public @Nullable String eventName(long id) {
        return known(plan).eventName(id);
    }

    /**
     * {@return the constant the field refers to; null where it refers to none, or to one that is lost}
     *
     * @param field its name or path
     */
    public @Nullable Constant constant(String field) {
        var fields = holder(field);
        if (fields == null) {
            return null;
        }
        if (fields.foundSlot().kind() != Kind.REFERENCE) {
            throw not(field, "constant");
        }
        return Constant.of(constants, fields.foundSlot().type(), fields.writtenFound());
    }

    /** {@return what ids of this chunk stand for} */
    public Constants constants() {
        return constants;
    }

    /** The fields among which the field was found: the event's own, or those of a constant; null where that is lost. */
    private @Nullable Fields holder(String field) {
        if (own.find(field)) {
            return own;
        }
        return switch (other.follow(own, field, constants)) {
            case FOUND -> other;
            case LOST -> null;
            case UNKNOWN -> throw new FieldException(name() + " has no field " + field);
        };
    }

    private FieldException not(String field, String what) {
        return new FieldException(name() + "." + field + " is no " + what);
    }
}
