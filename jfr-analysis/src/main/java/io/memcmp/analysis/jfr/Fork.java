package io.memcmp.analysis.jfr;

/**
 * A visitor's visitor of one chunk.
 *
 * @param whole whose
 * @param own visits the chunk
 * @param <V> its type
 */
record Fork<V extends EventVisitor>(ChunkedVisitor<V> whole, V own) {
    static <V extends EventVisitor> Fork<V> of(ChunkedVisitor<V> whole) {
        return new Fork<>(whole, whole.forChunk());
    }

    void merge() {
        whole.merge(own);
    }
}
