package io.memcmp.analysis.heapdump;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Who refers to whom. Two ints for each object stand side by side, since whoever looks at an object's state goes on to its
 * references; these stand in one long row, in the order of the file.
 */
final class ObjectGraph implements AutoCloseable {
    /** {@link #holder}: nobody refers to it. */
    static final int NOBODY = 0;

    /** {@link #holder}: several do. */
    static final int SEVERAL = -1;

    /** {@link #holder}: it is alive by itself. */
    static final int ROOT = -2;

    private final int objects;
    private final Ints nodes;
    private final Ints row;
    private final Ints classes;
    private final Ints holders;
    private final IntStack weak = new IntStack();
    private long references;
    private boolean written;
    private @Nullable Ints spare;

    /**
     * Makes room.
     *
     * @param objects how many
     * @param references at most so many of them, and one for each array
     * @throws IOException when it was interrupted
     */
    ObjectGraph(int objects, long references) throws IOException {
        this.objects = objects;
        var tables = Ints.several(2L * objects, references, objects, objects);
        nodes = tables.get(0);
        row = tables.get(1);
        classes = tables.get(2);
        holders = tables.get(3);
    }

    /** {@return bytes that such a graph takes} */
    static long memory(long objects, long references) {
        return Integer.BYTES * (4 * objects + references);
    }

    /** {@return whether there is room for so many} */
    static boolean isPossible(long objects, long references) {
        return 2 * objects <= Ints.MOST && references <= Ints.MOST;
    }

    int objects() {
        return objects;
    }

    /** {@return references that were stored} */
    long references() {
        return references;
    }

    void root(int object) {
        holders.set(object, ROOT);
    }

    /** Forgets who refers to whom. */
    void clear() {
        if (written) {
            holders.fill(NOBODY);
        }
        weak.release();
        references = 0;
    }

    /**
     * {@return one who writes the references of some objects}
     *
     * @param begin where in the row; nobody else writes to what follows
     */
    Writer writer(int begin) {
        written = true;
        return new Writer(begin);
    }

    /** Writes the references of objects, one after the other. Several may write at once, each about objects of its own. */
    final class Writer {
        private int end;
        private int begun;
        private long stored;
        private final IntStack weakly = new IntStack();

        private Writer(int begin) {
            end = begin;
        }

        void begin(int object, int ofClass) {
            classes.set(object, ofClass + 1);
            begun = end;
        }

        void beginArray(int object, int ofClass, int length) {
            classes.set(object, ofClass + 1);
            row.set(end++, length);
            begun = end;
        }

        /**
         * Stores a reference of the object that was begun. Those to itself, those to a root, and a second one to an object
         * that nobody else refers to change nothing in what dominates what, and are left out.
         */
        void refer(int from, int to) {
            int holder = holders.get(to);
            while (holder != SEVERAL) {
                if (holder == ROOT || holder == from + 1 || from == to) {
                    return;
                }
                if (holders.replace(to, holder, holder == NOBODY ? from + 1 : SEVERAL)) {
                    break;
                }
                holder = holders.get(to);
            }
            if (from != to) {
                row.set(end++, to);
            }
        }

        /** Stores a reference that does not keep its object. */
        void referWeakly(int from, int to) {
            weakly.push(from);
            weakly.push(to);
        }

        void finish(int object) {
            int count = end - begun;
            stored += count;
            if (count == 0) {
                nodes.set(2 * object, ~begun);
            } else {
                row.set(end - 1, ~row.get(end - 1));
                nodes.set(2 * object, begun);
            }
            nodes.set(2 * object + 1, count);
        }

        /** Nothing more comes. To be called by one thread. */
        void close() {
            references += stored;
            for (int i = 0; i < weakly.size(); i++) {
                weak.push(weakly.get(i));
            }
            weakly.release();
        }
    }

    /**
     * {@return where in the row an object's references begin; the complement of it when it has none} The last of them is
     * stored as its complement; before the first of an array stands the array's length.
     */
    int start(int object) {
        return nodes.get(2 * object);
    }

    /** {@return a table of an int for each object, all 0} Who is done with it gives it back, for the next. */
    Ints table() {
        var table = spare();
        if (table == null) {
            return new Ints(objects);
        }
        table.fill(0);
        return table;
    }

    private synchronized @Nullable Ints spare() {
        var table = spare;
        spare = null;
        return table;
    }

    synchronized void giveBack(Ints table) {
        spare = table;
    }

    /** {@return an entry of the row} */
    int entry(int place) {
        return row.get(place);
    }

    int state(int object) {
        return nodes.get(2 * object + 1);
    }

    void state(int object, int state) {
        nodes.set(2 * object + 1, state);
    }

    /** {@return the number of the class; −1 of an object that is only referred to} */
    int classOf(int object) {
        return classes.get(object) - 1;
    }

    /** {@return one more than the only object that refers to it, or {@link #NOBODY}, {@link #SEVERAL}, {@link #ROOT}} */
    int holder(int object) {
        return holders.get(object);
    }

    /** {@return the table of {@link #holder}, in which dominators come to stand} */
    Ints holders() {
        return holders;
    }

    /** {@return elements of an array; what it says of others is nonsense} */
    int length(int array) {
        int start = start(array);
        return row.get((start < 0 ? ~start : start) - 1);
    }

    /** {@return references that do not keep their object: pairs of who refers and to whom} */
    IntStack weak() {
        return weak;
    }

    @Override
    public void close() {
        spare = null;
        nodes.close();
        row.close();
        classes.close();
        holders.close();
    }
}
