package io.memcmp.analysis.jfr;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.util.Optional;

/**
 * Finds the chunks of a file, one after the other: by their sizes where these make sense, else by walking, else by looking
 * for the next header. Every chunk it gives lies inside the file.
 */
final class ChunkFinder {
    private static final int BLOCK = 1 << 16;

    private final Path path;
    private final FileChannel file;
    private final long fileSize;
    private final Losses losses;
    private long offset;
    private boolean unfinished;

    ChunkFinder(Path path, FileChannel file, Losses losses) throws IOException {
        this.path = path;
        this.file = file;
        this.fileSize = file.size();
        this.losses = losses;
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
        var chunk = bounded(ChunkHeader.read(file, begin));
        offset = chunk.end();
        unfinished = !chunk.finished();
        return Optional.of(chunk);
    }

    private String stray() {
        if (offset == 0) {
            return "is no JFR recording";
        }
        return unfinished
                ? "holds bytes that were written after the last flush, without what is needed to read them"
                : "holds bytes that belong to no chunk";
    }

    /** Where the next header begins, from there on; the end of the file where there is none. */
    private long seek(long from) throws IOException {
        if (isSignature(from)) {
            return from;
        }
        for (long at = from; at + ChunkHeader.SIGNATURE_BYTES <= fileSize; at += BLOCK) {
            // So many more that a signature across the end of a block is seen.
            int length = (int) Math.min(BLOCK + ChunkHeader.SIGNATURE_BYTES - 1, fileSize - at);
            var block = ChunkHeader.bytes(file, at, length);
            for (int i = 0; i + ChunkHeader.SIGNATURE_BYTES <= block.length; i++) {
                if (ChunkHeader.isSignature(block, i)) {
                    return at + i;
                }
            }
        }
        return fileSize;
    }

    private boolean isSignature(long at) throws IOException {
        return fileSize - at >= ChunkHeader.SIGNATURE_BYTES
                && ChunkHeader.isSignature(
                        ChunkHeader.bytes(file, at, ChunkHeader.SIGNATURE_BYTES), 0);
    }

    /** The chunk with the size it really has, and the place of its types. */
    private ChunkHeader bounded(ChunkHeader header) throws IOException {
        long left = fileSize - header.offset();
        long size = header.size();
        if (size <= ChunkHeader.BYTES) {
            return walked(header, left, "has a chunk whose header does not tell how long it is");
        }
        if (size > left) {
            return walked(header, left, "is cut off: a chunk has " + size + " bytes, the file only " + left + " more");
        }
        if (header.finished() && size < left && !isSignature(header.end())) {
            var scan = ChunkScan.of(file, header.offset(), left);
            if (scan.nextFollows()) {
                return walked(header, left, "has a chunk whose header tells of " + size + " bytes");
            }
        }
        boolean described = header.metadata() >= ChunkHeader.BYTES && header.metadata() < size;
        return described
                ? header
                : header.with(size, ChunkScan.of(file, header.offset(), size).metadata());
    }

    private ChunkHeader walked(ChunkHeader header, long most, String reason) throws IOException {
        var scan = ChunkScan.of(file, header.offset(), most);
        losses.add(path, header.offset(), 0, reason);
        boolean described = header.metadata() >= ChunkHeader.BYTES && header.metadata() < scan.end();
        return header.with(scan.end(), described ? header.metadata() : scan.metadata());
    }
}
