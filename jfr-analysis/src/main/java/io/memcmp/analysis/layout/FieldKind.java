package io.memcmp.analysis.layout;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/** The type of a field or an array element, as far as its size goes. */
public enum FieldKind {
    /** {@code boolean}, one byte. */
    BOOLEAN(1),
    /** {@code byte}. */
    BYTE(1),
    /** {@code char}, two bytes. */
    CHAR(2),
    /** {@code short}, two bytes. */
    SHORT(2),
    /** {@code int}, four bytes. */
    INT(4),
    /** {@code float}, four bytes. */
    FLOAT(4),
    /** {@code long}, eight bytes. */
    LONG(8),
    /** {@code double}, eight bytes. */
    DOUBLE(8),
    /** Any reference: four or eight bytes. */
    REF(0);

    private final int primitiveBytes;

    FieldKind(int primitiveBytes) {
        this.primitiveBytes = primitiveBytes;
    }

    /**
     * {@return bytes of one}
     *
     * @param mode decides how long a reference is
     */
    public int bytes(LayoutMode mode) {
        return this == REF ? (mode.compressedOops() ? 4 : 8) : primitiveBytes;
    }

    static Optional<FieldKind> parse(String name) {
        return Stream.of(values())
                .filter(kind -> kind.name().toLowerCase(Locale.ROOT).equals(name))
                .findFirst();
    }
}
