package io.memcmp.analysis.pause;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whole stops, without an object for any of them: some recordings hold millions. Nanoseconds. */
final class Stops {
    private static final int SMALLEST = 256;

    private final Map<String, Integer> numbers = new HashMap<>();
    private final List<String> operations = new ArrayList<>();
    private long[] begins = new long[SMALLEST];
    private long[] ends = new long[SMALLEST];
    private long[] reaching = new long[SMALLEST];
    private int[] operation = new int[SMALLEST];
    private int size;

    void add(long begin, long end, long toReach, String forWhat) {
        if (size == begins.length) {
            int larger = size + size / 2;
            begins = Arrays.copyOf(begins, larger);
            ends = Arrays.copyOf(ends, larger);
            reaching = Arrays.copyOf(reaching, larger);
            operation = Arrays.copyOf(operation, larger);
        }
        begins[size] = begin;
        ends[size] = end;
        reaching[size] = toReach;
        operation[size] = numbers.computeIfAbsent(forWhat, name -> {
            operations.add(name);
            return operations.size() - 1;
        });
        size++;
    }

    int size() {
        return size;
    }

    long begin(int stop) {
        return begins[stop];
    }

    long end(int stop) {
        return ends[stop];
    }

    long nanos(int stop) {
        return ends[stop] - begins[stop];
    }

    long reaching(int stop) {
        return reaching[stop];
    }

    /** Which of {@link #operations} it was. */
    int operation(int stop) {
        return operation[stop];
    }

    List<String> operations() {
        return operations;
    }
}
