package io.memcmp.analysis.heapdump;

import java.io.IOException;

/**
 * A depth-first search over what peeling and thinning left, from a root of its own, number 0, that refers to all roots of
 * the heap. Each object gets a number in the order of the search. Everything after this is about these numbers.
 *
 * <p>When an object is visited the states of all that it refers to are looked at together: none of these looks waits for
 * another, which matters more than their number, as each may be a miss of every cache.
 */
final class SearchTree {
    private static final int TOUCHED = 16;

    private final ObjectGraph graph;
    private final Ints cells;
    private final Web web;
    private final Ints links;
    private final Crossings crossings;
    private final Looks looks = new Looks();
    private final IntStack waiting = new IntStack();
    private int size = 1;

    /**
     * Searches all objects whose state is 0.
     *
     * @param left how many they are
     * @throws ArithmeticException when they are too many
     */
    SearchTree(ObjectGraph graph, int left, int[] roots, Ranges ranges) throws IOException {
        this.graph = graph;
        long cellsOfWeb = Math.max(Web.place(graph), graph.objects());
        var tables = Ints.several(cellsOfWeb, (left + 1L) * LengauerTarjan.SLOTS);
        cells = tables.getFirst();
        web = new Web(graph, cells, ranges);
        links = tables.getLast();
        crossings = new Crossings(left + 1);
        for (int root : roots) {
            int place = graph.state(root);
            if (place > 0 && web.state(place) == 0) {
                search(place);
            }
        }
    }

    /** Nothing more is asked. Where one has the length of a table of the graph, it saves the system finding memory for that. */
    void close() {
        if (cells.length() == graph.objects()) {
            graph.giveBack(cells);
        }
    }

    private void search(int root) {
        int next = visit(root, 0);
        while (next != 0 || waiting.size() > 0) {
            if (next != 0) {
                next = visit(next, size - 1);
            } else {
                int from = waiting.pop();
                int place = waiting.pop();
                int number = web.state(place);
                if (number == 0) {
                    next = visit(place, from);
                } else {
                    forward(number, from);
                }
            }
        }
    }

    /** Returns one to which it refers and that is to be visited at once, 0 when there is none. */
    private int visit(int at, int parent) {
        int number = size++;
        looks.saw(touch(at + 1));
        web.state(at, number);
        int slots = number * LengauerTarjan.SLOTS;
        links.set(slots + LengauerTarjan.ANCESTOR, parent);
        links.set(slots + LengauerTarjan.SEMIDOMINATOR, parent);
        links.set(slots + LengauerTarjan.DOMINATOR, parent);
        int next = 0;
        int place = at + 1;
        boolean more = true;
        while (more) {
            int entry = web.reference(place++);
            more = entry >= 0;
            int target = more ? entry : ~entry;
            int state = web.state(target);
            if (state > 0) {
                crossings.add(state, number);
            } else if (state == 0) {
                if (next != 0) {
                    waiting.push(next);
                    waiting.push(number);
                }
                next = target;
            }
        }
        return next;
    }

    private int touch(int references) {
        int seen = 0;
        int place = references;
        for (int i = 0; i < TOUCHED; i++) {
            int entry = web.reference(place++);
            if (entry < 0) {
                return seen ^ web.state(~entry);
            }
            seen ^= web.state(entry);
        }
        return seen;
    }

    /** A reference to a number from one above it in the tree, which can only make its semidominator smaller. */
    private void forward(int to, int from) {
        int slot = to * LengauerTarjan.SLOTS + LengauerTarjan.SEMIDOMINATOR;
        links.set(slot, Math.min(links.get(slot), from));
    }

    /** {@return bytes that it takes at most} */
    static long memory(long objects, long references) {
        long web = 2 * objects + references; // an object without references takes a second cell all the same
        return Integer.BYTES * (web + LengauerTarjan.SLOTS * objects + 2 * references);
    }

    /** {@return how many numbers, that of the root among them} */
    int size() {
        return size;
    }

    /**
     * {@return a table of {@link LengauerTarjan#SLOTS} ints for each number; its parent stands in three of them, but where
     * one further up refers to it, in the place of the semidominator the first of these}
     */
    Ints links() {
        return links;
    }

    /** {@return references from a larger number to a smaller one} */
    Crossings crossings() {
        return crossings;
    }

    /** {@return the number of an object that was left; 0 when no reference leads to it} */
    int number(int object) {
        return web.state(graph.state(object));
    }

    /** Says which object a number is; the semidominator of the number is lost. */
    void object(int number, int object) {
        links.set(number * LengauerTarjan.SLOTS + LengauerTarjan.OBJECT, object);
    }

    /** {@return the object that dominates that of a number, {@link HeapDump#NONE} when no other does} */
    int dominator(int number) {
        int dominator = links.get(number * LengauerTarjan.SLOTS + LengauerTarjan.DOMINATOR);
        return dominator == 0 ? HeapDump.NONE : links.get(dominator * LengauerTarjan.SLOTS + LengauerTarjan.OBJECT);
    }

    /** {@return how many dominate the object of a number, itself among them; known when its dominator is} */
    int depth(int number) {
        return links.get(number * LengauerTarjan.SLOTS + LengauerTarjan.DEPTH);
    }
}
