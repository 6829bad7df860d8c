package io.memcmp.analysis.heapdump;

import java.nio.ByteBuffer;
import java.util.ArrayList;
import java.util.List;

/** Where in a dump its records and their numbers stand: what somebody must know who wants to damage it to the point. */
final class DumpAnatomy {
    private static final int HEADER = 31;

    private final byte[] bytes;
    private final ByteBuffer in;
    private final int idBytes;
    private final List<Number> numbers = new ArrayList<>();
    private final List<Piece> pieces = new ArrayList<>();

    /** What a number of the format is for. */
    enum Role {
        TAG,
        LENGTH,
        ID,
        TYPE,
        VALUE
    }

    /** A number that stands somewhere. */
    record Number(int at, int bytes, Role role) {}

    /** A record, or a record in a segment. */
    record Piece(int begin, int end, boolean inSegment, int tag) {
        boolean isRoot() {
            return inSegment && (tag <= 8 || tag == 0xff);
        }
    }

    private DumpAnatomy(byte[] bytes) {
        this.bytes = bytes;
        this.in = ByteBuffer.wrap(bytes);
        this.idBytes = in.getInt(19);
    }

    static DumpAnatomy of(byte[] bytes) {
        var anatomy = new DumpAnatomy(bytes);
        anatomy.records();
        return anatomy;
    }

    byte[] bytes() {
        return bytes.clone();
    }

    int idBytes() {
        return idBytes;
    }

    List<Number> numbers() {
        return numbers;
    }

    List<Piece> pieces() {
        return pieces;
    }

    private long take(int size, Role role) {
        numbers.add(new Number(in.position(), size, role));
        return switch (size) {
            case 1 -> in.get() & 0xff;
            case 2 -> in.getShort() & 0xffff;
            case 4 -> in.getInt() & 0xffff_ffffL;
            default -> in.getLong();
        };
    }

    private long id() {
        return take(idBytes, Role.ID);
    }

    private void skip(int count) {
        in.position(in.position() + count);
    }

    private void records() {
        in.position(HEADER);
        while (in.hasRemaining()) {
            int begin = in.position();
            int tag = (int) take(1, Role.TAG);
            skip(Integer.BYTES);
            int end = (int) take(4, Role.LENGTH) + in.position();
            pieces.add(new Piece(begin, end, false, tag));
            switch (tag) {
                case Hprof.TEXT -> id();
                case Hprof.LOAD_CLASS -> {
                    skip(Integer.BYTES);
                    id();
                    skip(Integer.BYTES);
                    id();
                }
                case Hprof.SEGMENT, Hprof.WHOLE -> segment(end);
                default -> {}
            }
            in.position(end);
        }
    }

    private void segment(int end) {
        while (in.position() < end) {
            int begin = in.position();
            int tag = (int) take(1, Role.TAG);
            id();
            switch (tag) {
                case 0x20 -> type();
                case 0x21 -> {
                    skip(Integer.BYTES);
                    id();
                    skip((int) take(4, Role.LENGTH)); // fields: their references are ids among other bits
                }
                case 0x22 -> {
                    skip(Integer.BYTES);
                    int length = (int) take(4, Role.LENGTH);
                    for (int i = 0; i <= length; i++) {
                        id();
                    }
                }
                case 0x23 -> {
                    skip(Integer.BYTES);
                    int length = (int) take(4, Role.LENGTH);
                    skip(length * width((int) take(1, Role.TYPE)));
                }
                case 1 -> id();
                case 2, 3, 8 -> skip(2 * Integer.BYTES);
                case 4, 6 -> skip(Integer.BYTES);
                default -> {} // roots that are an identifier alone
            }
            pieces.add(new Piece(begin, in.position(), true, tag));
        }
    }

    private void type() {
        skip(Integer.BYTES);
        for (int i = 0; i < 6; i++) {
            id();
        }
        take(4, Role.VALUE);
        int constants = (int) take(2, Role.LENGTH);
        for (int i = 0; i < constants; i++) {
            skip(Short.BYTES);
            skip(width((int) take(1, Role.TYPE)));
        }
        int statics = (int) take(2, Role.LENGTH);
        for (int i = 0; i < statics; i++) {
            id();
            int type = (int) take(1, Role.TYPE);
            take(width(type), type == 2 ? Role.ID : Role.VALUE);
        }
        int fields = (int) take(2, Role.LENGTH);
        for (int i = 0; i < fields; i++) {
            id();
            take(1, Role.TYPE);
        }
    }

    private int width(int type) {
        return switch (type) {
            case 2 -> idBytes;
            case 4, 8 -> 1;
            case 5, 9 -> 2;
            case 6, 10 -> 4;
            default -> 8;
        };
    }
}
