package io.memcmp.analysis.heapdump;

import java.io.IOException;

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
    private final Ranges ranges;
    private final Ints table;

    private Dominators(ObjectGraph graph, int[] roots, Ranges ranges) {
        this.graph = graph;
        this.roots = roots;
        this.ranges = ranges;
        this.table = graph.holders();
    }

    /** {@return those of a graph} Their table takes the place of the graph's holders, which are gone then. */
    static Dominators of(ObjectGraph graph, int[] roots, Ranges ranges) throws IOException {
        var dominators = new Dominators(graph, roots, ranges);
        int left = Peeling.of(graph);
        var thinning = new Thinning(graph, left);
        if (!thinning.isWorthIt() || !dominators.found(thinning)) {
            if (thinning.left() < left) {
                dominators.takeBack();
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

    private void takeBack() {
        for (int object = 0; object < graph.objects(); object++) {
            if (graph.state(object) != Peeling.PEELED) {
                graph.state(object, 0);
            }
        }
    }

    private boolean found(Thinning thinning) throws IOException {
        thinning.begin();
        var tree = search(thinning.left());
        boolean all = thinning.putBack();
        if (all) {
            tree.close();
        }
        return all;
    }

    /** Puts the dominators of all whose state is 0 into the table; their state is how many dominate them then. */
    private SearchTree search(int left) throws IOException {
        var tree = new SearchTree(graph, left, roots, ranges);
        LengauerTarjan.run(tree);
        ranges.run((from, to) -> number(tree, from, to));
        ranges.run((from, to) -> fill(tree, from, to));
        return tree;
    }

    private void number(SearchTree tree, int from, int to) {
        for (int object = from; object < to; object++) {
            if (graph.state(object) > 0) {
                int number = tree.number(object);
                graph.state(object, number);
                if (number == 0) {
                    table.set(object, UNREACHED);
                } else {
                    tree.object(number, object);
                }
            }
        }
    }

    private void fill(SearchTree tree, int from, int to) {
        for (int object = from; object < to; object++) {
            int number = graph.state(object);
            if (number > 0) {
                table.set(object, tree.dominator(number));
                graph.state(object, tree.depth(number));
            }
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
