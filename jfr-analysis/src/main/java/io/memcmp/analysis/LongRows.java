package io.memcmp.analysis;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.LongPredicate;
import java.util.stream.IntStream;

/** Rows of whole numbers, without an object for any of them: a recording may hold hundreds of thousands of collections. */
public final class LongRows {
    /** Rows are added block by block: nothing is copied to grow. */
    private static final int BLOCK = 1 << 10;

    private final int width;
    private final List<long[]> blocks = new ArrayList<>();
    private int size;

    /**
     * Starts with none.
     *
     * @param width how many numbers each has
     */
    public LongRows(int width) {
        this.width = width;
    }

    /**
     * Adds one.
     *
     * @param row its numbers
     */
    public void add(long... row) {
        if (size % BLOCK == 0) {
            blocks.add(new long[BLOCK * width]);
        }
        System.arraycopy(row, 0, blocks.getLast(), size % BLOCK * width, width);
        size++;
    }

    /** {@return how many there are} */
    public int size() {
        return size;
    }

    /**
     * {@return a number}
     *
     * @param row of which row, the first is 0
     * @param column which of its numbers, the first is 0
     */
    public long get(int row, int column) {
        return blocks.get(row / BLOCK)[row % BLOCK * width + column];
    }

    /**
     * {@return the rows that are wanted, in the order of one of their numbers; equal ones in the order in which they came}
     *
     * @param column which number
     * @param wanted whether a row with that number is
     */
    public int[] ascending(int column, LongPredicate wanted) {
        var rows = IntStream.range(0, size)
                .filter(row -> wanted.test(get(row, column)))
                .toArray();
        boolean ordered =
                IntStream.range(1, rows.length).allMatch(i -> get(rows[i - 1], column) <= get(rows[i], column));
        return ordered
                ? rows
                : IntStream.of(rows)
                        .boxed()
                        .sorted(Comparator.comparingLong(row -> get(row, column)))
                        .mapToInt(Integer::intValue)
                        .toArray();
    }
}
