package io.memcmp.analysis.heapdump;

import org.jspecify.annotations.Nullable;

/**
 * Who dominates whom: an object's dominator is the last that all paths from the roots to it have in common. Peeling finds
 * those of trees and chains, thinning those of what lies on no circle and leads to none, Lengauer and Tarjan's algorithm the
 * others.
 */
final class Dominators {
    /** In the place of a dominator: no reference that counts leads to it. */
    static final int UNREACHED = -2;

    /** In the place of a dominator: not known yet. */
    static final int PENDING = -3;

    private final ObjectGraph graph;
    private final int[] roots;
    private final Ints table;
    private @Nullable Ints room;

    private Dominators(ObjectGraph graph, int[] roots) {
        this.graph = graph;
        this.roots = roots;
        this.table = graph.holders();
    }

    /** {@return those of a graph} Their table takes the place of the graph's holders, which are gone then. */
    static Dominators of(ObjectGraph graph, int[] roots) {
        var dominators = new Dominators(graph, roots);
        int left = Peeling.of(graph);
        var thinning = new Thinning(graph, left);
        if (!thinning.isWorthIt() || !dominators.found(thinning)) {
            for (int object = 0; object < graph.objects(); object++) {
                if (graph.state(object) != Peeling.PEELED) {
                    graph.state(object, 0);
                }
            }
            dominators.search(left).close();
        }
        dominators.putBackPeeled();
        return dominators;
    }

    /** {@return for each object its dominator, {@link HeapDump#NONE}, or {@link #UNREACHED}} */
    Ints table() {
        return table;
    }

    /** {@return room for an int for each object, of any content} */
    Ints room() {
        if (room == null) {
            room = graph.table();
        }
        return room;
    }

    private boolean found(Thinning thinning) {
        thinning.begin();
        try (var tree = search(thinning.left())) {
            return thinning.putBack(tree, room());
        }
    }

    /** {@return the search over all whose state is 0, with their dominators in the table} */
    private SearchTree search(int left) {
        var tree = new SearchTree(graph, left, roots);
        try {
            for (int object = 0; object < graph.objects(); object++) {
                if (graph.state(object) == 0) {
                    table.set(object, UNREACHED);
                }
            }
            LengauerTarjan.run(tree, table);
            return tree;
        } catch (RuntimeException | Error failed) {
            tree.close();
            throw failed;
        }
    }

    /** What was peeled is reached when its holder is; an object's state is positive when it is known to be reached. */
    private void putBackPeeled() {
        for (int object = 0; object < graph.objects(); object++) {
            if (graph.state(object) == Peeling.PEELED) {
                table.set(object, table.get(object) - 1);
            }
        }
        for (int object = 0; object < graph.objects(); object++) {
            if (graph.state(object) == Peeling.PEELED && table.get(object) != UNREACHED) {
                putBack(object);
            }
        }
    }

    private void putBack(int object) {
        int top = object;
        while (graph.state(top) == Peeling.PEELED && table.get(top) != UNREACHED) {
            top = table.get(top);
        }
        boolean reached = graph.state(top) > 0;
        int step = object;
        while (step != top) {
            int next = table.get(step);
            if (reached) {
                graph.state(step, 1);
            } else {
                table.set(step, UNREACHED);
            }
            step = next;
        }
    }
}
