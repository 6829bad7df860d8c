package io.memcmp.analysis.heapdump;

/** What is known of a dump whose references were read; closing it gives its memory back. */
record ReachedGraph(ObjectGraph graph, Roots roots, Ints dominators, RetainedSizes retained, Bits weak)
        implements AutoCloseable {
    @Override
    public void close() {
        graph.close(); // the dominators stand in a table of it
        retained.close();
    }

    Reachability reachability(int object) {
        return reachability(object, dominators, weak);
    }

    static Reachability reachability(int object, Ints dominators, Bits weak) {
        if (dominators.get(object) != Dominators.UNREACHED) {
            return Reachability.STRONG;
        }
        return weak.get(object) ? Reachability.WEAK_ONLY : Reachability.UNREACHABLE;
    }
}
