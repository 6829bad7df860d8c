package io.memcmp.analysis.jfr;

import java.io.IOException;
import java.nio.channels.FileChannel;

/**
 * What can be found out about a chunk whose header does not tell, by going from event to event.
 *
 * @param end where its last whole event ends, from the beginning of the chunk
 * @param metadata where its types were described last; 0 where they were not
 * @param nextFollows whether the next chunk begins where this one ends
 */
record ChunkScan(long end, long metadata, boolean nextFollows) {
    private static final int WINDOW = 1 << 18;
    private static final int LONGEST_HEAD = 18;

    static ChunkScan of(FileChannel file, long chunk, long most) throws IOException {
        var window = new ByteWindow(WINDOW);
        window.open(file, chunk, most);
        long offset = ChunkHeader.BYTES;
        long metadata = 0;
        while (offset < most) {
            var cursor = window.cursor(offset, LONGEST_HEAD);
            if (cursor.left() >= ChunkHeader.SIGNATURE_BYTES
                    && ChunkHeader.isSignature(cursor.bytes, cursor.position)) {
                return new ChunkScan(offset, metadata, true);
            }
            long size = sizeOf(cursor, most - offset);
            if (size < 0) {
                break;
            }
            metadata = cursor.number() == 0 ? offset : metadata;
            offset += size;
        }
        return new ChunkScan(Math.min(offset, most), metadata, false);
    }

    /** The size of the event there, of which both head and end are in the file; −1 where it makes no sense. */
    private static long sizeOf(Cursor cursor, long most) {
        int begin = cursor.position;
        try {
            long size = cursor.number();
            int type = cursor.position;
            cursor.skipNumber();
            boolean fits = size >= cursor.position - begin && size <= most;
            cursor.position = type;
            return fits ? size : -1;
        } catch (Malformed _) {
            return -1;
        }
    }
}
