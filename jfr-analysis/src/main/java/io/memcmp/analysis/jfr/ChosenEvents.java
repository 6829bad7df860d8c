package io.memcmp.analysis.jfr;

import java.util.Arrays;

/** Where the chosen events of a chunk lie, without an object for each. */
final class ChosenEvents {
    private long[] offsets = new long[64];
    private int[] lengths = new int[64];
    private int[] kinds = new int[64];
    private int size;

    /** An event whose fields begin at that offset of the chunk. */
    void add(long offset, long length, int kind) {
        if (size == offsets.length) {
            offsets = Arrays.copyOf(offsets, size * 2);
            lengths = Arrays.copyOf(lengths, size * 2);
            kinds = Arrays.copyOf(kinds, size * 2);
        }
        offsets[size] = offset;
        // One of more bytes than an int counts fits into no memory, and is refused for that when its turn comes.
        lengths[size] = (int) Math.min(length, Integer.MAX_VALUE);
        kinds[size] = kind;
        size++;
    }

    long offset(int index) {
        return offsets[index];
    }

    int length(int index) {
        return lengths[index];
    }

    int kind(int index) {
        return kinds[index];
    }

    int size() {
        return size;
    }

    boolean isEmpty() {
        return size == 0;
    }

    void clear() {
        size = 0;
    }
}
