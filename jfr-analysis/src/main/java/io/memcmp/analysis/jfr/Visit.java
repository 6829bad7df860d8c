package io.memcmp.analysis.jfr;

import java.io.IOException;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** Hands the chosen events of a chunk to their visitors. */
final class Visit {
    /** Thread buffers reach the chunk late, but not that late: what ended so long before it was read from damaged bytes. */
    private static final long STRAY_SECONDS = TimeUnit.HOURS.toSeconds(1);

    private static final EventVisitor[] NONE = {};

    private final ByteWindow window;
    private final EventWalk walk;
    private final LongList stretches;
    private final Constants constants;
    private final Event event;
    private @Nullable PlannedChunk current;
    private Losses losses = new Losses();
    private EventVisitor[] own = NONE;
    private long earliestTicks;
    private long fromTicks;
    private long toTicks;

    /**
     * Visits nothing yet.
     *
     * @param stretches from where to where the walk found events, in pairs
     */
    Visit(ByteWindow window, EventWalk walk, LongList stretches, Constants constants) {
        this.window = window;
        this.walk = walk;
        this.stretches = stretches;
        this.constants = constants;
        this.event = new Event(constants);
    }

    /** Turns to a chunk whose events and constants were found. */
    void begin(PlannedChunk chunk, Losses lost) {
        current = chunk;
        losses = lost;
        event.chunk(chunk.plan(), chunk.ticks());
        var header = chunk.header();
        // By the clock of the events: the other one may have been set meanwhile.
        double stray = STRAY_SECONDS * (double) Math.max(0, header.ticksPerSecond());
        earliestTicks = (long) (header.startTicks() - stray);
        fromTicks = Long.MAX_VALUE;
        toTicks = Long.MIN_VALUE;
    }

    private PlannedChunk chunk() {
        if (current == null) {
            throw new IllegalStateException("no chunk");
        }
        return current;
    }

    long fromNanos() {
        long begun = chunk().header().startNanos();
        return toTicks < fromTicks ? begun : Math.min(begun, chunk().ticks().nanosAt(fromTicks));
    }

    long toNanos() {
        long written = chunk().header().endNanos();
        return toTicks < fromTicks ? written : Math.max(written, chunk().ticks().nanosAt(toTicks));
    }

    /** Visits with those that see this chunk alone. */
    void forks() throws IOException {
        var forks = chunk().forks();
        if (forks.isEmpty()) {
            return;
        }
        own = new EventVisitor[forks.size()];
        for (int i = 0; i < own.length; i++) {
            own[i] = forks.get(i).own();
        }
        visitAll();
        for (var visitor : own) {
            end(visitor);
        }
        own = NONE;
    }

    /** Visits with those who see all chunks, and merges what was seen of this one. */
    void serial(Choices choices) throws IOException {
        if (!choices.visitors().isEmpty()) {
            visitAll();
            for (var visitor : choices.visitors()) {
                end(visitor);
            }
        }
        for (var fork : chunk().forks()) {
            fork.merge();
        }
    }

    /** A chunk may hold more chosen events than can be remembered: then it is walked again, part by part. */
    private void visitAll() throws IOException {
        if (!walk.overflowed()) {
            visitFound();
            return;
        }
        for (int i = 0; i < stretches.size(); i += 2) {
            long offset = stretches.get(i);
            while (offset < stretches.get(i + 1)) {
                long reached = walk.again(offset, stretches.get(i + 1));
                visitFound();
                if (reached <= offset) {
                    break;
                }
                offset = reached;
            }
        }
    }

    private void visitFound() throws IOException {
        var found = walk.chosen();
        for (int i = 0; i < found.size(); i++) {
            var kind = chunk().plan().kind(found.kind(i));
            if (kind == null) {
                throw new IllegalStateException("nobody chose " + found.kind(i));
            }
            if (own.length == 0) {
                visitSerial(kind, i);
            } else if (kind.chunked().length > 0 && turnTo(kind, i)) {
                for (int index : kind.chunked()) {
                    visit(own[index], i);
                }
            }
        }
    }

    private void visitSerial(EventKind kind, int index) throws IOException {
        if (kind.visitors().length > 0 && turnTo(kind, index)) {
            for (var visitor : kind.visitors()) {
                visit(visitor, index);
            }
        }
    }

    /** Whether that event makes sense; then it is the one to be visited. */
    private boolean turnTo(EventKind kind, int index) throws IOException {
        var found = walk.chosen();
        try {
            int start = window.require(found.offset(index), found.length(index));
            event.over(kind, window.bytes(), start, start + found.length(index));
            see(event.startTicks(), event.endTicks());
            return true;
        } catch (Malformed damage) {
            lost(found.offset(index), "holds an event that " + damage.reason());
            return false;
        }
    }

    private void visit(EventVisitor visitor, int index) {
        try {
            visitor.visit(event);
        } catch (Malformed damage) {
            lost(walk.chosen().offset(index), "holds an event that " + damage.reason());
        } catch (FieldException unlike) {
            lost(walk.chosen().offset(index), "holds an event of another make: " + unlike.getMessage());
        }
    }

    private void end(EventVisitor visitor) {
        try {
            visitor.endOfChunk(constants);
        } catch (Malformed damage) {
            lost(0, "holds constants of which one " + damage.reason());
        }
    }

    private void lost(long offset, String reason) {
        losses.add(chunk().path(), chunk().header().offset() + offset, 0, reason);
    }

    /** In ticks: this is done for every event, and time is worth a division. */
    private void see(long start, long end) {
        if (end < earliestTicks || end < start) {
            throw new Malformed("has a time before its recording");
        }
        if (start >= earliestTicks) {
            fromTicks = Math.min(fromTicks, start);
        }
        toTicks = Math.max(toTicks, end);
    }
}
