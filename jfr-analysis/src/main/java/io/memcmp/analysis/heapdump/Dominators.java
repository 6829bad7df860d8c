package io.memcmp.analysis.heapdump;

/**
 * Who dominates whom: an object's dominator is the last that all paths from the roots to it have in common. Peeling finds
 * those of trees and chains, Lengauer and Tarjan's algorithm the others.
 */
final class Dominators {
    /** In the place of a dominator: no reference that counts leads to it. */
    static final int UNREACHED = -2;

    private Dominators() {}

    /**
     * {@return for each object its dominator, {@link HeapDump#NONE}, or {@link #UNREACHED}} The table takes the place of
     * the graph's holders, which are gone then.
     */
    static Ints of(ObjectGraph graph, int[] roots) {
        int left = Peeling.of(graph);
        try (var tree = new SearchTree(graph, left, roots)) {
            var dominators = graph.holders();
            for (int object = 0; object < graph.objects(); object++) {
                int state = graph.state(object);
                if (state == Peeling.PEELED) {
                    dominators.set(object, dominators.get(object) - 1);
                } else if (state == 0) {
                    dominators.set(object, UNREACHED);
                }
            }
            LengauerTarjan.run(tree, dominators);
            leaveOutUnreached(graph, dominators);
            return dominators;
        }
    }

    /** What was peeled is reached when its holder is; an object's state becomes 1 when it is known to be reached. */
    private static void leaveOutUnreached(ObjectGraph graph, Ints dominators) {
        for (int object = 0; object < graph.objects(); object++) {
            if (graph.state(object) > 0 || dominators.get(object) == UNREACHED) {
                continue;
            }
            int top = object;
            while (graph.state(top) == Peeling.PEELED && dominators.get(top) != UNREACHED) {
                top = dominators.get(top);
            }
            boolean reached = graph.state(top) > 0;
            int step = object;
            while (step != top) {
                int next = dominators.get(step);
                if (reached) {
                    graph.state(step, 1);
                } else {
                    dominators.set(step, UNREACHED);
                }
                step = next;
            }
        }
    }
}
