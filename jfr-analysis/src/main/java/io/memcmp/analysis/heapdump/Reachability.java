package io.memcmp.analysis.heapdump;

/** How an object is reached from the roots. */
public enum Reachability {
    /** By ordinary references alone: nothing but a change in the program frees it. */
    STRONG,
    /** Only through the referent of a soft, weak, phantom or final reference: the collector may free it. */
    WEAK_ONLY,
    /** Not at all: garbage that was in the heap when the dump was written. */
    UNREACHABLE
}
