package io.memcmp.analysis.heapdump;

import java.io.IOException;

/**
 * The objects that are left and their references among each other, for a search: an object is a place in one long row, at
 * which its state stands and behind it the places that it refers to, the last as its complement. A search that comes to an
 * object by its place so finds all that it needs in one line of the cache, and waits for the memory once.
 */
final class Web {
    /** No object; state and reference of one that refers to nobody. */
    private static final int NOWHERE = 0;

    /** Objects of three references, from there on, do not lie across two lines of the cache. */
    private static final int FIRST = 4;

    private final ObjectGraph graph;
    private final Ints cells;

    /** @param cells at least as many as {@link #place} says */
    Web(ObjectGraph graph, Ints cells, Ranges ranges) throws IOException {
        this.graph = graph;
        this.cells = cells;
        cells.set(NOWHERE, -1);
        ranges.run(this::copyAll);
    }

    /**
     * {@return how many cells it needs} The graph's states of objects that are left, 0 before, are their places from then on.
     *
     * @throws ArithmeticException when there are too many for an array
     */
    static long place(ObjectGraph graph) {
        long end = FIRST;
        for (int object = 0; object < graph.objects(); object++) {
            if (graph.state(object) == 0) {
                graph.state(object, (int) end);
                end += 1 + Math.max(1, references(graph, object));
                if (end > Ints.MOST) {
                    throw new ArithmeticException("more than 2^31 objects and references");
                }
            }
        }
        return end;
    }

    private static int references(ObjectGraph graph, int object) {
        int start = graph.start(object);
        int place = start;
        while (place >= 0 && graph.entry(place) >= 0) {
            place++;
        }
        return start < 0 ? 0 : place + 1 - start;
    }

    private void copyAll(int from, int to) {
        for (int object = from; object < to; object++) {
            int place = graph.state(object);
            if (place > 0) {
                copy(object, place);
            }
        }
    }

    private void copy(int object, int at) {
        int end = at + 1;
        int place = graph.start(object);
        boolean more = place >= 0;
        while (more) {
            int entry = graph.entry(place++);
            more = entry >= 0;
            int target = graph.state(more ? entry : ~entry);
            if (target > 0) {
                cells.set(end++, target);
            }
        }
        if (end == at + 1) {
            cells.set(end++, NOWHERE);
        }
        cells.set(end - 1, ~cells.get(end - 1));
    }

    /** {@return 0 at first; below 0 of no object} */
    int state(int place) {
        return cells.get(place);
    }

    void state(int place, int state) {
        cells.set(place, state);
    }

    /** {@return what the cell at a place behind an object's own says: a place it refers to, complemented if it is the last} */
    int reference(int place) {
        return cells.get(place);
    }
}
