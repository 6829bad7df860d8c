package io.memcmp.analysis.jfr;

import java.util.Arrays;

/** Numbers under keys, without an object for either. Open addressing, at most half full. */
final class LongTable {
    static final int NONE = -1;

    /** Odd and not to be guessed: a recording made to collide under one multiplier does not under another. */
    private static final long MULTIPLIER = (System.nanoTime() * 0x9E3779B97F4A7C15L) | 1;

    private static final int SMALLEST = 64;

    private long[] keys = new long[SMALLEST];
    private int[] values = none(SMALLEST);
    private int size;

    private static int[] none(int length) {
        var values = new int[length];
        Arrays.fill(values, NONE);
        return values;
    }

    private int slot(long key) {
        int mask = keys.length - 1;
        // Ids are given in sequence, and those that are close are used together: eight of them share their cache lines.
        long group = key >>> 3;
        long mixed = (group ^ (group >>> 32)) * MULTIPLIER;
        int slot = (((int) (mixed ^ (mixed >>> 32)) << 3) | ((int) key & 7)) & mask;
        while (values[slot] != NONE && keys[slot] != key) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** The number under that key; {@link #NONE} where there is none. */
    int get(long key) {
        return values[slot(key)];
    }

    /** Puts a number, not negative, under a key that has none yet; whether it had none. */
    boolean putFirst(long key, int value) {
        if ((size + 1) * 2 > keys.length) {
            grow(); // before, so that what is put last can be taken back: no other key was placed in its sight
        }
        int slot = slot(key);
        if (values[slot] != NONE) {
            return false;
        }
        keys[slot] = key;
        values[slot] = value;
        size++;
        return true;
    }

    private void grow() {
        var oldKeys = keys;
        var oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = none(keys.length);
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != NONE) {
                int slot = slot(oldKeys[i]);
                keys[slot] = oldKeys[i];
                values[slot] = oldValues[i];
            }
        }
    }

    int size() {
        return size;
    }

    /** Takes back what was put last. */
    void undo(long key) {
        values[slot(key)] = NONE;
        size--;
    }

    void clear() {
        if (size > 0) {
            Arrays.fill(values, NONE);
            size = 0;
        }
    }
}
