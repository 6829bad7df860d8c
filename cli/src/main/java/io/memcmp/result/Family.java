package io.memcmp.result;

/** Which question a metric belongs to. */
public enum Family {
    /** How long the program took. */
    TIME,
    /** How long it was held up. */
    PAUSE,
    /** What collection cost in CPU. */
    GC_CPU,
    /** What the program allocated. */
    ALLOCATION,
    /** How much memory it took. */
    MEMORY,
    /** What its objects cost beyond their data. */
    OBJECT
}
