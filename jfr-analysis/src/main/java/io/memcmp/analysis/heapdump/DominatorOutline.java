package io.memcmp.analysis.heapdump;

/**
 * All objects of a dump, gathered along the dominator tree: what retains much stands by itself, the rest by class under
 * what dominates it. Made in two passes over the objects, with four bytes for each, and needed by all that speaks of
 * dominators; does not need the dump once it is made.
 */
public final class DominatorOutline {
    private DominatorOutline() {}

    /**
     * {@return the outline of a dump}
     *
     * @param dump read with its retained sizes
     */
    public static DominatorOutline of(HeapDump dump) {
        throw new UnsupportedOperationException();
    }
}
