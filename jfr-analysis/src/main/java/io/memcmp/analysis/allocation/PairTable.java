package io.memcmp.analysis.allocation;

import java.util.Arrays;

/** Numbers pairs of numbers from 0 on, in the order in which they come, without an object for any of them. */
final class PairTable {
    private static final int FREE = -1;
    private static final int SMALLEST = 64;

    private long[] firsts = new long[SMALLEST];
    private long[] seconds = new long[SMALLEST];
    private int[] slots = slots(4 * SMALLEST);
    private int size;

    private static int[] slots(int count) {
        var slots = new int[count];
        Arrays.fill(slots, FREE);
        return slots;
    }

    int size() {
        return size;
    }

    long first(int number) {
        return firsts[number];
    }

    long second(int number) {
        return seconds[number];
    }

    /** The pair's number; negative where it has none. */
    int find(long first, long second) {
        return slots[slot(first, second)];
    }

    /** The pair's number, a new one where it has none. */
    int number(long first, long second) {
        int slot = slot(first, second);
        if (slots[slot] != FREE) {
            return slots[slot];
        }
        if (size == firsts.length) {
            grow();
            slot = slot(first, second);
        }
        firsts[size] = first;
        seconds[size] = second;
        slots[slot] = size;
        return size++;
    }

    /** Where the pair is, or would be; at most half of the slots are taken. */
    private int slot(long first, long second) {
        int mask = slots.length - 1;
        int slot = hash(first, second) & mask;
        while (slots[slot] != FREE && (firsts[slots[slot]] != first || seconds[slots[slot]] != second)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private static int hash(long first, long second) {
        long mixed = (first * 0x9e3779b97f4a7c15L ^ second) * 0xbf58476d1ce4e5b9L;
        return (int) (mixed >>> 32) ^ (int) mixed;
    }

    private void grow() {
        firsts = Arrays.copyOf(firsts, 2 * size);
        seconds = Arrays.copyOf(seconds, 2 * size);
        slots = slots(2 * slots.length);
        for (int number = 0; number < size; number++) {
            slots[slot(firsts[number], seconds[number])] = number;
        }
    }

    void clear() {
        size = 0;
        Arrays.fill(slots, FREE);
    }
}
