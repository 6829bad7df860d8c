package io.memcmp.analysis.jfr;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * The first 68 bytes of a chunk, as they stand there. A recording is one chunk after the other, each complete in itself.
 *
 * @param offset where in the file the chunk begins
 * @param size bytes of the chunk that are valid; in an unfinished chunk, up to its last flush
 * @param constants where in the chunk its last constant pool begins
 * @param metadata where in the chunk its description of event types begins
 * @param startNanos when it was begun, since 1970
 * @param durationNanos how long it was written
 * @param startTicks the same beginning by the clock that events use
 * @param ticksPerSecond how fast that clock runs
 * @param state 0 when it is finished
 * @param compressed whether its numbers are written in as few bytes as they need
 */
record ChunkHeader(
        long offset,
        long size,
        long constants,
        long metadata,
        long startNanos,
        long durationNanos,
        long startTicks,
        long ticksPerSecond,
        int state,
        boolean compressed) {
    static final int BYTES = 68;
    static final int STATE_OFFSET = 64;
    private static final int FEATURES_OFFSET = 67;
    private static final int VERSION = 2;
    /** Magic and major version: by these a chunk is found again behind bytes that make no sense. */
    static final int SIGNATURE_BYTES = 6;

    private static final int TRIES = 10;
    private static final double SECOND = 1e9;

    /** Whether a chunk of a version that memcmp reads may begin there. */
    static boolean isSignature(byte[] bytes, int at) {
        return bytes[at] == 'F'
                && bytes[at + 1] == 'L'
                && bytes[at + 2] == 'R'
                && bytes[at + 3] == 0
                && bytes[at + 4] == 0
                && bytes[at + 5] == VERSION;
    }

    /** What stands there; the caller has seen that the file has so many bytes. */
    static ChunkHeader read(FileChannel file, long offset) throws IOException {
        var header = ByteBuffer.wrap(bytes(file, offset, BYTES));
        // A virtual machine that still writes changes it once a second: what is read twice alike is whole.
        for (int i = 0; i < TRIES && header.get(STATE_OFFSET) != 0; i++) {
            var again = ByteBuffer.wrap(bytes(file, offset, BYTES));
            if (again.equals(header)) {
                break;
            }
            header = again;
        }
        return new ChunkHeader(
                offset,
                header.getLong(8),
                header.getLong(16),
                header.getLong(24),
                header.getLong(32),
                header.getLong(40),
                header.getLong(48),
                header.getLong(56),
                header.get(STATE_OFFSET) & 0xff,
                (header.get(FEATURES_OFFSET) & 1) != 0);
    }

    /** So many bytes of a file; zeros where it has no more. */
    static byte[] bytes(FileChannel file, long offset, int count) throws IOException {
        var bytes = ByteBuffer.wrap(new byte[count]);
        while (bytes.hasRemaining() && file.read(bytes, offset + bytes.position()) >= 0) {
            // until it is full, or the file has shrunk meanwhile
        }
        return bytes.array();
    }

    /** The same chunk with what was found out about it. */
    ChunkHeader with(long realSize, long realMetadata, long realDuration) {
        return new ChunkHeader(
                offset,
                realSize,
                constants,
                realMetadata,
                startNanos,
                realDuration,
                startTicks,
                ticksPerSecond,
                state,
                compressed);
    }

    boolean finished() {
        return state == 0;
    }

    long end() {
        return offset + size;
    }

    long endNanos() {
        return Math.max(startNanos, startNanos + durationNanos);
    }

    /** How long after its beginning a time by the clock of the events is. */
    long nanosUntil(long ticks) {
        return ticksPerSecond <= 0 ? 0 : (long) Math.max(0, (ticks - startTicks) / (ticksPerSecond / 1e9));
    }

    /** Whether events of both have their times from the same clock: that of one virtual machine, or of one machine. */
    boolean hasClockOf(ChunkHeader other) {
        long ticks = startTicks - other.startTicks;
        double nanos = ticks / (ticksPerSecond / 1e9);
        return ticksPerSecond == other.ticksPerSecond
                && ticks >= 0
                && Math.abs(startNanos - other.startNanos - nanos) < SECOND;
    }

    /**
     * Whether this chunk goes on where the other one stopped: then the same virtual machine wrote both, as it takes the time
     * once for the end of one and the beginning of the next.
     */
    boolean follows(ChunkHeader other) {
        return hasClockOf(other) && startNanos == other.endNanos();
    }
}
