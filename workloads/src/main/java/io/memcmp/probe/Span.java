package io.memcmp.probe;

/** A span of the program's life that has begun. */
@FunctionalInterface
public interface Span {
    /** Ends it and writes it into the recording. */
    void end();
}
