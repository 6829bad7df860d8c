package io.memcmp.bench.reading;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;

/** Makes a long recording of a short one. */
final class Chunks {
    private static final int HEADER = 68;
    private static final int SIZE = 8;
    private static final int START_NANOS = 32;
    private static final int DURATION_NANOS = 40;

    private Chunks() {}

    /**
     * Writes copies of a recording one after the other. Each begins when the one before it ends, because JDK Mission
     * Control takes chunks that begin at the same time for the same. The ticks stay as they are: they count from the start
     * of their chunk.
     *
     * @param source the recording
     * @param copies how many
     * @param target is overwritten
     */
    static void repeat(Path source, int copies, Path target) throws IOException {
        try (var in = FileChannel.open(source);
                var out = FileChannel.open(
                        target,
                        StandardOpenOption.CREATE,
                        StandardOpenOption.TRUNCATE_EXISTING,
                        StandardOpenOption.WRITE)) {
            long span = span(in);
            for (int copy = 0; copy < copies; copy++) {
                append(in, out, copy * span);
            }
        }
    }

    private static void append(FileChannel in, FileChannel out, long nanosLater) throws IOException {
        for (long at = 0; at < in.size(); ) {
            var header = header(in, at);
            long size = header.getLong(SIZE);
            header.putLong(START_NANOS, header.getLong(START_NANOS) + nanosLater);
            while (header.hasRemaining()) {
                out.write(header);
            }
            for (long done = HEADER; done < size; ) {
                done += in.transferTo(at + done, size - done, out);
            }
            at += size;
        }
    }

    /** From the beginning of the first chunk to the end of the last. */
    private static long span(FileChannel in) throws IOException {
        long from = header(in, 0).getLong(START_NANOS);
        long to = from;
        for (long at = 0; at < in.size(); ) {
            var header = header(in, at);
            to = Math.max(to, header.getLong(START_NANOS) + header.getLong(DURATION_NANOS));
            at += header.getLong(SIZE);
        }
        return to - from;
    }

    private static ByteBuffer header(FileChannel in, long at) throws IOException {
        var header = ByteBuffer.allocate(HEADER);
        if (in.read(header, at) < HEADER || header.getLong(SIZE) < HEADER) {
            throw new IOException("no chunk at " + at);
        }
        return header.flip();
    }
}
