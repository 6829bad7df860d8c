package io.memcmp.analysis.jfr;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Reads a chunk in two steps: {@link #prepare} finds events and constants, on any thread; {@link #deliver} hands the events
 * to their visitors, in the order of the chunks. Used again for chunk after chunk, as its memory is the larger part of what
 * a reader needs.
 */
final class ChunkReader {
    /** An event further outside of its chunk's time is none: it was read from bytes that are damaged. */
    private static final long STRAY_NANOS = TimeUnit.HOURS.toNanos(1);

    /** One a second for many hours; more are not needed to find the way. */
    private static final int MOST_CHECKPOINTS = 1 << 16;

    /** Size, type, start, duration and distance of a checkpoint. */
    private static final int CHECKPOINT_HEAD = 45;

    private final ByteWindow window = new ByteWindow(JfrReader.WINDOW_BYTES);
    private final EventWalk walk = new EventWalk(window);
    private final ConstantPools pools = new ConstantPools();
    private final Constants constants = new Constants(pools);
    private final Event event = new Event(constants);
    private final Losses losses = new Losses();
    private final LongList chain = new LongList();
    private @Nullable PlannedChunk current;
    private long earliestTicks;
    private long latestTicks;
    private long fromTicks;
    private long toTicks;
    private long fromNanos;
    private long toNanos;

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
        return fromNanos;
    }

    long toNanos() {
        return toNanos;
    }

    /** Finds all events and the constants of the chosen ones. */
    ChunkReader prepare(PlannedChunk chunk) throws IOException {
        current = chunk;
        losses.clear();
        fromNanos = chunk.header().startNanos();
        toNanos = chunk.header().endNanos();
        window.open(chunk.channel(), chunk.header().offset(), chunk.header().size());
        walk.begin(chunk.plan());
        findCheckpoints();
        walkEvents();
        pools.begin(chunk.plan());
        if (!walk.chosen().isEmpty()) {
            findConstants();
        }
        return this;
    }

    /**
     * Each checkpoint says how far before it the one before lies, the header where the last is. Events begin at each: so
     * the walk can be checked there, and goes on there behind damage.
     */
    private void findCheckpoints() throws IOException {
        chain.clear();
        long offset = chunk().header().constants();
        try {
            while (offset >= ChunkHeader.BYTES && offset < window.size() && chain.size() < MOST_CHECKPOINTS) {
                var head = window.glance(offset, CHECKPOINT_HEAD);
                head.skipNumber();
                if (head.number() != 1) {
                    return;
                }
                chain.add(offset);
                head.skipNumbers(2);
                long distance = head.number();
                if (distance >= 0) {
                    return;
                }
                offset += distance;
            }
        } catch (Malformed _) {
            return; // the walk meets the same bytes and tells
        }
    }

    private void walkEvents() throws IOException {
        long size = window.size();
        long offset = ChunkHeader.BYTES;
        int next = chain.size() - 1;
        while (offset < size) {
            while (next >= 0 && chain.get(next) <= offset) {
                next--;
            }
            long target = next >= 0 ? chain.get(next) : size;
            long stopped = walk(offset, target);
            if (stopped < target) {
                lost(stopped, target - stopped, "holds an event that makes no sense");
            }
            offset = target;
        }
    }

    private long walk(long from, long to) throws IOException {
        try {
            return walk.walk(from, to);
        } catch (Malformed damage) {
            lost(from, 0, damage.reason());
            return from;
        }
    }

    private void findConstants() throws IOException {
        var checkpoints = walk.checkpoints();
        for (int i = 0; i < checkpoints.size(); i++) {
            try {
                pools.scan(window, checkpoints.get(i), chunk().plan());
            } catch (Malformed damage) {
                lost(checkpoints.get(i), 0, "holds constants that make no sense: it " + damage.reason());
            }
        }
    }

    private void lost(long offset, long bytes, String reason) {
        losses.add(chunk().path(), chunk().header().offset() + offset, bytes, reason);
    }

    /** Hands the chosen events to those who chose them. */
    void deliver(Ticks ticks, Choices choices) throws IOException {
        var chosen = walk.chosen();
        if (chosen.isEmpty()) {
            return;
        }
        constants.begin();
        event.chunk(chunk().plan(), ticks);
        var header = chunk().header();
        earliestTicks = ticks.ticksAt(header.startNanos() - STRAY_NANOS);
        latestTicks = header.finished() ? ticks.ticksAt(header.endNanos() + STRAY_NANOS) : Long.MAX_VALUE;
        fromTicks = Long.MAX_VALUE;
        toTicks = Long.MIN_VALUE;
        for (int i = 0; i < chosen.size(); i++) {
            try {
                deliver(chosen.offset(i), chosen.length(i), chosen.kind(i));
            } catch (Malformed damage) {
                lost(chosen.offset(i), 0, "holds an event that " + damage.reason());
            } catch (FieldException unlike) {
                lost(chosen.offset(i), 0, "holds an event of another make: " + unlike.getMessage());
            }
        }
        if (toTicks >= fromTicks) {
            fromNanos = Math.min(fromNanos, ticks.nanosAt(fromTicks));
            toNanos = Math.max(toNanos, ticks.nanosAt(toTicks));
        }
        for (var visitor : choices.visitors()) {
            try {
                visitor.endOfChunk(constants);
            } catch (Malformed damage) {
                lost(0, 0, "holds constants of which one " + damage.reason());
            }
        }
    }

    private void deliver(long offset, int length, int number) throws IOException {
        int start = window.require(offset, length);
        var kind = chunk().plan().kind(number);
        if (kind == null) {
            return;
        }
        event.over(kind, window.bytes(), start, start + length);
        see(event.startTicks(), event.endTicks());
        for (var visitor : kind.visitors()) {
            visitor.visit(event);
        }
    }

    /** In ticks: this is done for every event, and time is worth a division. */
    private void see(long start, long end) {
        if (end < earliestTicks || end > latestTicks || end < start) {
            throw new Malformed("has a time outside of its recording");
        }
        if (start >= earliestTicks) {
            fromTicks = Math.min(fromTicks, start);
        }
        toTicks = Math.max(toTicks, end);
    }
}
