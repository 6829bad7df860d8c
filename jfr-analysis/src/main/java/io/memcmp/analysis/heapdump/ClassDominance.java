package io.memcmp.analysis.heapdump;

/**
 * What the instances of each class dominate. The dominator tree is walked from the roots; an instance below another of its
 * class adds nothing, since its bytes are among that one's. An object's state in the graph is one more than the first that
 * it dominates, meanwhile.
 */
final class ClassDominance {
    /** Instead of one more than an object's number. */
    private static final int NOBODY = 0;

    private final long[] bytes;
    private final int[] instances;

    private ClassDominance(long[] bytes, int[] instances) {
        this.bytes = bytes;
        this.instances = instances;
    }

    /** {@return by class the bytes that its instances dominate} */
    long[] bytes() {
        return bytes.clone();
    }

    /** {@return by class its instances that no other of it dominates} */
    int[] instances() {
        return instances.clone();
    }

    static ClassDominance of(ReachedGraph reached, int classes) {
        var graph = reached.graph();
        var siblings = graph.table();
        int first = NOBODY;
        for (int object = 0; object < graph.objects(); object++) {
            graph.state(object, NOBODY);
        }
        for (int object = graph.objects() - 1; object >= 0; object--) {
            int dominator = reached.dominators().get(object);
            if (dominator >= 0) {
                siblings.set(object, graph.state(dominator));
                graph.state(dominator, object + 1);
            } else if (dominator == HeapDump.NONE) {
                siblings.set(object, first);
                first = object + 1;
            }
        }
        var walk = new Walk(reached, siblings, classes);
        walk.run(first - 1);
        graph.giveBack(siblings);
        return new ClassDominance(walk.bytes, walk.instances);
    }

    /** A walk without a stack: up goes the way of the dominators. */
    private static final class Walk {
        private final ReachedGraph reached;
        private final Ints siblings; // one more than the next
        private final int[] open; // by class: how many of the objects above are of it
        private final long[] bytes;
        private final int[] instances;

        private Walk(ReachedGraph reached, Ints siblings, int classes) {
            this.reached = reached;
            this.siblings = siblings;
            open = new int[classes];
            bytes = new long[classes];
            instances = new int[classes];
        }

        private void run(int first) {
            int object = first;
            while (object >= 0) {
                enter(object);
                int next = reached.graph().state(object) - 1;
                while (next < 0 && object >= 0) {
                    open[reached.graph().classOf(object)]--;
                    next = siblings.get(object) - 1;
                    object = reached.dominators().get(object);
                }
                object = next;
            }
        }

        private void enter(int object) {
            int ofClass = reached.graph().classOf(object);
            if (open[ofClass]++ == 0) {
                bytes[ofClass] += reached.retained().get(object);
                instances[ofClass]++;
            }
        }
    }
}
