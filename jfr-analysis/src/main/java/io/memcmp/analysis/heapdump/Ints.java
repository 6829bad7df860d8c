package io.memcmp.analysis.heapdump;

import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.Arrays;

/**
 * Many ints, zero at first, which are given back before whoever has them is. In the Java heap: memory segments outside of
 * it cost 20 % more time, since most loops over them run once and spend much of that before the second compiler is done.
 */
final class Ints implements AutoCloseable {
    /** No array of the virtual machine is longer. */
    static final long MOST = Integer.MAX_VALUE - 8L;

    private static final VarHandle CELLS = MethodHandles.arrayElementVarHandle(int[].class);
    private static final int[] NONE = {};

    private int[] cells;

    /**
     * Makes room.
     *
     * @throws ArithmeticException when an array cannot have so many
     */
    Ints(long length) {
        if (length > MOST) {
            throw new ArithmeticException("more than 2^31");
        }
        cells = new int[(int) Math.max(1, length)];
    }

    int get(int index) {
        return cells[index];
    }

    void set(int index, int value) {
        cells[index] = value;
    }

    void add(int index, int value) {
        cells[index] += value;
    }

    /** Sets it where it still has the value that was seen, whatever other threads do; returns whether it had. */
    boolean replace(int index, int seen, int value) {
        return CELLS.compareAndSet(cells, index, seen, value);
    }

    void fill(int value) {
        Arrays.fill(cells, value);
    }

    int length() {
        return cells.length;
    }

    @Override
    public void close() {
        cells = NONE;
    }
}
