package io.memcmp.analysis.heapdump;

/** A mark for each object. */
final class Bits {
    private final long[] words;

    Bits(int size) {
        words = new long[(size >>> 6) + 1];
    }

    boolean get(int index) {
        return (words[index >>> 6] >>> index & 1) != 0;
    }

    void set(int index) {
        words[index >>> 6] |= 1L << index;
    }
}
