package io.memcmp.analysis.heapdump;

/**
 * A depth-first search over what peeling and thinning left, from a root of its own, number 0, that refers to all roots of
 * the heap. Each object's state becomes its number in the order of the search. Everything after this is about these numbers.
 *
 * <p>When an object is visited the states of all that it refers to are looked at together: none of these looks waits for
 * another, which matters more than their number, as each may be a miss of every cache.
 */
final class SearchTree implements AutoCloseable {
    private final ObjectGraph graph;
    private final Ints objects;
    private final Ints links;
    private final Looks looks = new Looks();
    private final IntStack waiting = new IntStack();
    private final IntStack others = new IntStack();
    private int size = 1;

    /** @param left how many objects are left */
    SearchTree(ObjectGraph graph, int left, int[] roots) {
        this.graph = graph;
        objects = new Ints(left + 1L);
        links = new Ints((left + 1L) * LengauerTarjan.SLOTS);
        for (int root : roots) {
            if (graph.state(root) == 0) {
                visit(root, 0);
                run();
            }
        }
    }

    private void run() {
        while (waiting.size() > 0) {
            int number = waiting.pop();
            int object = waiting.pop();
            int state = graph.state(object);
            if (state == 0) {
                visit(object, number);
            } else {
                other(state, number);
            }
        }
    }

    private void visit(int object, int parent) {
        int number = size++;
        graph.state(object, number);
        objects.set(number, object);
        links.set(number * LengauerTarjan.SLOTS + LengauerTarjan.ANCESTOR, parent);
        int start = graph.start(object);
        if (start >= 0) {
            looks.saw(graph.touch(start));
        }
        int place = start;
        boolean more = place >= 0;
        while (more) {
            int entry = graph.entry(place++);
            more = entry >= 0;
            int target = more ? entry : ~entry;
            int state = graph.state(target);
            if (state == 0) {
                waiting.push(target);
                waiting.push(number);
            } else if (state > 0) {
                other(state, number);
            }
        }
    }

    /** A reference that is none of the tree's own. */
    private void other(int to, int from) {
        others.push(to);
        others.push(from);
    }

    /** {@return how many numbers, that of the root among them} */
    int size() {
        return size;
    }

    /** {@return the object of a number from 1 on} */
    int object(int number) {
        return objects.get(number);
    }

    /** {@return how many dominate the object of a number, itself among them; known when its dominator is} */
    int depth(int number) {
        return links.get(number * LengauerTarjan.SLOTS + LengauerTarjan.DEPTH);
    }

    /** {@return a table of {@link LengauerTarjan#SLOTS} ints for each number, in which its parent stands} */
    Ints links() {
        return links;
    }

    /** {@return the references between numbers that are not from parent to child: pairs, to and from} */
    IntStack others() {
        return others;
    }

    @Override
    public void close() {
        objects.close();
        links.close();
    }
}
