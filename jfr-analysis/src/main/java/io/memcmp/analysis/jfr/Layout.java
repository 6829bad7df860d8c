package io.memcmp.analysis.jfr;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How the values of a type are written: one slot after the other, structures laid flat. Compiled from what the chunk says
 * of itself, as fields come and go between JDKs.
 */
final class Layout {
    /** How a slot is written. */
    enum Kind {
        BOOLEAN,
        BYTE,
        SHORT,
        CHAR,
        INT,
        LONG,
        FLOAT,
        DOUBLE,
        TEXT,
        REFERENCE,
        ARRAY;

        boolean isNumber() {
            return switch (this) {
                case SHORT, CHAR, INT, LONG, REFERENCE -> true;
                case BOOLEAN, BYTE, FLOAT, DOUBLE, TEXT, ARRAY -> false;
            };
        }

        int spareBits() {
            return switch (this) {
                case BYTE -> Long.SIZE - Byte.SIZE;
                case SHORT, CHAR -> Long.SIZE - Short.SIZE;
                case INT -> Long.SIZE - Integer.SIZE;
                case LONG -> 0;
                case BOOLEAN, FLOAT, DOUBLE, TEXT, REFERENCE, ARRAY -> -1;
            };
        }

        int leastBytes() {
            return switch (this) {
                case FLOAT -> Float.BYTES;
                case DOUBLE -> Double.BYTES;
                case BOOLEAN, BYTE, SHORT, CHAR, INT, LONG, TEXT, REFERENCE, ARRAY -> 1;
            };
        }
    }

    /**
     * A value, or any number of values of one layout.
     *
     * @param name path of the field
     * @param kind how it is written
     * @param type id of the field's type: of a reference, whose constant pool it means
     * @param unsigned whether a negative number means a large one
     * @param unit what a number of time counts
     * @param element how an element is written, of an array
     */
    record Slot(
            String name,
            Kind kind,
            long type,
            boolean unsigned,
            Unit unit,
            @Nullable Layout element) {}

    private final Slot[] slots;
    private final Kind[] kinds;
    private final boolean[] isNumber;
    /** Of 64 bits those that a whole number of the slot does not have; negative where it holds something else. */
    private final byte[] spareBits;

    private final boolean[] isUnsigned;
    private final boolean numbersAlone;
    private final int leadingNumbers;
    /** A table of names, at most half full: fields are asked for by name for every event. */
    private final @Nullable String[] names;

    private final int[] indexes;
    private final int leastBytes;

    Layout(List<Slot> slots) {
        this.slots = slots.toArray(new Slot[0]);
        this.kinds = new Kind[this.slots.length];
        this.isNumber = new boolean[kinds.length];
        this.spareBits = new byte[kinds.length];
        this.isUnsigned = new boolean[kinds.length];
        boolean numbers = true;
        int least = 0;
        int leading = 0;
        for (int i = 0; i < kinds.length; i++) {
            kinds[i] = this.slots[i].kind();
            isNumber[i] = kinds[i].isNumber();
            spareBits[i] = (byte) kinds[i].spareBits();
            isUnsigned[i] = kinds[i] == Kind.CHAR || (this.slots[i].unsigned() && kinds[i] != Kind.LONG);
            numbers &= isNumber[i];
            leading += numbers ? 1 : 0;
            least += kinds[i].leastBytes();
        }
        this.numbersAlone = numbers;
        this.leadingNumbers = leading;
        this.names = new String[Math.max(2, Integer.highestOneBit(kinds.length) * 4)];
        this.indexes = new int[names.length];
        for (int i = 0; i < kinds.length; i++) {
            enter(this.slots[i].name(), i);
        }
        this.leastBytes = least;
    }

    int size() {
        return slots.length;
    }

    Slot slot(int index) {
        return slots[index];
    }

    List<Slot> slots() {
        return List.of(slots);
    }

    /** The slot of that name; −1 where there is none. */
    int indexOf(String name) {
        int mask = names.length - 1;
        for (int at = name.hashCode() & mask; ; at = (at + 1) & mask) {
            var found = names[at];
            if (found == null) {
                return -1;
            }
            if (found.equals(name)) {
                return indexes[at];
            }
        }
    }

    private void enter(String name, int index) {
        int at = name.hashCode() & (names.length - 1);
        while (names[at] != null) {
            if (name.equals(names[at])) {
                return; // the first of a name counts
            }
            at = (at + 1) & (names.length - 1);
        }
        names[at] = name.intern(); // who asks does so with a literal: mostly the same object
        indexes[at] = index;
    }

    /** How many slots at the beginning are numbers. */
    int leadingNumbers() {
        return leadingNumbers;
    }

    void skip(Cursor cursor) {
        for (int i = 0; i < kinds.length; i++) {
            skipSlot(cursor, i);
        }
    }

    void skipSlot(Cursor cursor, int slot) {
        switch (kinds[slot]) {
            case SHORT, CHAR, INT, LONG, REFERENCE -> cursor.skipNumber();
            case BOOLEAN, BYTE -> cursor.skip(1);
            case FLOAT -> cursor.skip(Float.BYTES);
            case DOUBLE -> cursor.skip(Double.BYTES);
            case TEXT -> Text.skip(cursor);
            case ARRAY -> element(slot).skipAll(cursor);
        }
    }

    Layout element(int slot) {
        var element = slots[slot].element();
        if (element == null) {
            throw new Malformed("has no elements where an array was expected");
        }
        return element;
    }

    private void skipAll(Cursor cursor) {
        int count = cursor.count(leastBytes);
        skipValues(cursor, count);
    }

    /** Skips so many values of this layout. */
    void skipValues(Cursor cursor, long count) {
        if (numbersAlone) {
            cursor.skipNumbers(count * kinds.length);
            return;
        }
        for (long i = 0; i < count; i++) {
            skip(cursor);
        }
    }

    int leastBytes() {
        return leastBytes;
    }

    boolean isNumber(int slot) {
        return isNumber[slot];
    }

    /** A whole number, from what is written; {@link FieldException} where the slot holds something else. */
    long number(int index, long written) {
        int spare = spareBits[index];
        if (spare < 0) {
            throw new FieldException(slots[index].name() + " is no whole number but " + slots[index].kind());
        }
        return isUnsigned[index] ? (written << spare) >>> spare : (written << spare) >> spare;
    }
}
