package io.memcmp.analysis.heapdump;

/**
 * A depth-first search over what peeling left, from a root of its own, number 0, that refers to all roots of the heap. Each
 * object's state becomes its number in the order of the search. Everything after this is about these numbers.
 */
final class SearchTree implements AutoCloseable {
    private final ObjectGraph graph;
    private final Ints objects;
    private final Ints links;
    private final IntStack unfinished = new IntStack();
    private int size = 1;

    /** @param left how many objects peeling left */
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

    /** Numbers an object, and remembers it when there are references to follow. */
    private void visit(int object, int parent) {
        graph.state(object, size);
        objects.set(size, object);
        links.set((long) size * LengauerTarjan.SLOTS + LengauerTarjan.ANCESTOR, parent);
        int start = graph.start(object);
        if (start >= 0) {
            unfinished.push(size);
            unfinished.push(start);
        }
        size++;
    }

    private void run() {
        while (unfinished.size() > 0) {
            int top = unfinished.size() - 1;
            int place = unfinished.get(top);
            int number = unfinished.get(top - 1);
            int entry = graph.entry(place);
            if (entry < 0) { // the last: nothing of it is needed when the search comes back
                entry = ~entry;
                unfinished.pop();
                unfinished.pop();
            } else {
                unfinished.set(top, place + 1);
            }
            if (graph.state(entry) == 0) {
                visit(entry, number);
            }
        }
    }

    /** {@return how many numbers, that of the root among them} */
    int size() {
        return size;
    }

    /** {@return the object of a number from 1 on} */
    int object(int number) {
        return objects.get(number);
    }

    /** {@return a table of {@link LengauerTarjan#SLOTS} ints for each number, in which its parent stands} */
    Ints links() {
        return links;
    }

    ObjectGraph graph() {
        return graph;
    }

    @Override
    public void close() {
        objects.close();
        links.close();
    }
}
