package io.memcmp.analysis.jvm;

/** The collector that ran, as the recording's {@code jdk.GCConfiguration} tells it. */
public enum CollectorKind {
    /** Serial. */
    SERIAL,
    /** Parallel. */
    PARALLEL,
    /** G1. */
    G1,
    /** ZGC, of one or of two generations. */
    ZGC,
    /** Shenandoah, of one or of two generations. */
    SHENANDOAH,
    /** Epsilon, which never collects. */
    EPSILON,
    /** None that memcmp knows, or the recording does not tell. */
    UNKNOWN
}
