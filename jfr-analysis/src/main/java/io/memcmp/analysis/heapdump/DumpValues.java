package io.memcmp.analysis.heapdump;

import io.memcmp.analysis.layout.FieldKind;
import java.io.IOException;
import java.util.Optional;

/** How values of fields stand in a dump. */
final class DumpValues {
    private static final FieldKind[] KINDS = {
        null,
        null,
        FieldKind.REF,
        null,
        FieldKind.BOOLEAN,
        FieldKind.CHAR,
        FieldKind.FLOAT,
        FieldKind.DOUBLE,
        FieldKind.BYTE,
        FieldKind.SHORT,
        FieldKind.INT,
        FieldKind.LONG
    };

    private DumpValues() {}

    /** {@return the kind that a type of the format stands for} */
    static Optional<FieldKind> kind(int type) {
        return type < KINDS.length ? Optional.ofNullable(KINDS[type]) : Optional.empty();
    }

    /** {@return bytes of a value in the file} */
    static int bytes(FieldKind kind, int identifierBytes) {
        return switch (kind) {
            case REF -> identifierBytes;
            case BOOLEAN, BYTE -> 1;
            case CHAR, SHORT -> Short.BYTES;
            case INT, FLOAT -> Integer.BYTES;
            case LONG, DOUBLE -> Long.BYTES;
        };
    }

    /** {@return the next value as bits; a {@code float}'s as those of a {@code double}} */
    static long read(DumpInput in, FieldKind kind) throws IOException {
        return switch (kind) {
            case REF -> in.identifier();
            case BOOLEAN -> in.u1();
            case BYTE -> (byte) in.u1();
            case CHAR -> in.u2();
            case SHORT -> (short) in.u2();
            case INT -> in.i4();
            case FLOAT -> Double.doubleToRawLongBits(Float.intBitsToFloat(in.i4()));
            case LONG, DOUBLE -> in.i8();
        };
    }
}
