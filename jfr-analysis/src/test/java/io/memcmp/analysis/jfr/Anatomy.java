package io.memcmp.analysis.jfr;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Where what lies in an undamaged recording: written again from the format, so that it knows nothing of the reader. */
final class Anatomy {
    static final int HEADER = 68;
    static final int SIZE = 8;
    static final int CONSTANTS = 16;
    static final int METADATA = 24;
    static final int STATE = 64;
    private static final long METADATA_TYPE = 0;
    private static final long CHECKPOINT_TYPE = 1;

    private final byte[] bytes;
    private final List<Chunk> chunks = new ArrayList<>();
    private int position;

    /** A chunk, and all that is in it, also what is no event of the program. */
    record Chunk(int begin, int end, List<Piece> pieces) {
        Chunk {
            pieces = List.copyOf(pieces);
        }

        /** How many events lie wholly before that byte of the file. */
        long eventsBefore(int limit) {
            return pieces.stream()
                    .filter(piece -> piece.isEvent() && piece.end() <= limit)
                    .count();
        }

        long events() {
            return eventsBefore(end);
        }
    }

    /** One event: where its size, its type and what follows them begin, and where it ends. */
    record Piece(int begin, int typeAt, int payload, int end, long type) {
        boolean isMetadata() {
            return type == METADATA_TYPE;
        }

        boolean isCheckpoint() {
            return type == CHECKPOINT_TYPE;
        }

        boolean isEvent() {
            return type > CHECKPOINT_TYPE;
        }
    }

    private Anatomy(byte[] bytes) {
        this.bytes = bytes;
    }

    static Anatomy of(byte[] bytes) {
        var anatomy = new Anatomy(bytes);
        int begin = 0;
        while (begin < bytes.length) {
            int end = begin + Math.toIntExact(ByteBuffer.wrap(bytes).getLong(begin + SIZE));
            anatomy.chunks.add(anatomy.chunk(begin, end));
            begin = end;
        }
        return anatomy;
    }

    private Chunk chunk(int begin, int end) {
        var pieces = new ArrayList<Piece>();
        position = begin + HEADER;
        while (position < end) {
            int at = position;
            int size = (int) number();
            int typeAt = position;
            long type = number();
            pieces.add(new Piece(at, typeAt, position, at + size, type));
            position = at + size;
        }
        return new Chunk(begin, end, pieces);
    }

    private long number() {
        long number = 0;
        for (int shift = 0; shift < 63; shift += 7) {
            byte next = bytes[position++];
            number |= (next & (shift == 56 ? 0xffL : 0x7fL)) << shift;
            if (shift == 56 || next >= 0) {
                return number;
            }
        }
        return number;
    }

    List<Chunk> chunks() {
        return chunks;
    }

    Chunk chunk(int index) {
        return chunks.get(index);
    }

    byte[] bytes() {
        return bytes.clone();
    }

    byte[] bytes(Chunk chunk) {
        return Arrays.copyOfRange(bytes, chunk.begin(), chunk.end());
    }

    long events() {
        return chunks.stream().mapToLong(Chunk::events).sum();
    }

    List<Piece> pieces() {
        return chunks.stream().flatMap(chunk -> chunk.pieces().stream()).toList();
    }

    /** Where the numbers of a piece begin, one after the other: for one that holds nothing else so far. */
    List<Integer> numbers(Piece piece, int count) {
        var places = new ArrayList<Integer>();
        position = piece.payload();
        for (int i = 0; i < count && position < piece.end(); i++) {
            places.add(position);
            number();
        }
        return places;
    }
}
