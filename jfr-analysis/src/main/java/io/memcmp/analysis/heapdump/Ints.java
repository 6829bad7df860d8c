package io.memcmp.analysis.heapdump;

import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/**
 * Many ints, zero at first, which are given back before whoever has them is. In the Java heap: memory segments outside of
 * it cost 20 % more time, since most loops over them run once and spend much of that before the second compiler is done.
 */
final class Ints implements AutoCloseable {
    /** No array of the virtual machine is longer. */
    static final long MOST = Integer.MAX_VALUE - 8L;

    private static final int WORTH_A_THREAD = 1 << 22;
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

    /**
     * {@return several of them, made at once: most of the time is that of the system, which has to find the memory}
     *
     * @throws ArithmeticException when an array cannot have so many
     * @throws IOException when it was interrupted
     */
    static List<Ints> several(long... lengths) throws IOException {
        if (Arrays.stream(lengths).allMatch(length -> length < WORTH_A_THREAD)) {
            return Arrays.stream(lengths).mapToObj(Ints::new).toList();
        }
        var made = new Ints[lengths.length];
        var tasks = new ArrayList<Together.Task>();
        for (int i = 0; i < lengths.length; i++) {
            int place = i;
            tasks.add(() -> made[place] = new Ints(lengths[place]));
        }
        Together.run(tasks);
        return List.of(made);
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
