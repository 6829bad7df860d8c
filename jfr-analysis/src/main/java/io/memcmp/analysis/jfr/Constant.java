package io.memcmp.analysis.jfr;

import io.memcmp.analysis.jfr.Layout.Kind;
import org.jspecify.annotations.Nullable;

/**
 * What a field of an event refers to, for what is chained: each constant may refer to others, which {@link Event} would have
 * to look up from the beginning for each. Valid until the chunk ends. Chains may be circles: who follows one must end by
 * itself.
 */
public final class Constant {
    private final Constants constants;
    private final Fields fields;

    private Constant(Constants constants, Fields fields) {
        this.constants = constants;
        this.fields = fields;
    }

    static @Nullable Constant of(Constants constants, long type, long id) {
        var pool = constants.pool(type);
        int number = pool == null ? LongTable.NONE : pool.find(id);
        if (pool == null || number == LongTable.NONE) {
            return null;
        }
        var place = constants.at(pool, pool.place(number), 0);
        var fields = new Fields();
        fields.over(pool.layout(), place.bytes, place.position, place.end);
        return new Constant(constants, fields);
    }

    /**
     * {@return a whole number as it is recorded; 0 where there is no such field}
     *
     * @param field its name
     */
    public long number(String field) {
        return fields.find(field) && fields.foundSlot().kind().isNumber() ? fields.numberFound() : 0;
    }

    /**
     * {@return a text; null where none was recorded, where it is lost, and where there is no such field}
     *
     * @param field its name
     */
    public @Nullable String text(String field) {
        if (!fields.find(field)) {
            return null;
        }
        return switch (fields.foundSlot().kind()) {
            case TEXT -> constants.text(fields.atFound(), 0);
            case REFERENCE -> constants.text(fields.foundSlot(), fields.writtenFound());
            case BOOLEAN, BYTE, SHORT, CHAR, INT, LONG, FLOAT, DOUBLE, ARRAY -> null;
        };
    }

    /**
     * {@return the name of the class that a field refers to; null where it refers to none, or to one that is lost}
     *
     * @param field its name
     */
    public @Nullable String className(String field) {
        return refers(field) ? constants.className(fields.writtenFound()) : null;
    }

    /**
     * {@return the constant that a field refers to; null where it refers to none, or to one that is lost}
     *
     * @param field its name
     */
    public @Nullable Constant constant(String field) {
        return refers(field) ? of(constants, fields.foundSlot().type(), fields.writtenFound()) : null;
    }

    private boolean refers(String field) {
        return fields.find(field) && fields.foundSlot().kind() == Kind.REFERENCE;
    }
}
