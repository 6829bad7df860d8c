package io.memcmp.analysis.leak;

import io.memcmp.analysis.jvm.CollectorKind;

/**
 * How much of the heap after a collection is not alive, at most, and how full a heap can become. Both were measured on programs that
 * know their live set, on JDK 17 and 25; docs/metrics.md has the figures.
 */
final class Garbage {
    private Garbage() {}

    /**
     * {@return the share of what a look shows that may be garbage, which may come or go from look to look} Concurrent collectors let
     * float what died while they marked, and leave regions that are nearly full of live objects; less of both as the heap fills.
     *
     * @param collector which one
     */
    static double share(CollectorKind collector) {
        return switch (collector) {
            case SERIAL, PARALLEL, EPSILON, UNKNOWN -> 0;
            case G1, ZGC -> 0.2;
            case SHENANDOAH -> 0.5;
        };
    }

    /**
     * {@return the share of the largest heap that live objects can fill before a program fails, at least} Parallel keeps a third for
     * young objects.
     *
     * @param collector which one
     */
    static double usable(CollectorKind collector) {
        return switch (collector) {
            case PARALLEL -> 2.0 / 3;
            case SERIAL, G1, ZGC, SHENANDOAH, EPSILON, UNKNOWN -> 0.9;
        };
    }
}
