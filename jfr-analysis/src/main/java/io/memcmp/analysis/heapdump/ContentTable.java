package io.memcmp.analysis.heapdump;

import java.util.Arrays;

/** Different contents of arrays, numbered from 0, each with how many arrays have it. */
final class ContentTable {
    private static final int SMALLEST = 1 << 8;
    private static final int FREE = -1;

    private long[] first = new long[SMALLEST];
    private long[] second = new long[SMALLEST];
    private int[] example = new int[SMALLEST];
    private int[] count = new int[SMALLEST];
    private int[] slots = slots(2 * SMALLEST);
    private int size;

    private static int[] slots(int length) {
        var slots = new int[length];
        Arrays.fill(slots, FREE);
        return slots;
    }

    int size() {
        return size;
    }

    /** The first array of a content. */
    int example(int content) {
        return example[content];
    }

    /** How many arrays have it. */
    int count(int content) {
        return count[content];
    }

    /** Counts an array; {@return the number of its content} */
    int add(ArrayHash hash, int array) {
        int slot = slot(hash.first(), hash.second());
        int content = slots[slot];
        if (content == FREE) {
            content = newContent(hash, array);
            slots[slot] = content;
            if (2 * size > slots.length) {
                rehash();
            }
        }
        count[content]++;
        return content;
    }

    private int newContent(ArrayHash hash, int array) {
        if (size == first.length) {
            first = Arrays.copyOf(first, 2 * size);
            second = Arrays.copyOf(second, 2 * size);
            example = Arrays.copyOf(example, 2 * size);
            count = Arrays.copyOf(count, 2 * size);
        }
        first[size] = hash.first();
        second[size] = hash.second();
        example[size] = array;
        return size++;
    }

    private int slot(long one, long other) {
        int mask = slots.length - 1;
        int slot = (int) Mixing.mix(one) & mask;
        while (slots[slot] != FREE && (first[slots[slot]] != one || second[slots[slot]] != other)) {
            slot = (slot + 1) & mask;
        }
        return slot;
    }

    private void rehash() {
        slots = slots(2 * slots.length);
        for (int content = 0; content < size; content++) {
            slots[slot(first[content], second[content])] = content;
        }
    }
}
