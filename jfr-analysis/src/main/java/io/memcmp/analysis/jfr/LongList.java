package io.memcmp.analysis.jfr;

import java.util.Arrays;

/** Numbers in a row, without an object for each. */
final class LongList {
    private long[] elements = new long[64];
    private int size;

    void add(long element) {
        if (size == elements.length) {
            elements = Arrays.copyOf(elements, size * 2);
        }
        elements[size++] = element;
    }

    long get(int index) {
        return elements[index];
    }

    int size() {
        return size;
    }

    void clear() {
        size = 0;
    }
}
