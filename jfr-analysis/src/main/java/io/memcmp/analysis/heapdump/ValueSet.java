package io.memcmp.analysis.heapdump;

/** Different numbers, in eight bytes times two to four each. */
final class ValueSet {
    private long[] slots = new long[1 << 4];
    private int taken;
    private boolean zero;

    void add(long value) {
        if (value == 0) {
            zero = true;
            return;
        }
        int slot = slot(value);
        if (slots[slot] == 0) {
            slots[slot] = value;
            if (2 * ++taken > slots.length) {
                grow();
            }
        }
    }

    long size() {
        return taken + (zero ? 1L : 0);
    }

    private int slot(long value) {
        int mask = slots.length - 1;
        int slot = (int) Mixing.mix(value) & mask;
        while (slots[slot] != 0 && slots[slot] != value) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void grow() {
        var before = slots;
        slots = new long[2 * before.length];
        for (long value : before) {
            if (value != 0) {
                slots[slot(value)] = value;
            }
        }
    }
}
