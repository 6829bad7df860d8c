package io.memcmp.bench.heap;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.lang.foreign.ValueLayout;
import java.nio.ByteOrder;
import java.nio.channels.FileChannel;
import java.nio.channels.FileChannel.MapMode;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;

/** Goes through a dump of 64-bit identifiers from record to record, and counts the records of each kind. */
final class Scan implements HeapReader {
    private static final ValueLayout.OfInt INT = ValueLayout.JAVA_INT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final ValueLayout.OfShort SHORT = ValueLayout.JAVA_SHORT_UNALIGNED.withOrder(ByteOrder.BIG_ENDIAN);
    private static final int ID = 8;
    private static final int HEADER = 9;
    private static final int HEAP_DUMP = 0x0c;
    private static final int HEAP_DUMP_SEGMENT = 0x1c;
    private static final int CLASS_DUMP = 0x20;
    private static final int INSTANCE_DUMP = 0x21;
    private static final int OBJECT_ARRAY_DUMP = 0x22;
    private static final int PRIMITIVE_ARRAY_DUMP = 0x23;

    private final long[] counts = new long[256];

    @Override
    public void read(Path dump, Question question, Findings findings) throws IOException {
        try (var channel = FileChannel.open(dump);
                var arena = Arena.ofConfined()) {
            var bytes = channel.map(MapMode.READ_ONLY, 0, channel.size(), arena);
            long at = 0;
            while (bytes.get(ValueLayout.JAVA_BYTE, at) != 0) {
                at++;
            }
            for (at += 1 + Integer.BYTES + Long.BYTES; at < bytes.byteSize(); ) {
                int tag = tag(bytes, at);
                long end = at + HEADER + length(bytes, at + 5);
                if (tag == HEAP_DUMP || tag == HEAP_DUMP_SEGMENT) {
                    objects(bytes, at + HEADER, end);
                }
                at = end;
            }
        }
        names().forEach((tag, name) -> findings.counted("(" + name + ")", counts[tag], 0));
    }

    private void objects(MemorySegment bytes, long start, long end) throws IOException {
        long at = start;
        while (at < end) {
            int tag = tag(bytes, at);
            counts[tag]++;
            at += 1
                    + switch (tag) {
                        case INSTANCE_DUMP -> 2 * ID + 2 * Integer.BYTES + length(bytes, at + 1 + 2 * ID + 4);
                        case OBJECT_ARRAY_DUMP -> 2 * ID + 2 * Integer.BYTES + ID * length(bytes, at + 1 + ID + 4);
                        case PRIMITIVE_ARRAY_DUMP ->
                            ID
                                    + 2 * Integer.BYTES
                                    + 1
                                    + size(tag(bytes, at + 1 + ID + 8)) * length(bytes, at + 1 + ID + 4);
                        case CLASS_DUMP -> classLength(bytes, at + 1);
                        default -> rootLength(tag);
                    };
        }
        if (at != end) {
            throw new IOException("a record goes beyond its segment, which ends at " + end);
        }
    }

    private static long classLength(MemorySegment bytes, long start) throws IOException {
        long at = start + 7 * ID + 2 * Integer.BYTES;
        int constants = bytes.get(SHORT, at) & 0xffff;
        at += Short.BYTES;
        for (int i = 0; i < constants; i++) {
            at += Short.BYTES + 1 + size(tag(bytes, at + Short.BYTES));
        }
        int statics = bytes.get(SHORT, at) & 0xffff;
        at += Short.BYTES;
        for (int i = 0; i < statics; i++) {
            at += ID + 1 + size(tag(bytes, at + ID));
        }
        int fields = bytes.get(SHORT, at) & 0xffff;
        return at + Short.BYTES + (long) fields * (ID + 1) - start;
    }

    private static int rootLength(int tag) throws IOException {
        return switch (tag) {
            case 0xff, 0x05, 0x07 -> ID;
            case 0x01 -> 2 * ID;
            case 0x02, 0x03, 0x08 -> ID + 2 * Integer.BYTES;
            case 0x04, 0x06 -> ID + Integer.BYTES;
            default -> throw new IOException("no such record of a heap dump: " + tag);
        };
    }

    private static int size(int type) throws IOException {
        return switch (type) {
            case 2 -> ID;
            case 4, 8 -> 1;
            case 5, 9 -> 2;
            case 6, 10 -> 4;
            case 7, 11 -> 8;
            default -> throw new IOException("no such type of a field: " + type);
        };
    }

    private static int tag(MemorySegment bytes, long at) {
        return bytes.get(ValueLayout.JAVA_BYTE, at) & 0xff;
    }

    private static long length(MemorySegment bytes, long at) {
        return bytes.get(INT, at) & 0xffff_ffffL;
    }

    private static Map<Integer, String> names() {
        return new TreeMap<>(Map.of(
                CLASS_DUMP, "classes",
                INSTANCE_DUMP, "instances",
                OBJECT_ARRAY_DUMP, "arrays of references",
                PRIMITIVE_ARRAY_DUMP, "arrays of numbers"));
    }
}
