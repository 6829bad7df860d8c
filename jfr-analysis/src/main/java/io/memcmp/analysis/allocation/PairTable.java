package io.memcmp.analysis.allocation;

import java.util.Arrays;
import java.util.Random;

/** Numbers pairs of numbers from 0 on, in the order in which they come, without an object for any of them. */
final class PairTable {
    private static final int FREE = -1;
    private static final int SMALLEST = 64;
    private static final int NEIGHBOURS = 4;

    /** Another in every virtual machine: nobody can write a recording whose pairs all want the same slot. */
    private static final long SEED = new Random().nextLong();

    /** Both halves of a pair side by side, for they are looked at together. */
    private long[] pairs = new long[2 * SMALLEST];

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
        return pairs[2 * number];
    }

    long second(int number) {
        return pairs[2 * number + 1];
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
        if (2 * size == pairs.length) {
            grow();
            slot = slot(first, second);
        }
        pairs[2 * size] = first;
        pairs[2 * size + 1] = second;
        slots[slot] = size;
        return size++;
    }

    /** Where the pair is, or would be; at most half of the slots are taken. */
    private int slot(long first, long second) {
        int mask = slots.length - 1;
        int slot = hash(first, second) & mask;
        while (slots[slot] != FREE && (first(slots[slot]) != first || second(slots[slot]) != second)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    /** Stacks are numbered in sequence, and those that are close are met together: 16 of them share a cache line. */
    private static int hash(long first, long second) {
        int group = (int) mix(mix((first >>> NEIGHBOURS) ^ SEED) + second);
        return (group << NEIGHBOURS) | ((int) first & ((1 << NEIGHBOURS) - 1));
    }

    /** Every bit of the result depends on every bit given: the finaliser of MurmurHash3. */
    private static long mix(long bits) {
        long mixed = (bits ^ bits >>> 33) * 0xff51afd7ed558ccdL;
        mixed = (mixed ^ mixed >>> 33) * 0xc4ceb9fe1a85ec53L;
        return mixed ^ mixed >>> 33;
    }

    private void grow() {
        pairs = Arrays.copyOf(pairs, 4 * size);
        slots = slots(2 * slots.length);
        for (int number = 0; number < size; number++) {
            slots[slot(first(number), second(number))] = number;
        }
    }

    void clear() {
        size = 0;
        Arrays.fill(slots, FREE);
    }
}
