package io.memcmp.analysis.heapdump;

/**
 * Takes away what has one holder only and refers to nothing that is left: its holder dominates it, and it dominates nobody
 * else's objects. Trees and chains, which most of a heap consists of, go this way from their ends in one sweep, and what is
 * left for the real algorithm is small.
 */
final class Peeling {
    /** State of an object that was taken away. */
    static final int PEELED = -1;

    private Peeling() {}

    /** {@return how many are left; their state is 0 then} */
    static int of(ObjectGraph graph) {
        int left = graph.objects();
        for (int object = 0; object < graph.objects(); object++) {
            int candidate = object;
            // An object's last reference to go takes it along, so that nothing has to be remembered.
            while (graph.state(candidate) == 0 && graph.holder(candidate) > ObjectGraph.NOBODY) {
                graph.state(candidate, PEELED);
                left--;
                candidate = graph.holder(candidate) - 1;
                graph.state(candidate, graph.state(candidate) - 1);
            }
        }
        for (int object = 0; object < graph.objects(); object++) {
            if (graph.state(object) != PEELED) {
                graph.state(object, 0);
            }
        }
        return left;
    }
}
