package io.memcmp.analysis.heap;

import io.memcmp.analysis.LongRows;
import io.memcmp.analysis.heap.HeapProfile.Point;
import java.time.Instant;
import java.util.AbstractList;
import java.util.RandomAccess;

/** The heap from instant to instant. A point is made when it is asked for; whoever made the rows adds none any more. */
final class Timeline extends AbstractList<Point> implements RandomAccess {
    static final int AT = 0;
    static final int USED = 1;
    static final int COMMITTED = 2;
    static final int AFTER_GC = 3;
    static final int COLUMNS = 4;

    private final LongRows points;
    private final int[] rows;

    Timeline(LongRows points, int[] rows) {
        this.points = points;
        this.rows = rows;
    }

    @Override
    public Point get(int index) {
        int row = rows[index];
        return new Point(
                Instant.ofEpochSecond(0, points.get(row, AT)),
                points.get(row, USED),
                points.get(row, COMMITTED),
                points.get(row, AFTER_GC) != 0);
    }

    @Override
    public int size() {
        return rows.length;
    }
}
