package io.memcmp.analysis;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.Comparator;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class LongRowsTest {
    @Test
    void rowsKeepTheirNumbersAndAreOrderedByOneOfThem() {
        var rows = new LongRows(2);
        var random = new Random(7);
        var first = random.longs(5_000, -50, 50).toArray();
        for (int row = 0; row < first.length; row++) {
            rows.add(first[row], row);
        }
        assertEquals(first.length, rows.size());
        var expected = IntStream.range(0, first.length)
                .filter(row -> first[row] > 0)
                .boxed()
                .sorted(Comparator.comparingLong(row -> first[row]))
                .mapToInt(Integer::intValue)
                .toArray();
        assertArrayEquals(expected, rows.ascending(0, number -> number > 0));
        var inOrder = IntStream.range(0, first.length).toArray();
        assertArrayEquals(inOrder, rows.ascending(1, _ -> true));
        assertArrayEquals(
                inOrder,
                IntStream.of(inOrder).map(row -> (int) rows.get(row, 1)).toArray());
    }
}
