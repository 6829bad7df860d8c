package io.memcmp.analysis.heapdump;

/** How an object is reached from the roots. */
public enum Reachability {
    /** By references that count: ordinary ones, or all where all were asked for. */
    STRONG,
    /** Only through the referent of a soft, weak, phantom or final reference: the collector may free it. */
    WEAK_ONLY,
    /**
     * By nothing that the dump tells. Garbage, or held by what HotSpot leaves out of its dumps: the fields of class objects,
     * with reflection data, annotations and the constants of enumerations.
     */
    UNREACHABLE
}
