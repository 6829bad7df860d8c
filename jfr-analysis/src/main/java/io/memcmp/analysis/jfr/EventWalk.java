package io.memcmp.analysis.jfr;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Goes from event to event of a chunk by their sizes, counts them, and hands on the ones that matter. */
final class EventWalk {
    /** Size and type: two numbers of at most nine bytes. */
    private static final int LONGEST_HEAD = 18;

    private static final int SLICE = 1 << 14;

    private final LongList checkpoints = new LongList();
    private final ByteWindow window;
    private final Visit visit;
    private @Nullable ChunkPlan plan;
    private boolean[] isChosen = {};
    private long[] counts = {};
    private long unknown;
    private boolean damaged;
    private boolean counting;
    /** Of the chosen event that is not wholly in memory; 0 where there is none. */
    private long awaited;

    /**
     * Walks nothing yet.
     *
     * @param visit takes the chosen events
     */
    EventWalk(ByteWindow window, Visit visit) {
        this.window = window;
        this.visit = visit;
    }

    void begin(ChunkPlan chunk) {
        plan = chunk;
        counts = new long[chunk.chosen().length];
        unknown = 0;
        checkpoints.clear();
    }

    /**
     * What the next walks are for.
     *
     * @param first whether what they meet is counted, and not known from an earlier one
     * @param visiting whether chosen events are handed on
     */
    void pass(boolean first, boolean visiting) {
        counting = first;
        isChosen = visiting ? plan().chosen() : new boolean[counts.length];
    }

    /** Where events were met in which constants are written. */
    LongList checkpoints() {
        return checkpoints;
    }

    /** How often each event of the plan was met, by its number. */
    long[] counts() {
        return counts;
    }

    long unknown() {
        return unknown;
    }

    /** Walks from one offset towards another; where it stopped: at an event that makes no sense, if not at the end. */
    long walk(long from, long to) throws IOException {
        long offset = from;
        awaited = 0;
        while (offset < to) {
            if (awaited > 0 && !window.hasRoomFor(awaited)) {
                offset = leaveOut(offset);
                continue;
            }
            int start = window.require(offset, Math.min(Math.max(LONGEST_HEAD, awaited), to - offset), to - offset);
            awaited = 0;
            long base = window.base();
            // What begins close to the end of the bytes in memory waits until there are more.
            int stop = (int) (window.limit() >= to ? to - base : window.limit() - base - LONGEST_HEAD + 1);
            // In slices: a virtual machine replaces a method by its compiled one most easily where it is called.
            stop = Math.min(stop, start + SLICE);
            damaged = false;
            offset = base + walk(plan(), window.bytes(), start, stop, to - base);
            if (damaged) {
                return offset;
            }
        }
        return offset;
    }

    /** The same within the bytes in memory. Most of a large recording is read by this loop alone. */
    private long walk(ChunkPlan kinds, byte[] bytes, int from, int stop, long end) {
        int position = from;
        while (position < stop) {
            int at = position;
            long size = bytes[at++];
            if (size < 0) {
                size &= 0x7f;
                int shift = 7;
                byte next;
                do {
                    next = bytes[at++];
                    size |= (shift == 56 ? next & 0xffL : next & 0x7fL) << shift;
                    shift += 7;
                } while (next < 0 && shift <= 56);
            }
            long type = bytes[at++];
            if (type < 0) {
                type &= 0x7f;
                int shift = 7;
                byte next;
                do {
                    next = bytes[at++];
                    type |= (shift == 56 ? next & 0xffL : next & 0x7fL) << shift;
                    shift += 7;
                } while (next < 0 && shift <= 56);
            }
            if (size < at - position || size > end - position) {
                damaged = true;
                return position;
            }
            if (!passes(kinds.kindOf(type), position, at, size)) {
                return position;
            }
            if (size > stop - position) {
                return position + size;
            }
            position += (int) size;
        }
        return position;
    }

    /** Counts the event, and visits it where it is chosen; false where not all of a chosen one is in memory. */
    private boolean passes(int kind, int position, int fields, long size) {
        if (kind < 0) {
            note(kind, position);
            return true;
        }
        if (isChosen[kind] && !visits(kind, position, fields, size)) {
            return false;
        }
        if (counting) {
            counts[kind]++;
        }
        return true;
    }

    /** Whether all of the event is in memory; then it is visited. */
    private boolean visits(int kind, int position, int fields, long size) {
        if (size > window.filled() - position) {
            awaited = size;
            return false;
        }
        visit.take(kind, window.base() + position, window.bytes(), fields, position + (int) size);
        return true;
    }

    private void note(int kind, int position) {
        if (!counting) {
            return; // all of this was noted the first time
        }
        if (kind == ChunkPlan.CHECKPOINT) {
            checkpoints.add(window.base() + position);
        } else if (kind == ChunkPlan.UNKNOWN) {
            unknown++;
        }
    }

    /** Where the event behind the one ends that fits into no memory. */
    private long leaveOut(long offset) throws IOException {
        var head = window.glance(offset, LONGEST_HEAD);
        long end = offset + head.number();
        int kind = plan().kindOf(head.number());
        if (counting) {
            counts[kind]++;
        }
        visit.lost(offset, "holds an event that is one of " + awaited + " bytes, for which this memory is too small");
        awaited = 0;
        return end;
    }

    private ChunkPlan plan() {
        if (plan == null) {
            throw new IllegalStateException("no chunk");
        }
        return plan;
    }
}
