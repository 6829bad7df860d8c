package io.memcmp.analysis.jfr;

/**
 * A visitor that sees every chunk with a visitor of its own, so that several chunks can be visited at a time. What these
 * saw is merged in the order of the chunks: the result is the same with any number of workers.
 *
 * @param <V> visits one chunk
 */
public interface ChunkedVisitor<V extends EventVisitor> extends EventVisitor {
    /**
     * {@return a visitor for one chunk} It is used by one thread at a time, and hears the end of its chunk; what it chooses
     * is not asked.
     */
    V forChunk();

    /**
     * Takes over what was seen in the next chunk. Always on the thread that reads.
     *
     * @param seen the visitor of that chunk, which has heard its end
     */
    void merge(V seen);

    /** Is not called: {@link #forChunk} gives those who visit. */
    @Override
    default void visit(Event event) {
        throw new IllegalStateException("visits chunk by chunk");
    }
}
