package io.memcmp.analysis.allocation;

import java.util.Arrays;

/** Bytes by pairs of numbers. */
final class PairSums {
    private final PairTable pairs = new PairTable();
    private long[] bytes = new long[64];

    void add(long first, long second, long more) {
        int number = pairs.number(first, second);
        if (number == bytes.length) {
            bytes = Arrays.copyOf(bytes, 2 * number);
        }
        bytes[number] = Names.sum(bytes[number], more);
    }

    int size() {
        return pairs.size();
    }

    long first(int number) {
        return pairs.first(number);
    }

    long second(int number) {
        return pairs.second(number);
    }

    long bytes(int number) {
        return bytes[number];
    }

    void clear() {
        Arrays.fill(bytes, 0, pairs.size(), 0);
        pairs.clear();
    }
}
