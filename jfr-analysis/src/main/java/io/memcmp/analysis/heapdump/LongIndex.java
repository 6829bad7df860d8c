package io.memcmp.analysis.heapdump;

import java.util.Arrays;

/** Numbers for identifiers: open addressing, doubled when half full. */
final class LongIndex {
    static final int ABSENT = -1;

    /** For each identifier: a quarter of the places is taken just after it grew, and while it does the old ones are there. */
    static final int MOST_BYTES = (4 + 2) * (Long.BYTES + Integer.BYTES);

    private long[] keys = new long[64];
    private int[] values = new int[64];
    private int size;

    LongIndex() {
        Arrays.fill(values, ABSENT);
    }

    int get(long key) {
        int mask = keys.length - 1;
        for (int slot = slot(key, mask); values[slot] != ABSENT; slot = (slot + 1) & mask) {
            if (keys[slot] == key) {
                return values[slot];
            }
        }
        return ABSENT;
    }

    /** @param value not negative */
    void put(long key, int value) {
        if (size * 2 >= keys.length) {
            grow();
        }
        int mask = keys.length - 1;
        int slot = slot(key, mask);
        while (values[slot] != ABSENT) {
            if (keys[slot] == key) {
                values[slot] = value;
                return;
            }
            slot = (slot + 1) & mask;
        }
        keys[slot] = key;
        values[slot] = value;
        size++;
    }

    int size() {
        return size;
    }

    /** {@return all keys, for indexes whose keys are ints} */
    int[] keys() {
        var all = new int[size];
        int count = 0;
        for (int i = 0; i < keys.length; i++) {
            if (values[i] != ABSENT) {
                all[count++] = Math.toIntExact(keys[i]);
            }
        }
        return all;
    }

    private static int slot(long key, int mask) {
        return (int) Mixing.mix(key) & mask;
    }

    private void grow() {
        var oldKeys = keys;
        var oldValues = values;
        keys = new long[oldKeys.length * 2];
        values = new int[oldKeys.length * 2];
        Arrays.fill(values, ABSENT);
        size = 0;
        for (int i = 0; i < oldKeys.length; i++) {
            if (oldValues[i] != ABSENT) {
                put(oldKeys[i], oldValues[i]);
            }
        }
    }
}
