package io.memcmp.analysis.jfr;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/** Goes from event to event of a chunk by their sizes, counts them, and notes where the ones lie that matter. */
final class EventWalk {
    /** Size and type: two numbers of at most nine bytes. */
    private static final int LONGEST_HEAD = 18;

    private static final int SLICE = 1 << 14;

    /** Each takes 16 bytes; a chunk of usual size has fewer. */
    private static final int MOST_CHOSEN = Math.clamp(Runtime.getRuntime().maxMemory() / 128, 1 << 12, 1 << 20);

    private final ChosenEvents chosen = new ChosenEvents();
    private final LongList checkpoints = new LongList();
    private final ByteWindow window;
    private @Nullable ChunkPlan plan;
    private boolean[] isChosen = {};
    private long[] counts = {};
    private long unknown;
    private boolean damaged;
    private boolean counting;
    private boolean overflowed;

    EventWalk(ByteWindow window) {
        this.window = window;
    }

    void begin(ChunkPlan chunk) {
        plan = chunk;
        isChosen = chunk.chosen();
        counts = new long[isChosen.length];
        unknown = 0;
        counting = true;
        overflowed = false;
        chosen.clear();
        checkpoints.clear();
    }

    /** Where chosen events lie. */
    ChosenEvents chosen() {
        return chosen;
    }

    /** Where events begin in which constants are written. */
    LongList checkpoints() {
        return checkpoints;
    }

    /** Whether there are more chosen events than {@link #chosen()} has: then they are found part by part, see {@link #again}. */
    boolean overflowed() {
        return overflowed;
    }

    /** Finds the chosen events again from there on, as many as are remembered; how far that went. */
    long again(long from, long to) throws IOException {
        counting = false;
        chosen.clear();
        return walk(from, to);
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
        while (offset < to) {
            int start = window.require(offset, Math.min(LONGEST_HEAD, to - offset));
            long base = window.base();
            // What begins close to the end of the bytes in memory waits until there are more.
            int stop = (int) (window.limit() >= to ? to - base : window.limit() - base - LONGEST_HEAD + 1);
            // In slices: a virtual machine replaces a method by its compiled one most easily where it is called.
            stop = Math.min(stop, start + SLICE);
            damaged = false;
            offset = base + walk(plan(), window.bytes(), start, stop, to - base);
            if (damaged || (!counting && chosen.size() >= MOST_CHOSEN)) {
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
            note(kinds.kindOf(type), position, at, size);
            if (size > stop - position) {
                return position + size;
            }
            position += (int) size;
        }
        return position;
    }

    private void note(int kind, int position, int fields, long size) {
        if (kind >= 0) {
            if (isChosen[kind]) {
                choose(kind, position, fields, size);
            }
            if (counting) {
                counts[kind]++;
            }
        } else if (!counting) {
            return; // all of this was noted the first time
        } else if (kind == ChunkPlan.CHECKPOINT) {
            checkpoints.add(window.base() + position);
        } else if (kind == ChunkPlan.UNKNOWN) {
            unknown++;
        }
    }

    private void choose(int kind, int position, int fields, long size) {
        if (!counting || chosen.size() < MOST_CHOSEN) {
            chosen.add(window.base() + fields, size - (fields - position), kind);
        } else {
            overflowed = true;
        }
    }

    private ChunkPlan plan() {
        if (plan == null) {
            throw new IllegalStateException("no chunk");
        }
        return plan;
    }
}
