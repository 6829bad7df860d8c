package io.memcmp.analysis.heapdump;

import java.io.EOFException;
import java.io.IOException;
import java.lang.invoke.MethodHandles;
import java.lang.invoke.VarHandle;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/**
 * Reads a dump from its beginning to its end through a window. Not mapped: pages of a mapped file count as memory of the
 * process, and a file that somebody cuts off meanwhile ends a mapping with an error of the virtual machine.
 */
final class DumpInput implements AutoCloseable {
    /** The longest piece that can be looked at as one: no class can have instances that are longer. */
    static final int WINDOW = 4 << 20;

    /** So much is read at once where less would do: what was just read is still in the cache when it is looked at. */
    private static final int CHUNK = 256 << 10;

    private static final VarHandle INTS = MethodHandles.byteArrayViewVarHandle(int[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle LONGS = MethodHandles.byteArrayViewVarHandle(long[].class, ByteOrder.BIG_ENDIAN);
    private static final VarHandle SHORTS = MethodHandles.byteArrayViewVarHandle(short[].class, ByteOrder.BIG_ENDIAN);

    private final FileChannel channel;
    private final long length;
    private final byte[] window;
    private final ByteBuffer target;
    private long start; // of the window in the file
    private int at; // in the window
    private int filled;
    private boolean wide = true;

    DumpInput(Path file) throws IOException {
        this(file, WINDOW);
    }

    /** @param windowBytes how much is read at once, which is also the longest piece */
    DumpInput(Path file, int windowBytes) throws IOException {
        channel = FileChannel.open(file, StandardOpenOption.READ);
        length = channel.size();
        window = new byte[(int) Math.min(windowBytes, length)];
        target = ByteBuffer.wrap(window);
    }

    /** {@return bytes of the file} */
    long length() {
        return length;
    }

    /** {@return where the next byte stands} */
    long position() {
        return start + at;
    }

    void identifiersOf(int bytes) {
        wide = bytes == Long.BYTES;
    }

    int identifierBytes() {
        return wide ? Long.BYTES : Integer.BYTES;
    }

    void seek(long position) {
        if (position >= start && position <= start + filled) {
            at = (int) (position - start);
        } else {
            start = position;
            at = 0;
            filled = 0;
        }
    }

    /**
     * Makes sure that some bytes can be read without another look at the file.
     *
     * @throws EOFException when the file ends before
     */
    void require(int bytes) throws IOException {
        if (filled - at < bytes) {
            refill(bytes);
        }
    }

    private void refill(int bytes) throws IOException {
        if (bytes > window.length) {
            throw new EOFException("no record has " + bytes + " bytes in one piece");
        }
        int rest = filled - at;
        System.arraycopy(window, at, window, 0, rest);
        start += at;
        at = 0;
        filled = rest;
        while (filled < bytes) {
            target.limit(Math.min(window.length, Math.max(bytes, CHUNK))).position(filled);
            int read = channel.read(target, start + filled);
            if (read <= 0) {
                throw new EOFException("the file ends");
            }
            filled += read;
        }
    }

    int u1() throws IOException {
        require(1);
        return window[at++] & 0xff;
    }

    int u2() throws IOException {
        require(Short.BYTES);
        int value = (short) SHORTS.get(window, at) & 0xffff;
        at += Short.BYTES;
        return value;
    }

    int i4() throws IOException {
        require(Integer.BYTES);
        int value = (int) INTS.get(window, at);
        at += Integer.BYTES;
        return value;
    }

    long u4() throws IOException {
        return i4() & 0xffff_ffffL;
    }

    long i8() throws IOException {
        require(Long.BYTES);
        long value = (long) LONGS.get(window, at);
        at += Long.BYTES;
        return value;
    }

    long identifier() throws IOException {
        return wide ? i8() : u4();
    }

    /** {@return the identifier some bytes ahead, which are known to be in the window} */
    long identifierAhead(int offset) {
        return wide ? (long) LONGS.get(window, at + offset) : (int) INTS.get(window, at + offset) & 0xffff_ffffL;
    }

    /** {@return the bytes, copied} */
    byte[] bytes(int count) throws IOException {
        require(count);
        var bytes = new byte[count];
        System.arraycopy(window, at, bytes, 0, count);
        at += count;
        return bytes;
    }

    /** {@return the window, for those who look at many bytes} */
    byte[] window() {
        return window;
    }

    /** {@return where in the window the next byte stands} */
    int at() {
        return at;
    }

    @Override
    public void close() throws IOException {
        channel.close();
    }
}
