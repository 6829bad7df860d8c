package io.memcmp.analysis.census;

/**
 * What the bytes of some objects are spent on.
 *
 * @param header mark and class words, and the lengths of arrays
 * @param references fields and elements that refer to objects
 * @param payload fields and elements of primitive types: the data itself
 * @param padding lost to alignment, between fields and at the end of objects
 * @param hidden fields that the virtual machine adds to some classes of its own, and whatever no record of the dump explains
 */
public record Parts(long header, long references, long payload, long padding, long hidden) {
    /** No bytes. */
    public static final Parts NONE = new Parts(0, 0, 0, 0, 0);

    /** {@return all together} */
    public long bytes() {
        return header + references + payload + padding + hidden;
    }

    /** {@return what is not payload} */
    public long overhead() {
        return bytes() - payload;
    }

    /**
     * {@return both together}
     *
     * @param other to add
     */
    public Parts plus(Parts other) {
        return new Parts(
                header + other.header,
                references + other.references,
                payload + other.payload,
                padding + other.padding,
                hidden + other.hidden);
    }

    /**
     * {@return these without others that are among them}
     *
     * @param other to take away
     */
    public Parts minus(Parts other) {
        return new Parts(
                header - other.header,
                references - other.references,
                payload - other.payload,
                padding - other.padding,
                hidden - other.hidden);
    }
}
