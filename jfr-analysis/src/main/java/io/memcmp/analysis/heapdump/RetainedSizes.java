package io.memcmp.analysis.heapdump;

/** What each object retains: its own size and what those that it dominates retain. */
final class RetainedSizes {
    private RetainedSizes() {}

    /** {@return by object the bytes it retains; 0 of what is not reached} The graph's states are lost. */
    static Longs of(ObjectGraph graph, Ints dominators, ObjectSizes sizes) {
        int objects = graph.objects();
        var retained = new Longs(objects);
        for (int object = 0; object < objects; object++) {
            graph.state(object, 0);
            if (dominators.get(object) != Dominators.UNREACHED) {
                retained.set(object, sizes.of(object, graph));
            }
        }
        for (int object = 0; object < objects; object++) {
            int dominator = dominators.get(object);
            if (dominator >= 0) {
                graph.state(dominator, graph.state(dominator) + 1);
            }
        }
        addUp(graph, dominators, retained);
        return retained;
    }

    /** From the leaves: an object is added to its dominator when all that it dominates has been added to it. */
    private static void addUp(ObjectGraph graph, Ints dominators, Longs retained) {
        for (int object = 0; object < graph.objects(); object++) {
            int ready = object;
            while (ready >= 0 && graph.state(ready) == 0) {
                graph.state(ready, -1);
                int dominator = dominators.get(ready);
                if (dominator >= 0) {
                    retained.set(dominator, retained.get(dominator) + retained.get(ready));
                    graph.state(dominator, graph.state(dominator) - 1);
                }
                ready = dominator;
            }
        }
    }
}
