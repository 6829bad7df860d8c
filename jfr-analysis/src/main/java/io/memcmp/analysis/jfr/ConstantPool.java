package io.memcmp.analysis.jfr;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** The constants of one type in one chunk: where each lies, and what it was read as. */
final class ConstantPool {
    private final TypeInfo type;
    private final Layout layout;
    private final LongTable index = new LongTable();
    private int[] places = new int[16];
    private @Nullable Object[] read = new Object[16];

    ConstantPool(TypeInfo type, Layout layout) {
        this.type = type;
        this.layout = layout;
    }

    TypeInfo type() {
        return type;
    }

    Layout layout() {
        return layout;
    }

    /**
     * Whether the constant was not there before. The first of an id counts, as for the JDK's reader: the same constant may
     * be written several times.
     */
    boolean add(long id, int place) {
        int number = index.size();
        if (number == places.length) {
            places = Arrays.copyOf(places, number * 2);
            read = Arrays.copyOf(read, number * 2);
        }
        boolean added = index.putFirst(id, number);
        if (added) {
            places[number] = place;
        }
        return added;
    }

    /** Takes back what was added last. */
    void undo(long id) {
        index.undo(id);
    }

    /** The constant's number in this pool; {@link LongTable#NONE} where there is none of that id. */
    int find(long id) {
        return index.get(id);
    }

    int place(int number) {
        return places[number];
    }

    /** What the constant was read as the last time; null if it was not. */
    @Nullable
    Object read(int number) {
        return read[number];
    }

    void keep(int number, Object value) {
        read[number] = value;
    }

    void clear() {
        Arrays.fill(read, 0, index.size(), null);
        index.clear();
    }
}
