package io.memcmp.analysis.heapdump;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Many longs, zero at first, outside of the Java heap: given back at once, and not copied by a collector meanwhile. */
final class Longs implements AutoCloseable {
    private final Arena arena = Arena.ofConfined();
    private final MemorySegment cells;

    Longs(long length) {
        cells = arena.allocate(Math.max(1, length) * Long.BYTES, Long.BYTES);
    }

    long get(long index) {
        return cells.getAtIndex(ValueLayout.JAVA_LONG, index);
    }

    void set(long index, long value) {
        cells.setAtIndex(ValueLayout.JAVA_LONG, index, value);
    }

    long length() {
        return cells.byteSize() / Long.BYTES;
    }

    @Override
    public void close() {
        arena.close();
    }
}
