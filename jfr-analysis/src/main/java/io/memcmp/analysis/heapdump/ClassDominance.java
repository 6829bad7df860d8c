package io.memcmp.analysis.heapdump;

/**
 * What the instances of each class dominate. The dominator tree is walked from the roots; an instance below another of its
 * class adds nothing, since its bytes are among that one's.
 */
final class ClassDominance {
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
        int objects = reached.graph().objects();
        try (var children = new Ints(objects + 1L);
                var siblings = new Ints(objects)) {
            for (int object = objects - 1; object >= 0; object--) {
                int dominator = reached.dominators().get(object);
                if (dominator != Dominators.UNREACHED) {
                    siblings.set(object, children.get(dominator + 1));
                    children.set(dominator + 1, object + 1);
                }
            }
            var walk = new Walk(reached, children, siblings, classes);
            walk.run();
            return new ClassDominance(walk.bytes, walk.instances);
        }
    }

    /** A walk without a stack: up goes the way of the dominators. */
    private static final class Walk {
        private final ReachedGraph reached;
        private final Ints children; // one more than the first, at one more than the dominator
        private final Ints siblings; // one more than the next
        private final int[] open; // by class: how many of the objects above are of it
        private final long[] bytes;
        private final int[] instances;

        private Walk(ReachedGraph reached, Ints children, Ints siblings, int classes) {
            this.reached = reached;
            this.children = children;
            this.siblings = siblings;
            open = new int[classes];
            bytes = new long[classes];
            instances = new int[classes];
        }

        private void run() {
            int object = children.get(0) - 1;
            while (object >= 0) {
                enter(object);
                int next = children.get(object + 1) - 1;
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
