package io.memcmp.analysis.heapdump;

import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;

/** Many ints, zero at first, outside of the Java heap: given back at once, and not copied by a collector meanwhile. */
final class Ints implements AutoCloseable {
    private final Arena arena = Arena.ofConfined();
    private final MemorySegment cells;

    Ints(long length) {
        cells = arena.allocate(Math.max(1, length) * Integer.BYTES, Long.BYTES);
    }

    int get(long index) {
        return cells.getAtIndex(ValueLayout.JAVA_INT, index);
    }

    void set(long index, int value) {
        cells.setAtIndex(ValueLayout.JAVA_INT, index, value);
    }

    void fill(int value) {
        long length = length();
        for (long i = 0; i < length; i++) {
            set(i, value);
        }
    }

    long length() {
        return cells.byteSize() / Integer.BYTES;
    }

    @Override
    public void close() {
        arena.close();
    }
}
