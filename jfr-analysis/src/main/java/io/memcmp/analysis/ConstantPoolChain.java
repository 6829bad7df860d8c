package io.memcmp.analysis;

import io.memcmp.analysis.ChunkHeader.Damage;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;

/**
 * The constant pools of a chunk, each of which says how far before it the next one lies. A reader that follows a
 * damaged one forwards can go round for ever.
 */
final class ConstantPoolChain {
    /** Size, type, start, duration and distance: five numbers of at most nine bytes. */
    private static final int LONGEST = 5 * 9;

    private ConstantPoolChain() {}

    static void check(FileChannel file, ChunkHeader chunk) throws IOException, Damage {
        if (!chunk.compressed()) {
            return; // no virtual machine since 11 writes such a chunk unless it is told to
        }
        long position = chunk.constants();
        long distance = -1;
        while (distance != 0) {
            int count = (int) Math.min(LONGEST, chunk.size() - position);
            distance = distance(ChunkHeader.bytes(file, chunk.offset() + position, count));
            position += distance;
            if (distance > 0 || position < ChunkHeader.BYTES) {
                throw new Damage("is damaged: its constant pools lead nowhere");
            }
        }
    }

    private static long distance(ByteBuffer pool) throws Damage {
        long number = 0;
        for (int i = 0; i < 5; i++) {
            number = number(pool);
        }
        return number;
    }

    /** Seven bits in each byte, the lowest first; the ninth byte has eight. */
    private static long number(ByteBuffer bytes) throws Damage {
        long number = 0;
        for (int shift = 0; shift < 64; shift += 7) {
            if (!bytes.hasRemaining()) {
                throw new Damage("is damaged: a constant pool lies across its end");
            }
            byte next = bytes.get();
            if (shift == 56) {
                return number | (next & 0xffL) << shift;
            }
            number |= (next & 0x7fL) << shift;
            if (next >= 0) {
                return number;
            }
        }
        return number;
    }
}
