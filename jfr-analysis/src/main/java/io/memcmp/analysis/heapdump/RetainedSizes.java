package io.memcmp.analysis.heapdump;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * What each object retains: its own size and what those that it dominates retain. In units of eight bytes, of which every
 * size of an object is a multiple: four bytes for each object are enough for all heaps that compressed references can
 * address, and larger ones take four more.
 */
final class RetainedSizes implements AutoCloseable {
    private static final int UNIT_SHIFT = 3;
    private static final long LOW = 0xffff_ffffL;

    private final Ints low;
    private final @Nullable Ints high;

    private RetainedSizes(Ints low, @Nullable Ints high) {
        this.low = low;
        this.high = high;
    }

    /**
     * {@return by object the bytes it retains; 0 of what is not reached} The graph's states are lost.
     *
     * @param room for an int for each object, of any content
     * @param amounts counts the objects
     * @throws IOException when it was interrupted
     */
    static RetainedSizes of(ObjectGraph graph, Ints dominators, ReachedAmounts amounts, Ints room, Ranges ranges)
            throws IOException {
        long total = amounts.count(room, ranges);
        int objects = graph.objects();
        for (int object = 0; object < objects; object++) {
            int dominator = dominators.get(object);
            if (dominator >= 0) {
                graph.state(dominator, graph.state(dominator) + 1);
            }
        }
        var sizes = new RetainedSizes(room, total >>> UNIT_SHIFT > LOW ? new Ints(objects) : null);
        sizes.addUp(graph, dominators);
        return sizes;
    }

    /** {@return a size as it stands in the table before anything is added to it} */
    static int units(long bytes) {
        if ((bytes & (1 << UNIT_SHIFT) - 1) != 0 || bytes >>> UNIT_SHIFT > LOW) {
            throw new IllegalStateException("no size of an object: " + bytes);
        }
        return (int) (bytes >>> UNIT_SHIFT);
    }

    /** From the leaves: an object is added to its dominator when all that it dominates has been added to it. */
    private void addUp(ObjectGraph graph, Ints dominators) {
        for (int object = 0; object < graph.objects(); object++) {
            int ready = object;
            while (ready >= 0 && graph.state(ready) == 0) {
                graph.state(ready, -1);
                int dominator = dominators.get(ready);
                if (dominator >= 0) {
                    add(dominator, ready);
                    graph.state(dominator, graph.state(dominator) - 1);
                }
                ready = dominator;
            }
        }
    }

    private void add(int dominator, int object) {
        if (high == null) {
            low.add(dominator, low.get(object));
            return;
        }
        long sum = (get(dominator) + get(object)) >>> UNIT_SHIFT;
        low.set(dominator, (int) sum);
        high.set(dominator, (int) (sum >>> Integer.SIZE));
    }

    /** {@return bytes that an object retains} */
    long get(int object) {
        long units = low.get(object) & LOW;
        if (high != null) {
            units |= (long) high.get(object) << Integer.SIZE;
        }
        return units << UNIT_SHIFT;
    }

    @Override
    public void close() {
        low.close();
        if (high != null) {
            high.close();
        }
    }
}
