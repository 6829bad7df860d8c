package io.memcmp.analysis.jfr;

import java.io.IOException;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The constants of a chunk that its chosen events may refer to, copied out of it: they are few, but for stack traces, of
 * which only the frames are kept that may be asked for.
 */
final class ConstantPools {
    private static final long MEMORY = Runtime.getRuntime().maxMemory();

    /** A quarter of the memory; positions are ints. */
    private static final int MOST = (int) Math.min(Integer.MAX_VALUE - 64, MEMORY / 4);

    /** Beside its bytes, each takes some 50 more to be found again. */
    private static final long MOST_CONSTANTS = MEMORY / 256;

    /** Six numbers of at most nine bytes, a byte, and the number of the first type. */
    private static final int LONGEST_HEAD = 64;

    private final Map<Long, ConstantPool> pools = new HashMap<>();
    private final Cursor cursor = new Cursor();
    private byte[] copies = new byte[1 << 12];
    private int used;
    private long constants;
    private @Nullable ChunkPlan plan;

    /** Forgets all constants. */
    void begin(ChunkPlan chunk) {
        used = 0;
        constants = 0;
        if (plan != chunk) {
            plan = chunk;
            pools.clear();
            for (var type : chunk.pools()) {
                pools.put(type.id(), new ConstantPool(type, chunk.metadata().layout(type)));
            }
        } else {
            for (var pool : pools.values()) {
                pool.clear();
            }
        }
    }

    @Nullable
    ConstantPool pool(long type) {
        return pools.get(type);
    }

    @Nullable
    ConstantPool pool(String type) {
        for (var pool : pools.values()) {
            if (pool.type().name().equals(type)) {
                return pool;
            }
        }
        return null;
    }

    /** A cursor over the copies, at one of them. */
    Cursor at(int place) {
        return new Cursor().over(copies, place, used);
    }

    /** Copies the constants out of an event that holds some. */
    void scan(ByteWindow window, long offset, ChunkPlan chunk) throws IOException {
        var head = window.glance(offset, LONGEST_HEAD);
        long size = head.number();
        if (chunk.frames() == 0 && areStackTracesAlone(head, chunk)) {
            return; // half of a recording may be stack traces, each lot in an event of its own
        }
        int start = window.require(offset, size, size);
        cursor.over(window.bytes(), start, start + (int) size);
        cursor.skipNumber();
        int count = countTypes(cursor);
        for (int i = 0; i < count; i++) {
            scan(chunk, typeOf(cursor, chunk));
        }
        if (cursor.left() > 0) {
            throw new Malformed("does not end where its event does");
        }
    }

    private static boolean areStackTracesAlone(Cursor head, ChunkPlan chunk) {
        return countTypes(head) == 1 && typeOf(head, chunk).name().equals(TypeInfo.STACK_TRACE);
    }

    private static int countTypes(Cursor behindSize) {
        behindSize.skipNumbers(4); // type, start, duration, distance to the one before
        behindSize.skip(1); // what it was written for
        return behindSize.count(0);
    }

    private static TypeInfo typeOf(Cursor at, ChunkPlan chunk) {
        var type = chunk.metadata().type(at.number());
        if (type == null) {
            throw new Malformed("holds constants of a type that it does not describe");
        }
        return type;
    }

    private void scan(ChunkPlan chunk, TypeInfo type) {
        var layout = chunk.metadata().layout(type);
        var pool = pools.get(type.id());
        boolean stacks = pool != null && StackTraces.fits(type, layout);
        long count = cursor.number();
        if (count < 0 || count > cursor.left()) {
            throw new Malformed("counts more constants than it holds");
        }
        for (long i = 0; i < count; i++) {
            long id = cursor.number();
            if (pool == null || !pool.add(id, used)) {
                layout.skip(cursor);
            } else {
                copy(pool, id, stacks, chunk.frames());
            }
        }
    }

    private void copy(ConstantPool pool, long id, boolean stack, int frames) {
        int begin = used;
        try {
            if (++constants > MOST_CONSTANTS) {
                throw new Malformed("is one of more constants than fit into memory");
            }
            if (stack) {
                StackTraces.copy(cursor, pool.layout(), frames, this);
            } else {
                int from = cursor.position;
                pool.layout().skip(cursor);
                copy(from, cursor.position);
            }
        } catch (Malformed damage) {
            pool.undo(id); // else it would mean what is copied next
            used = begin;
            throw damage;
        }
    }

    /** Copies bytes of the event that is being scanned. */
    void copy(int from, int to) {
        room(to - from);
        System.arraycopy(cursor.bytes, from, copies, used, to - from);
        used += to - from;
    }

    /** Writes a byte of our own between the copies. */
    void write(int one) {
        room(1);
        copies[used++] = (byte) one;
    }

    private void room(int more) {
        if (copies.length - used < more + Cursor.PADDING) {
            if (more > MOST - used) {
                throw new Malformed("holds more constants than fit into memory");
            }
            copies = Arrays.copyOf(copies, (int)
                    Math.min(MOST, Math.max(copies.length * 2L, used + (long) more + Cursor.PADDING)));
        }
    }
}
