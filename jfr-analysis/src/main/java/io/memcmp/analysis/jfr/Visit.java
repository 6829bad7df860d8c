package io.memcmp.analysis.jfr;

import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * Hands the chosen events of a chunk to their visitors, while the walk meets them. Those who see all chunks take part at
 * once where chunk is read after chunk; where several are read at a time, what they chose is kept for when their turn comes.
 */
final class Visit {
    /** Thread buffers reach the chunk late, but not that late: what ended so long before it was read from damaged bytes. */
    private static final long STRAY_SECONDS = TimeUnit.HOURS.toSeconds(1);

    private static final EventVisitor[] NONE = {};

    private final Constants constants;
    private final Event event;
    private final ChosenEvents kept = new ChosenEvents();
    private @Nullable PlannedChunk current;
    private Losses losses = new Losses();
    private EventVisitor[] own = NONE;
    private boolean serial;
    private boolean keeping;
    private long earliestTicks;
    private long fromTicks;
    private long toTicks;

    Visit(Constants constants) {
        this.constants = constants;
        this.event = new Event(constants);
    }

    /** Turns to a chunk whose constants were found. */
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
        kept.clear();
        own = chunk.forks().isEmpty() ? NONE : new EventVisitor[chunk.forks().size()];
        for (int i = 0; i < own.length; i++) {
            own[i] = chunk.forks().get(i).own();
        }
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

    /**
     * Says who takes part in the next walk beside those that see this chunk alone.
     *
     * @param all whether those who see all chunks do; else what they chose is kept
     */
    void pass(boolean all) {
        serial = all;
        keeping = !all;
    }

    /** Those that see this chunk alone have seen it. */
    void endForks() {
        for (var visitor : own) {
            end(visitor);
        }
        own = NONE;
    }

    /** Those who see all chunks have seen it, and take over what the others saw. */
    void endSerial(Choices choices) {
        for (var visitor : choices.visitors()) {
            end(visitor);
        }
        for (var fork : chunk().forks()) {
            fork.merge();
        }
    }

    /** Whether all is there that {@link #visitKept} has to visit. */
    boolean keptAll() {
        return !kept.overflowed();
    }

    /** Those who see all chunks visit what was kept for them. */
    void visitKept() {
        serial = true;
        keeping = false;
        for (int i = 0; i < kept.size(); i++) {
            take(kept.kind(i), kept.offset(i), kept.bytes(), kept.begin(i), kept.end(i));
        }
    }

    /** Takes an event from the walk: where in the chunk it begins, and where in memory its fields lie. */
    void take(int number, long offset, byte[] bytes, int from, int to) {
        var kind = chunk().plan().kind(number);
        if (kind == null) {
            throw new IllegalStateException("nobody chose " + number);
        }
        boolean forks = own.length > 0 && kind.chunked().length > 0;
        boolean others = kind.visitors().length > 0;
        if ((forks || (serial && others)) && turnTo(kind, offset, bytes, from, to)) {
            if (forks) {
                for (int index : kind.chunked()) {
                    visit(own[index], offset);
                }
            }
            if (serial) {
                for (var visitor : kind.visitors()) {
                    visit(visitor, offset);
                }
            }
        }
        if (keeping && others) {
            kept.add(number, offset, bytes, from, to);
        }
    }

    /** Whether that event makes sense; then it is the one to be visited. */
    private boolean turnTo(EventKind kind, long offset, byte[] bytes, int from, int to) {
        try {
            event.over(kind, bytes, from, to);
            see(event.startTicks(), event.endTicks());
            return true;
        } catch (Malformed damage) {
            lost(offset, "holds an event that " + damage.reason());
            return false;
        }
    }

    private void visit(EventVisitor visitor, long offset) {
        try {
            visitor.visit(event);
        } catch (Malformed damage) {
            lost(offset, "holds an event that " + damage.reason());
        } catch (FieldException unlike) {
            lost(offset, "holds an event of another make: " + unlike.getMessage());
        }
    }

    private void end(EventVisitor visitor) {
        try {
            visitor.endOfChunk(constants);
        } catch (Malformed damage) {
            lost(0, "holds constants of which one " + damage.reason());
        }
    }

    void lost(long offset, String reason) {
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
