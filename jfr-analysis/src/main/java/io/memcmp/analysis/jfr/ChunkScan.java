package io.memcmp.analysis.jfr;

import java.io.IOException;
import java.nio.channels.FileChannel;

/**
 * What can be found out about a chunk whose header does not tell, by going from event to event.
 *
 * @param end where its last whole event ends, from the beginning of the chunk
 * @param metadata where its types were described last; 0 where they were not
 * @param lastTicks when the last of its events began, by their clock; when the chunk began where it has none
 * @param nextFollows whether the next chunk begins where this one ends
 */
record ChunkScan(long end, long metadata, long lastTicks, boolean nextFollows) {
    private static final int WINDOW = 1 << 18;

    /** Size, type and start: three numbers of at most nine bytes. */
    private static final int LONGEST_HEAD = 27;

    private static final int FIRST_EVENT_TYPE = 2;

    static ChunkScan of(FileChannel file, ChunkHeader chunk, long most) throws IOException {
        var window = new ByteWindow(WINDOW);
        window.open(file, chunk.offset(), most);
        long latest = chunk.durationNanos() > 0 ? chunk.durationNanos() : Long.MAX_VALUE;
        long offset = ChunkHeader.BYTES;
        long metadata = 0;
        long lastTicks = chunk.startTicks();
        while (offset < most) {
            var cursor = window.cursor(offset, LONGEST_HEAD);
            if (cursor.left() >= ChunkHeader.SIGNATURE_BYTES
                    && ChunkHeader.isSignature(cursor.bytes, cursor.position)) {
                return new ChunkScan(offset, metadata, lastTicks, true);
            }
            long size = sizeOf(cursor, most - offset);
            if (size < 0) {
                break;
            }
            long type = cursor.number();
            metadata = type == 0 ? offset : metadata;
            long start = type < FIRST_EVENT_TYPE ? lastTicks : cursor.number();
            if (start > lastTicks && chunk.nanosUntil(start) <= latest) {
                lastTicks = start;
            }
            offset += size;
        }
        return new ChunkScan(Math.min(offset, most), metadata, lastTicks, false);
    }

    /** The size of the event there, of which both head and end are in the file; −1 where it makes no sense. */
    private static long sizeOf(Cursor cursor, long most) {
        int begin = cursor.position;
        try {
            long size = cursor.number();
            int type = cursor.position;
            cursor.skipNumber();
            boolean fits = size >= cursor.position - begin && size <= most;
            cursor.skipNumber();
            cursor.position = type;
            return fits ? size : -1;
        } catch (Malformed _) {
            return -1;
        }
    }
}
