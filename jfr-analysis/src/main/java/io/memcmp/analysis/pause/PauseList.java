package io.memcmp.analysis.pause;

import io.memcmp.analysis.LongRows;
import java.time.Duration;
import java.time.Instant;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** Pauses. One is made when it is asked for; whoever made the rows adds none any more. */
final class PauseList extends AbstractList<Pause> implements RandomAccess {
    static final int START = 0;
    static final int NANOS = 1;
    static final int GC_ID = 2;
    static final int NAME = 3;
    static final int COLUMNS = 4;

    private final LongRows pauses;
    private final int[] rows;
    private final List<String> names;

    PauseList(LongRows pauses, int[] rows, List<String> names) {
        this.pauses = pauses;
        this.rows = rows;
        this.names = List.copyOf(names);
    }

    @Override
    public Pause get(int index) {
        int row = rows[index];
        return new Pause(
                pauses.get(row, GC_ID),
                names.get((int) pauses.get(row, NAME)),
                Instant.ofEpochSecond(0, pauses.get(row, START)),
                Duration.ofNanos(pauses.get(row, NANOS)));
    }

    @Override
    public int size() {
        return rows.length;
    }
}
