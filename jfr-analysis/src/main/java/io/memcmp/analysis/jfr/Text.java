package io.memcmp.analysis.jfr;

import static java.nio.charset.StandardCharsets.ISO_8859_1;
import static java.nio.charset.StandardCharsets.UTF_8;

import org.jspecify.annotations.Nullable;

/** Texts, in the ways in which they are written. */
final class Text {
    static final int NULL = 0;
    static final int EMPTY = 1;
    static final int CONSTANT = 2;
    static final int UTF8 = 3;
    static final int CHARACTERS = 4;
    static final int LATIN1 = 5;

    private Text() {}

    static void skip(Cursor cursor) {
        switch (cursor.one()) {
            case NULL, EMPTY -> {}
            case CONSTANT -> cursor.skipNumber();
            case UTF8, LATIN1 -> cursor.skip(cursor.count(1));
            case CHARACTERS -> cursor.skipNumbers(cursor.count(1));
            default -> throw new Malformed("holds a text of unknown encoding");
        }
    }

    /** A text that is written out; the encoding byte has been read and is no {@link #CONSTANT}. */
    static @Nullable String read(int encoding, Cursor cursor) {
        return switch (encoding) {
            case NULL -> null;
            case EMPTY -> "";
            case UTF8 -> {
                int length = cursor.count(1);
                cursor.skip(length);
                yield new String(cursor.bytes, cursor.position - length, length, UTF_8);
            }
            case LATIN1 -> {
                int length = cursor.count(1);
                cursor.skip(length);
                yield new String(cursor.bytes, cursor.position - length, length, ISO_8859_1);
            }
            case CHARACTERS -> {
                var characters = new char[cursor.count(1)];
                for (int i = 0; i < characters.length; i++) {
                    characters[i] = (char) cursor.number();
                }
                yield new String(characters);
            }
            default -> throw new Malformed("holds a text of unknown encoding");
        };
    }
}
