package io.memcmp.analysis.jfr;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * The part of a chunk that is in memory: a stretch that moves. What is asked for is checked against what the file holds
 * before any memory is taken.
 */
final class ByteWindow {
    /** Copies of this size do not make the JDK keep large buffers of its own. */
    private static final int BLOCK = 1 << 18;

    /** What an array holds, and some. */
    private static final int LARGEST = Integer.MAX_VALUE - 64;

    private final int capacity;
    private byte[] bytes = new byte[Cursor.PADDING];
    private @Nullable FileChannel file;
    private long fileOffset;
    private long size;
    private long base;
    private int filled;

    ByteWindow(int capacity) {
        this.capacity = capacity;
    }

    /** Turns to a chunk, or to any other stretch of a file. */
    void open(FileChannel channel, long offset, long length) {
        file = channel;
        fileOffset = offset;
        size = length;
        base = 0;
        filled = 0;
    }

    byte[] bytes() {
        return bytes;
    }

    long size() {
        return size;
    }

    /** Where in the chunk the first byte in memory lies. */
    long base() {
        return base;
    }

    /** Where in the chunk the first byte after those in memory lies. */
    long limit() {
        return base + filled;
    }

    /** How many bytes are in memory. */
    int filled() {
        return filled;
    }

    /** Brings a stretch of the chunk into memory; its index in {@link #bytes()}. */
    int require(long offset, long length) throws IOException {
        return require(offset, length, Long.MAX_VALUE);
    }

    /**
     * Brings a stretch of the chunk into memory, and what follows it where there is room.
     *
     * @param most bytes that may be of use, from there on
     * @return its index in {@link #bytes()}
     */
    int require(long offset, long length, long most) throws IOException {
        if (offset < 0 || length < 0 || offset > size - length) {
            throw new Malformed("lies outside of its chunk");
        }
        if (offset < base || offset + length > base + filled) {
            load(offset, length, Math.min(most, size - offset));
        }
        return (int) (offset - base);
    }

    /** Whether so many bytes may be in memory at a time. */
    boolean hasRoomFor(long length) {
        return length <= Math.clamp(Runtime.getRuntime().maxMemory() / 4, capacity, LARGEST);
    }

    private void load(long offset, long length, long most) throws IOException {
        if (!hasRoomFor(length)) {
            throw new Malformed("is one event of " + length + " bytes, for which this memory is too small");
        }
        var source = file();
        int wanted = (int) Math.max(length, Math.min(most, capacity));
        if (bytes.length < wanted + Cursor.PADDING) {
            bytes = new byte[0]; // the old one may go before the new one comes
            int roomy = (int) Math.min(Math.max(wanted, capacity), source.size());
            bytes = new byte[Math.max(wanted, roomy) + Cursor.PADDING];
        }
        filled = 0;
        base = offset;
        while (filled < wanted) {
            int block = Math.min(BLOCK, wanted - filled);
            int count = source.read(ByteBuffer.wrap(bytes, filled, block), fileOffset + offset + filled);
            if (count < 0) {
                throw new Malformed("was cut off while it was read");
            }
            filled += count;
        }
        Arrays.fill(bytes, filled, Math.min(bytes.length, filled + Cursor.PADDING), (byte) 0);
    }

    private FileChannel file() {
        if (file == null) {
            throw new IllegalStateException("no file is open");
        }
        return file;
    }

    /** A cursor over up to so many bytes from there on. */
    Cursor cursor(long offset, long most) throws IOException {
        if (offset < 0 || offset > size) {
            throw new Malformed("lies outside of its chunk");
        }
        long length = Math.min(most, size - offset);
        int index = require(offset, length);
        return new Cursor().over(bytes, index, index + (int) length);
    }

    /** The same without moving the window: for a few bytes here and there. */
    Cursor glance(long offset, int most) throws IOException {
        if (offset < 0 || offset >= size) {
            throw new Malformed("lies outside of its chunk");
        }
        int length = (int) Math.min(most, size - offset);
        if (offset >= base && offset + length <= limit()) {
            return cursor(offset, most);
        }
        var few = ChunkHeader.bytes(file(), fileOffset + offset, length + Cursor.PADDING);
        return new Cursor().over(few, 0, length);
    }
}
