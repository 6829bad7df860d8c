package io.memcmp.analysis;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * The first 68 bytes of a chunk: a recording is one chunk after the other, each complete in itself.
 *
 * @param offset where in the file the chunk begins
 * @param size bytes of the chunk that are valid; in an unfinished chunk, up to its last flush
 * @param constants where in the chunk its last constant pool begins
 * @param compressed whether its numbers are written in as few bytes as they need
 * @param finished whether the virtual machine has closed it
 * @param start when it was begun
 * @param duration how long it was written
 */
record ChunkHeader(
        long offset,
        long size,
        long constants,
        boolean compressed,
        boolean finished,
        Instant start,
        Duration duration) {
    static final int BYTES = 68;
    static final int STATE_OFFSET = 64;
    private static final int FEATURES_OFFSET = 67;
    private static final int MAGIC = 0x464c5200; // "FLR\0"

    /** Why a chunk cannot be used. */
    static final class Damage extends Exception {
        private static final long serialVersionUID = 1L;

        Damage(String message) {
            super(message);
        }
    }

    /** The chunk that begins there; empty at the end of the file. */
    static Optional<ChunkHeader> read(FileChannel file, long offset) throws IOException, Damage {
        long left = file.size() - offset;
        if (left == 0) {
            return Optional.empty();
        }
        var bytes = bytes(file, offset, (int) Math.min(left, BYTES));
        if (bytes.remaining() < Integer.BYTES || bytes.getInt(0) != MAGIC) {
            throw new Damage(offset == 0 ? "is no JFR recording" : "is damaged: no chunk begins at byte " + offset);
        }
        if (bytes.remaining() < BYTES) {
            throw new Damage("is cut off inside the header of a chunk at byte " + offset);
        }
        if (bytes.getShort(4) != 2) {
            throw new Damage("has format version " + bytes.getShort(4) + ", memcmp reads version 2");
        }
        return Optional.of(checked(bytes, offset, left));
    }

    private static ChunkHeader checked(ByteBuffer bytes, long offset, long left) throws Damage {
        long size = bytes.getLong(8);
        if (size <= BYTES) {
            throw new Damage("holds no event: its virtual machine ended before it wrote the first");
        }
        if (size > left) {
            throw new Damage("is cut off: a chunk at byte " + offset + " has " + size + " bytes, the file only " + left
                    + " more");
        }
        long constants = bytes.getLong(16);
        long metadata = bytes.getLong(24);
        if (constants < BYTES || constants >= size || metadata < BYTES || metadata >= size) {
            throw new Damage("is damaged: the header of the chunk at byte " + offset + " points outside of it");
        }
        var start = Instant.EPOCH.plusNanos(bytes.getLong(32));
        var duration = Duration.ofNanos(Math.max(0, bytes.getLong(40)));
        boolean compressed = (bytes.get(FEATURES_OFFSET) & 1) != 0;
        return new ChunkHeader(offset, size, constants, compressed, bytes.get(STATE_OFFSET) == 0, start, duration);
    }

    Instant end() {
        return start.plus(duration);
    }

    /** That many bytes of the file, from there on. */
    static ByteBuffer bytes(FileChannel file, long offset, int count) throws IOException {
        var bytes = ByteBuffer.allocate(count);
        while (bytes.hasRemaining()) {
            if (file.read(bytes, offset + bytes.position()) < 0) {
                throw new EOFException("ended while it was read");
            }
        }
        return bytes.flip();
    }
}
