package io.memcmp.analysis.heapdump;

/** Follows references from a few objects to all that they lead to. */
final class Reaching {
    private final ObjectGraph graph;
    private final Bits marked;
    private final IntStack waiting = new IntStack();

    Reaching(ObjectGraph graph) {
        this.graph = graph;
        this.marked = new Bits(graph.objects());
    }

    /** {@return what only soft, weak, phantom and final references lead to} */
    static Bits weakly(ObjectGraph graph, Ints dominators) {
        var reaching = new Reaching(graph);
        var pairs = graph.weak();
        var referents = new LongIndex();
        for (int i = 0; i < pairs.size(); i += 2) {
            referents.put(pairs.get(i), pairs.get(i + 1));
        }
        for (int i = 0; i < pairs.size(); i += 2) {
            if (dominators.get(pairs.get(i)) != Dominators.UNREACHED) {
                reaching.mark(pairs.get(i + 1), dominators);
            }
        }
        while (reaching.waiting.size() > 0) {
            int object = reaching.waiting.pop();
            int referent = referents.get(object);
            if (referent != LongIndex.ABSENT) {
                reaching.mark(referent, dominators);
            }
            reaching.each(object, target -> reaching.mark(target, dominators));
        }
        return reaching.marked;
    }

    private void mark(int object, Ints dominators) {
        if (dominators.get(object) == Dominators.UNREACHED && !marked.get(object)) {
            marked.set(object);
            waiting.push(object);
        }
    }

    /**
     * {@return bytes that are reached only through objects of some classes, theirs among them}
     *
     * @param without by class whether its objects are taken away
     */
    static long retained(HeapDump dump, ObjectGraph graph, int[] roots, boolean[] without) {
        var reaching = new Reaching(graph);
        long left = 0;
        for (int root : roots) {
            reaching.mark(root, without);
        }
        while (reaching.waiting.size() > 0) {
            int object = reaching.waiting.pop();
            left += dump.sizeOf(object);
            reaching.each(object, target -> reaching.mark(target, without));
        }
        return dump.total(Reachability.STRONG).bytes() - left;
    }

    private void mark(int object, boolean[] without) {
        if (!marked.get(object) && !without[graph.classOf(object)]) {
            marked.set(object);
            waiting.push(object);
        }
    }

    private void each(int object, java.util.function.IntConsumer to) {
        eachReference(graph, object, to);
    }

    static void eachReference(ObjectGraph graph, int object, java.util.function.IntConsumer to) {
        int place = graph.start(object);
        boolean more = place >= 0;
        while (more) {
            int entry = graph.entry(place++);
            more = entry >= 0;
            to.accept(more ? entry : ~entry);
        }
    }
}
