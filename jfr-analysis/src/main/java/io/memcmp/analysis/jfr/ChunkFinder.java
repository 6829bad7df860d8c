package io.memcmp.analysis.jfr;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Finds the chunks of a file, one after the other: by their sizes where these make sense, else by walking, else by looking
 * for the next header. Every chunk it gives lies inside the file.
 */
final class ChunkFinder {
    private static final int BLOCK = 1 << 16;

    /** How often the file may be searched for what headers do not tell; a hostile one asks for it at every chunk. */
    private static final int SCANS = 4;

    /** A header that tells of more was damaged itself. */
    private static final long LARGEST = 1L << 40;

    private final Path path;
    private final FileChannel file;
    private final long fileSize;
    private final Losses losses;
    private long offset;
    private @Nullable ChunkHeader last;
    private boolean cutOff;
    private byte[] block = {};
    private long blockAt;
    private long budget;

    ChunkFinder(Path path, FileChannel file, Losses losses) throws IOException {
        this.path = path;
        this.file = file;
        this.fileSize = file.size();
        this.losses = losses;
        this.budget = SCANS * (fileSize + BLOCK);
    }

    /** How far it has come. */
    long offset() {
        return offset;
    }

    /** The next chunk; empty at the end of the file. */
    Optional<ChunkHeader> next() throws IOException {
        long begin = seek(offset);
        if (begin > offset) {
            losses.add(path, offset, begin - offset, stray());
        }
        offset = begin;
        if (fileSize - begin < ChunkHeader.BYTES) {
            if (begin < fileSize) {
                losses.add(path, begin, fileSize - begin, "is cut off inside the header of a chunk");
            }
            offset = fileSize;
            return Optional.empty();
        }
        cutOff = false;
        var chunk = bounded(ChunkHeader.read(file, begin));
        offset = chunk.end();
        last = chunk;
        return Optional.of(chunk);
    }

    private String stray() {
        if (last == null) {
            return "is no JFR recording";
        }
        if (cutOff) {
            return "is cut off inside an event, or the rest makes no sense";
        }
        return last.finished()
                ? "holds bytes that belong to no chunk"
                : "holds bytes that were written after the last flush, without what is needed to read them";
    }

    /** Where the next header begins, from there on; the end of the file where there is none. */
    private long seek(long from) throws IOException {
        if (isSignature(from)) {
            return from;
        }
        for (long at = from; at + ChunkHeader.SIGNATURE_BYTES <= fileSize; at = blockAt + BLOCK) {
            block(at);
            budget -= BLOCK;
            for (int i = (int) (at - blockAt); i + ChunkHeader.SIGNATURE_BYTES <= block.length; i++) {
                if (ChunkHeader.isSignature(block, i) && (budget < 0 || !isCopy(blockAt + i))) {
                    return blockAt + i;
                }
            }
        }
        return fileSize;
    }

    /** Every chunk has its own header among its constants too. */
    private boolean isCopy(long at) throws IOException {
        var header = ChunkHeader.read(file, at);
        return last != null && header.startTicks() == last.startTicks() && header.startNanos() == last.startNanos();
    }

    /** Keeps the block: where chunks lie close together between bytes that make no sense, it is searched many times. */
    private void block(long at) throws IOException {
        if (at < blockAt || at >= blockAt + BLOCK || block.length == 0) {
            blockAt = at;
            // So many more that a signature across the end of a block is seen.
            block = ChunkHeader.bytes(file, at, (int) Math.min(BLOCK + ChunkHeader.SIGNATURE_BYTES - 1, fileSize - at));
        }
    }

    private boolean isSignature(long at) throws IOException {
        return fileSize - at >= ChunkHeader.SIGNATURE_BYTES
                && ChunkHeader.isSignature(ChunkHeader.bytes(file, at, ChunkHeader.SIGNATURE_BYTES), 0);
    }

    /** The chunk with the size it really has, and the place of its types. */
    private ChunkHeader bounded(ChunkHeader header) throws IOException {
        long left = fileSize - header.offset();
        long size = header.size();
        if (size <= ChunkHeader.BYTES || size > LARGEST) {
            return walked(header, left, 0, "has a chunk whose header does not tell how long it is");
        }
        if (size > left) {
            return walked(
                    header,
                    nextBefore(header, left),
                    size - left,
                    "is cut off: %,d of the %,d bytes of a chunk are missing".formatted(size - left, size));
        }
        if (header.finished() && size < left && !isSignature(header.end())) {
            var scan = scan(header, left);
            long end = scan.nextFollows() || scan.end() >= size ? scan.end() : nextBefore(header, size);
            if (scan.nextFollows() || end < size) {
                return walked(
                        header,
                        end,
                        0,
                        "has a chunk of %,d bytes that is followed too early or too late".formatted(size));
            }
        }
        boolean described = header.metadata() >= ChunkHeader.BYTES && header.metadata() < size;
        return described ? header : header.with(size, scan(header, size).metadata(), header.durationNanos());
    }

    /** Where another chunk begins inside of what should be this one, from its beginning; else where it should end. */
    private long nextBefore(ChunkHeader header, long end) throws IOException {
        last = header;
        return Math.min(end, seek(header.offset() + ChunkHeader.BYTES) - header.offset());
    }

    private ChunkHeader walked(ChunkHeader header, long most, long missing, String reason) throws IOException {
        var scan = scan(header, most);
        losses.add(path, header.offset() + scan.end(), missing, reason);
        cutOff = !scan.nextFollows();
        boolean described = header.metadata() >= ChunkHeader.BYTES && header.metadata() < scan.end();
        long metadata = described ? header.metadata() : scan.metadata();
        // What is missing was written last: the time that the header tells is not reached.
        return header.with(scan.end(), metadata, cutOff ? header.nanosUntil(scan.lastTicks()) : header.durationNanos());
    }

    private ChunkScan scan(ChunkHeader header, long most) throws IOException {
        var scan = ChunkScan.of(file, header, Math.min(most, Math.max(budget, ChunkHeader.BYTES)));
        budget -= scan.end();
        return scan;
    }
}
