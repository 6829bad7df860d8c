package io.memcmp.analysis.jfr;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/** Makes the plan of each chunk, once for all chunks that describe their types alike. */
final class Plans {
    private static final int LARGEST_READ_AHEAD = 1 << 18;

    private final Choices choices;
    private final ByteWindow window = new ByteWindow(LARGEST_READ_AHEAD);
    private byte[] description = new byte[Cursor.PADDING];
    private @Nullable ChunkPlan plan;
    private @Nullable ChunkHeader lastPlanned;

    Plans(Choices choices) {
        this.choices = choices;
    }

    /** The plan of the chunk. Throws {@link Malformed} where its types are nowhere described. */
    ChunkPlan of(FileChannel file, ChunkHeader chunk) throws IOException {
        var found = described(file, chunk);
        lastPlanned = chunk;
        return found;
    }

    /**
     * The plan by the description of the chunk before, if the same virtual machine wrote both: for a chunk whose own
     * description is lost. Null where there is none.
     */
    @Nullable
    ChunkPlan borrowed(ChunkHeader chunk) {
        boolean fits = lastPlanned != null && chunk.follows(lastPlanned);
        if (fits) {
            lastPlanned = chunk;
        }
        return fits ? plan : null;
    }

    private ChunkPlan described(FileChannel file, ChunkHeader chunk) throws IOException {
        if (chunk.metadata() == 0) {
            throw new Malformed("was cut off before it described its events");
        }
        window.open(file, chunk.offset(), chunk.size());
        var head = window.cursor(chunk.metadata(), Cursor.PADDING);
        long size = head.number();
        int start = window.require(chunk.metadata(), size);
        var cursor = new Cursor().over(window.bytes(), start, start + (int) size);
        cursor.skipNumber();
        if (cursor.number() != 0) {
            throw new Malformed("does not describe its events where its header says so");
        }
        return plan(cursor);
    }

    /** Each description has a time of its own; what counts comes after it. */
    private ChunkPlan plan(Cursor cursor) {
        cursor.skipNumbers(3);
        int length = cursor.left();
        var found = Arrays.copyOfRange(cursor.bytes, cursor.position, cursor.end + Cursor.PADDING);
        if (plan == null || !Arrays.equals(found, 0, length, description, 0, description.length - Cursor.PADDING)) {
            plan = new ChunkPlan(Metadata.parse(found, length), choices);
            description = found;
        }
        return plan;
    }
}
