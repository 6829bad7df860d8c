package io.memcmp.analysis.jfr;

import java.util.Arrays;

/** Copies of the chosen events of a chunk that wait for their visitors, without an object for each. */
final class ChosenEvents {
    /** More do not wait: they are looked for again. */
    private static final int MOST_BYTES = Math.clamp(Runtime.getRuntime().maxMemory() / 32, 1 << 16, 16 << 20);

    private byte[] bytes = new byte[1 << 10];
    private long[] offsets = new long[64];
    private int[] ends = new int[64];
    private int[] kinds = new int[64];
    private int size;
    private int used;
    private boolean overflowed;

    /** Keeps an event that lies at that offset of its chunk, and whose fields are these bytes. */
    void add(int kind, long offset, byte[] source, int from, int to) {
        if (overflowed || to - from > MOST_BYTES - used) {
            overflowed = true;
            return;
        }
        if (size == offsets.length) {
            offsets = Arrays.copyOf(offsets, size * 2);
            ends = Arrays.copyOf(ends, size * 2);
            kinds = Arrays.copyOf(kinds, size * 2);
        }
        if (used + to - from + Cursor.PADDING > bytes.length) {
            bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, used + to - from + Cursor.PADDING));
        }
        System.arraycopy(source, from, bytes, used, to - from);
        used += to - from;
        offsets[size] = offset;
        ends[size] = used;
        kinds[size] = kind;
        size++;
    }

    /** Whether there were more than are kept. */
    boolean overflowed() {
        return overflowed;
    }

    byte[] bytes() {
        return bytes;
    }

    int begin(int index) {
        return index == 0 ? 0 : ends[index - 1];
    }

    int end(int index) {
        return ends[index];
    }

    long offset(int index) {
        return offsets[index];
    }

    int kind(int index) {
        return kinds[index];
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
        used = 0;
        overflowed = false;
    }
}
