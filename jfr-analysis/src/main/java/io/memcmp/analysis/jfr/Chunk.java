package io.memcmp.analysis.jfr;

import java.io.EOFException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;

/**
 * A chunk as it lies in a file: complete in itself, so that chunks of several files may be put together.
 *
 * @param file the file
 * @param offset where in it the chunk begins
 * @param size bytes of it that are valid; of an unfinished chunk, up to its last flush
 * @param from when it was begun
 * @param to when it was written last
 * @param finished whether the virtual machine has closed it
 */
public record Chunk(Path file, long offset, long size, Instant from, Instant to, boolean finished) {

    /**
     * {@return the chunks of a file whose headers tell the truth about their length}
     *
     * @param file any file
     * @param losses is told of everything else that lies in it
     * @throws IOException if reading fails
     */
    public static List<Chunk> of(Path file, Consumer<Loss> losses) throws IOException {
        var chunks = new ArrayList<Chunk>();
        var lost = new Losses();
        try (var channel = FileChannel.open(file, StandardOpenOption.READ)) {
            var finder = new ChunkFinder(file, channel, lost);
            for (var found = finder.next(); found.isPresent(); found = finder.next()) {
                var chunk = found.get();
                if (ChunkHeader.read(channel, chunk.offset()).size() == chunk.size()) {
                    chunks.add(new Chunk(
                            file,
                            chunk.offset(),
                            chunk.size(),
                            Ticks.instant(chunk.startNanos()),
                            Ticks.instant(chunk.endNanos()),
                            chunk.finished()));
                }
            }
        }
        lost.first().forEach(losses);
        return chunks;
    }

    /**
     * Writes the chunk where a file is open at, marked as finished: other readers wait for a chunk that says it is still
     * being written.
     *
     * @param target takes it
     * @throws IOException if reading or writing fails, or the file has shrunk meanwhile
     */
    public void appendTo(FileChannel target) throws IOException {
        long begin = target.position();
        try (var source = FileChannel.open(file, StandardOpenOption.READ)) {
            long copied = 0;
            while (copied < size) {
                long count = source.transferTo(offset + copied, size - copied, target);
                if (count <= 0) {
                    throw new EOFException(file + " shrank while it was copied");
                }
                copied += count;
            }
        }
        if (!finished) {
            target.write(ByteBuffer.wrap(new byte[] {0}), begin + ChunkHeader.STATE_OFFSET);
        }
    }
}
