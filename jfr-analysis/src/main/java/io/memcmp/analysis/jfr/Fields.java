package io.memcmp.analysis.jfr;

import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The fields of one event or constant. Where a field lies is only known when the ones before it were passed; how far that
 * went is remembered.
 */
final class Fields {
    /** What became of a path. */
    enum Path {
        FOUND,
        LOST,
        UNKNOWN
    }

    private final Cursor cursor = new Cursor();
    private @Nullable Layout layout;
    private int[] places = new int[16];
    private long[] numbers = new long[16];
    private int passed;
    private int begin;
    private int end;
    private int found;

    void over(Layout of, byte[] bytes, int from, int to) {
        if (layout != of) {
            turnTo(of);
        }
        cursor.over(bytes, from, to);
        begin = from;
        end = to;
        passed = of.leadingNumbers();
        cursor.numbers(numbers, passed);
    }

    private void turnTo(Layout of) {
        layout = of;
        if (places.length < of.size()) {
            places = Arrays.copyOf(places, of.size());
            numbers = Arrays.copyOf(numbers, of.size());
        }
    }

    Layout layout() {
        if (layout == null) {
            throw new IllegalStateException("no fields");
        }
        return layout;
    }

    /** Reads numbers on the way; of everything else remembers where it lies. */
    private void pass(int slot) {
        var slots = layout();
        while (passed <= slot) {
            if (slots.isNumber(passed)) {
                numbers[passed] = cursor.number();
            } else {
                places[passed] = cursor.position;
                slots.skipSlot(cursor, passed);
            }
            passed++;
        }
    }

    /** A number as it is written: also the id of a constant. */
    long written(int slot) {
        if (slot >= passed) {
            pass(slot);
        }
        return numbers[slot];
    }

    boolean find(String field) {
        found = layout().indexOf(field);
        return found >= 0;
    }

    int found() {
        return found;
    }

    Layout.Slot foundSlot() {
        return layout().slot(found);
    }

    long writtenFound() {
        return written(found);
    }

    /** The whole number that was found. */
    long numberFound() {
        if (layout().isNumber(found)) {
            return layout().number(found, written(found));
        }
        boolean small = foundSlot().kind() == Layout.Kind.BYTE;
        return layout().number(found, small ? atFound().one() : 0);
    }

    /** A cursor at what was found, which is no number. */
    Cursor atFound() {
        pass(found);
        return new Cursor().over(cursor.bytes, places[found], end);
    }

    boolean has(String field, Constants constants) {
        return has(layout(), field, constants);
    }

    private static boolean has(Layout layout, String path, Constants constants) {
        if (layout.indexOf(path) >= 0) {
            return true;
        }
        for (int dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
            int slot = layout.indexOf(path.substring(0, dot));
            if (slot >= 0 && layout.slot(slot).kind() == Layout.Kind.REFERENCE) {
                var pool = constants.pool(layout.slot(slot).type());
                return pool != null && has(pool.layout(), path.substring(dot + 1), constants);
            }
        }
        return false;
    }

    /** Follows a path from other fields through the constants they refer to, and stands there afterwards. */
    Path follow(Fields from, String path, Constants constants) {
        for (int dot = path.indexOf('.'); dot > 0; dot = path.indexOf('.', dot + 1)) {
            int slot = from.layout().indexOf(path.substring(0, dot));
            if (slot >= 0 && from.layout().slot(slot).kind() == Layout.Kind.REFERENCE) {
                return step(from, slot, path.substring(dot + 1), constants);
            }
        }
        return Path.UNKNOWN;
    }

    private Path step(Fields from, int slot, String rest, Constants constants) {
        var pool = constants.pool(from.layout().slot(slot).type());
        if (pool == null) {
            return Path.UNKNOWN;
        }
        int number = pool.find(from.written(slot));
        if (number == LongTable.NONE) {
            return Path.LOST;
        }
        var target = constants.at(pool, pool.place(number), 0);
        over(pool.layout(), target.bytes, target.position, target.end);
        return find(rest) ? Path.FOUND : follow(new Fields().copyOf(this), rest, constants);
    }

    private Fields copyOf(Fields other) {
        over(other.layout(), other.cursor.bytes, other.begin, other.end);
        return this;
    }
}
