package io.memcmp.analysis.heapdump;

/** A file that is no heap dump, or one of which nothing can be read. */
public final class HeapDumpException extends Exception {
    private static final long serialVersionUID = 1;

    /**
     * A reason.
     *
     * @param reason what is wrong with the file, as half a sentence without its name
     */
    public HeapDumpException(String reason) {
        super(reason);
    }
}
