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
        constants.begin();
        event.chunk(chunk.plan(), chunk.ticks());
        earliestTicks = chunk.ticks().ticksAt(chunk.header().startNanos() - STRAY_NANOS);
        latestTicks =
                chunk.header().finished() ? chunk.ticks().ticksAt(chunk.header().endNanos() + STRAY_NANOS) : Long.MAX_VALUE;
        fromTicks = Long.MAX_VALUE;
        toTicks = Long.MIN_VALUE;
        visitForks();
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

    /** Visits, on the thread that prepares, with those that see this chunk alone. */
    private void visitForks() throws IOException {
        var forks = chunk().forks();
        if (forks.isEmpty()) {
            return;
        }
        var own = new EventVisitor[forks.size()];
        for (int i = 0; i < own.length; i++) {
            own[i] = forks.get(i).own();
        }
        var chosen = walk.chosen();
        for (int i = 0; i < chosen.size(); i++) {
            var kind = kind(chosen.kind(i));
            if (kind.chunked().length > 0 && turnTo(kind, i)) {
                for (int index : kind.chunked()) {
                    visit(own[index], i);
                }
            }
        }
        for (var visitor : own) {
            end(visitor);
        }
    }

    /** Hands the chosen events to those who see all chunks; then all that was seen of this one is known. */
    void deliver(Choices choices) throws IOException {
        var chosen = walk.chosen();
        for (int i = 0; i < chosen.size(); i++) {
            var kind = kind(chosen.kind(i));
            if (kind.visitors().length > 0 && turnTo(kind, i)) {
                for (var visitor : kind.visitors()) {
                    visit(visitor, i);
                }
            }
        }
        for (var visitor : choices.visitors()) {
            end(visitor);
        }
        if (toTicks >= fromTicks) {
            var ticks = chunk().ticks();
            fromNanos = Math.min(fromNanos, ticks.nanosAt(fromTicks));
            toNanos = Math.max(toNanos, ticks.nanosAt(toTicks));
        }
        for (var fork : chunk().forks()) {
            fork.merge();
        }
    }

    private EventKind kind(int number) {
        var kind = chunk().plan().kind(number);
        if (kind == null) {
            throw new IllegalStateException("nobody chose " + number);
        }
        return kind;
    }

    /** Whether that event makes sense; then it is the one to be visited. */
    private boolean turnTo(EventKind kind, int index) throws IOException {
        var chosen = walk.chosen();
        try {
            int start = window.require(chosen.offset(index), chosen.length(index));
            event.over(kind, window.bytes(), start, start + chosen.length(index));
            see(event.startTicks(), event.endTicks());
            return true;
        } catch (Malformed damage) {
            lost(chosen.offset(index), 0, "holds an event that " + damage.reason());
            return false;
        }
    }

    private void visit(EventVisitor visitor, int index) {
        try {
            visitor.visit(event);
        } catch (Malformed damage) {
            lost(walk.chosen().offset(index), 0, "holds an event that " + damage.reason());
        } catch (FieldException unlike) {
            lost(walk.chosen().offset(index), 0, "holds an event of another make: " + unlike.getMessage());
        }
    }

    private void end(EventVisitor visitor) {
        try {
            visitor.endOfChunk(constants);
        } catch (Malformed damage) {
            lost(0, 0, "holds constants of which one " + damage.reason());
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
