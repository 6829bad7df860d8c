package io.memcmp.analysis.layout;

/**
 * Where the bytes of one object go.
 *
 * @param header mark and class word, for an array also its length
 * @param references bytes in references
 * @param primitives bytes in primitive fields or array elements
 * @param padding bytes lost to alignment, between fields and at the end
 */
public record ObjectLayout(int header, long references, long primitives, long padding) {
    /** {@return the shallow size, bytes} */
    public long size() {
        return header + references + primitives + padding;
    }
}
