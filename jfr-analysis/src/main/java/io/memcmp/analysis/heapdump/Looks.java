package io.memcmp.analysis.heapdump;

/**
 * Looks at memory ahead of time, so that it is in a cache when it is needed: many looks at once wait together, and each
 * alone waits as long. What was seen is kept, or the compiler would leave the looks out as useless.
 */
final class Looks {
    private int seen;

    void saw(int value) {
        seen ^= value;
    }

    /** {@return nothing of use} */
    int seen() {
        return seen;
    }
}
