package io.memcmp.analysis.jfr;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a chunk in two steps: {@link #prepare} finds events and constants, on any thread; {@link #deliver} hands the events
 * to their visitors, in the order of the chunks. Used again for chunk after chunk, as its memory is the larger part of what
 * a reader needs.
 */
final class ChunkReader {
    /** One a second for many hours; more are not needed to find the way. */
    private static final int MOST_CHECKPOINTS = 1 << 16;

    /** Size, type, start, duration and distance of a checkpoint. */
    private static final int CHECKPOINT_HEAD = 45;

    private static final long CHECKPOINT_TYPE = 1;

    private final ByteWindow window = new ByteWindow(JfrReader.WINDOW_BYTES);
    private final EventWalk walk = new EventWalk(window);
    private final ConstantPools pools = new ConstantPools();
    private final Constants constants = new Constants(pools);
    private final Losses losses = new Losses();
    private final LongList chain = new LongList();
    private final LongList stretches = new LongList();
    private final Visit visit = new Visit(window, walk, stretches, constants);
    private boolean chainDamaged;
    private @Nullable PlannedChunk current;

    /** The chunk that was prepared last. */
    PlannedChunk chunk() {
        if (current == null) {
            throw new IllegalStateException("no chunk");
        }
        return current;
    }

    Losses losses() {
        return losses;
    }

    long[] counts() {
        return walk.counts();
    }

    long unknown() {
        return walk.unknown();
    }

    /** When the first of its events began that was visited, or the chunk where that is earlier. */
    long fromNanos() {
        return visit.fromNanos();
    }

    long toNanos() {
        return visit.toNanos();
    }

    /** Finds all events and the constants of the chosen ones; visits with those that see this chunk alone. */
    ChunkReader prepare(PlannedChunk chunk) throws IOException {
        current = chunk;
        losses.clear();
        window.open(chunk.channel(), chunk.header().offset(), chunk.header().size());
        walk.begin(chunk.plan());
        findCheckpoints();
        walkEvents();
        pools.begin(chunk.plan());
        if (!walk.chosen().isEmpty()) {
            findConstants();
        }
        constants.begin();
        visit.begin(chunk, losses);
        visit.forks();
        return this;
    }

    /** Hands the chosen events to those who see all chunks; then all that was seen of this one is known. */
    void deliver(Choices choices) throws IOException {
        visit.serial(choices);
    }

    /**
     * Each checkpoint says how far before it the one before lies, the header where the last is. Events begin at each: so
     * the walk can be checked there, and goes on there behind damage.
     */
    private void findCheckpoints() throws IOException {
        chain.clear();
        chainDamaged = false;
        long offset = chunk().header().constants();
        if (offset >= window.size()) {
            return; // was cut off, and that is told
        }
        try {
            while (chain.size() < MOST_CHECKPOINTS) {
                var head = window.glance(offset, CHECKPOINT_HEAD);
                head.skipNumber();
                if (offset < ChunkHeader.BYTES || head.number() != CHECKPOINT_TYPE) {
                    chainDamaged = true;
                    return;
                }
                chain.add(offset);
                head.skipNumbers(2);
                long distance = head.number();
                if (distance >= 0) {
                    chainDamaged = distance > 0;
                    return;
                }
                offset += distance;
            }
        } catch (Malformed _) {
            chainDamaged = true;
        }
    }

    private void walkEvents() throws IOException {
        stretches.clear();
        long size = window.size();
        long offset = ChunkHeader.BYTES;
        int next = chain.size() - 1;
        while (offset < size) {
            while (next >= 0 && chain.get(next) <= offset) {
                next--;
            }
            long target = next >= 0 ? chain.get(next) : size;
            long stopped = walk(offset, target);
            stretches.add(offset);
            stretches.add(stopped);
            if (stopped < target) {
                lost(stopped, target - stopped, "holds an event that makes no sense");
            }
            offset = target;
        }
        if (chainDamaged && losses.count() == 0) {
            lost(0, 0, "has a chunk whose constants are not where it says: names and stack traces may be lost");
        }
        if (walk.unknown() > 0) {
            lost(0, 0, "has a chunk with " + walk.unknown() + " events of types that it does not describe");
        }
    }

    private long walk(long from, long to) throws IOException {
        try {
            return walk.walk(from, to);
        } catch (Malformed damage) {
            lost(from, 0, "holds an event that " + damage.reason());
            return from;
        }
    }

    private void findConstants() throws IOException {
        var checkpoints = walk.checkpoints();
        for (int i = 0; i < checkpoints.size(); i++) {
            try {
                pools.scan(window, checkpoints.get(i), chunk().plan());
            } catch (Malformed damage) {
                lost(checkpoints.get(i), 0, "holds constants that make no sense: one " + damage.reason());
            }
        }
    }

    private void lost(long offset, long bytes, String reason) {
        losses.add(chunk().path(), chunk().header().offset() + offset, bytes, reason);
    }
}
