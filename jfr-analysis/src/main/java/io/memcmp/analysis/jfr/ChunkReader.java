package io.memcmp.analysis.jfr;

import java.io.IOException;
import org.jspecify.annotations.Nullable;

/**
 * Reads a chunk in two steps: {@link #prepare}, on any thread, finds the constants and, where several chunks are read at a
 * time, the events; {@link #deliver}, in the order of the chunks, does what is left. Used again for chunk after chunk.
 */
final class ChunkReader {
    /** One a second for many hours; more are not needed to find the way. */
    private static final int MOST_CHECKPOINTS = 1 << 16;

    /** Size, type, start, duration and distance of a checkpoint. */
    private static final int CHECKPOINT_HEAD = 45;

    private static final long CHECKPOINT_TYPE = 1;

    private final boolean alone;
    private final ByteWindow window = new ByteWindow(JfrReader.WINDOW_BYTES);
    private final ConstantPools pools = new ConstantPools();
    private final Constants constants = new Constants(pools);
    private final Visit visit = new Visit(constants);
    private final EventWalk walk = new EventWalk(window, visit);
    private final Losses losses = new Losses();
    /** Where checkpoints begin and how long they are, in pairs, the last one first. */
    private final LongList chain = new LongList();

    private final LongList stretches = new LongList();
    private boolean chainWhole;
    private boolean chainDamaged;
    private @Nullable PlannedChunk current;

    /**
     * Reads nothing yet.
     *
     * @param alone whether there is no other reader: then nothing is gained by visiting before its turn
     */
    ChunkReader(boolean alone) {
        this.alone = alone;
    }

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

    /** Finds the constants, and visits with those that see this chunk alone if others are read meanwhile. */
    ChunkReader prepare(PlannedChunk chunk) throws IOException {
        current = chunk;
        losses.clear();
        window.open(chunk.channel(), chunk.header().offset(), chunk.header().size());
        walk.begin(chunk.plan());
        visit.begin(chunk, losses);
        pools.begin(chunk.plan());
        findCheckpoints();
        if (chainWhole) {
            for (int i = chain.size() - 2; i >= 0; i -= 2) {
                findConstants(chain.get(i));
            }
        } else {
            walk.pass(true, false);
            walkEvents();
            findConstants(walk.checkpoints());
        }
        constants.begin();
        if (!alone) {
            visit.pass(false);
            visitEvents();
            visit.endForks();
        }
        return this;
    }

    /** Hands the chosen events to those who see all chunks; then all that was seen of this one is known. */
    void deliver(Choices choices) throws IOException {
        if (alone) {
            visit.pass(true);
            visitEvents();
            visit.endForks();
        } else if (visit.keptAll()) {
            visit.visitKept();
        } else {
            visit.pass(true);
            walkAgain();
        }
        visit.endSerial(choices);
    }

    private void visitEvents() throws IOException {
        if (!chainWhole) {
            walkAgain();
            return;
        }
        walk.pass(true, true);
        walkEvents();
        if (walk.checkpoints().size() > 0) {
            findConstants(walk.checkpoints());
            constants.begin();
            lost(0, 0, "has constants that its other ones do not lead to: names and stack traces may be lost");
        }
    }

    private void walkAgain() throws IOException {
        walk.pass(false, true);
        for (int i = 0; i < stretches.size(); i += 2) {
            walk(stretches.get(i), stretches.get(i + 1));
        }
    }

    /**
     * Each checkpoint says how far before it the one before lies, the header where the last is. So all are known before
     * the events that refer to them, events begin behind each, and the walk can go on there after damage.
     */
    private void findCheckpoints() throws IOException {
        chain.clear();
        chainDamaged = false;
        chainWhole = false;
        long offset = chunk().header().constants();
        long end = window.size();
        if (offset >= end) {
            return; // was cut off, and that is told
        }
        try {
            while (chain.size() < 2 * MOST_CHECKPOINTS) {
                var head = window.glance(offset, CHECKPOINT_HEAD);
                long size = head.number();
                // None may reach into the one behind it: else all together could be read without end.
                if (offset < ChunkHeader.BYTES || size > end - offset || head.number() != CHECKPOINT_TYPE) {
                    chainDamaged = true;
                    return;
                }
                end = offset;
                chain.add(offset);
                chain.add(size);
                head.skipNumbers(2);
                long distance = head.number();
                if (distance >= 0) {
                    chainDamaged = distance > 0;
                    chainWhole = distance == 0;
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
        int next = chain.size() - 2;
        while (offset < size) {
            long checkpoint = 0;
            while (next >= 0 && chain.get(next) <= offset) {
                checkpoint = chain.get(next) == offset ? chain.get(next + 1) : 0;
                next -= 2;
            }
            long target = next >= 0 ? chain.get(next) : size;
            if (chainWhole && checkpoint > 0 && checkpoint <= target - offset) {
                offset += checkpoint; // its constants were found, and it may be large
            }
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

    private void findConstants(LongList checkpoints) throws IOException {
        for (int i = 0; i < checkpoints.size(); i++) {
            findConstants(checkpoints.get(i));
        }
    }

    private void findConstants(long checkpoint) throws IOException {
        try {
            pools.scan(window, checkpoint, chunk().plan());
        } catch (Malformed damage) {
            lost(checkpoint, 0, "holds constants that make no sense: one " + damage.reason());
        }
    }

    private void lost(long offset, long bytes, String reason) {
        losses.add(chunk().path(), chunk().header().offset() + offset, bytes, reason);
    }
}
