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
    private long[] standing = new long[SMALLEST];
    private int[] operation = new int[SMALLEST];
    private int size;

    void add(long begin, long end, long toReach, long stood, String forWhat) {
        if (size == begins.length) {
            int larger = size + size / 2;
            begins = Arrays.copyOf(begins, larger);
            ends = Arrays.copyOf(ends, larger);
            reaching = Arrays.copyOf(reaching, larger);
            standing = Arrays.copyOf(standing, larger);
            operation = Arrays.copyOf(operation, larger);
        }
        begins[size] = begin;
        ends[size] = end;
        reaching[size] = toReach;
        standing[size] = stood;
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

    /** The part in which no thread of the program's ran: neither the way to it nor that out of it. */
    long standing(int stop) {
        return standing[stop];
    }

    /** {@return what the stops cover of a window, since it began} Those that lie across its ends are cut. */
    Spans spans(long from, long length) {
        return Spans.of(relative(begins, from), relative(ends, from), length);
    }

    private long[] relative(long[] instants, long from) {
        return Arrays.stream(instants, 0, size).map(instant -> instant - from).toArray();
    }

    /** Which of {@link #operations} it was. */
    int operation(int stop) {
        return operation[stop];
    }

    List<String> operations() {
        return operations;
    }
}
