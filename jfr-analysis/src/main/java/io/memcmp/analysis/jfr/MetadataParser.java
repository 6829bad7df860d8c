package io.memcmp.analysis.jfr;

import io.memcmp.analysis.jfr.TypeInfo.FieldInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the event in which a chunk describes its types: a table of texts, then a tree of elements, each with attributes and
 * children, all of them numbers into that table. There are hundreds of types, of which a few matter: fields are read when a
 * type is asked for.
 */
final class MetadataParser {
    /** The tree that virtual machines write has five levels. */
    private static final int DEEPEST = 32;

    /** Types of a virtual machine have dozens, and there are hundreds of types. */
    private static final int MOST_FIELDS = 1 << 10;

    private static final int MOST_TYPES = 1 << 16;

    private final Cursor cursor;
    private int[] places = {};
    private @Nullable String[] texts = {};
    private final Map<Long, TypeInfo> types = new HashMap<>();

    private record Annotation(long type, String value) {}

    private MetadataParser(Cursor cursor) {
        this.cursor = cursor;
    }

    static MetadataParser parse(byte[] description, int length) {
        var parser = new MetadataParser(new Cursor().over(description, 0, length));
        parser.findTexts();
        parser.readElement(0);
        return parser;
    }

    Map<Long, TypeInfo> types() {
        return types;
    }

    /** The fields of a type, in the order in which they are written; none of a primitive one. */
    List<FieldInfo> fields(TypeInfo type) {
        cursor.position = type.place();
        var fields = new ArrayList<FieldInfo>();
        int children = cursor.count(1);
        for (int i = 0; i < children; i++) {
            if (fields.size() > MOST_FIELDS) {
                throw new Malformed("describes a type that never ends");
            }
            if (text().equals("field")) {
                fields.add(readField());
            } else {
                skipElement(0);
            }
        }
        return fields;
    }

    /** Notes where each lies. Most are labels and descriptions, which nobody asks for. */
    private void findTexts() {
        places = new int[cursor.count(1)];
        texts = new String[places.length];
        for (int i = 0; i < places.length; i++) {
            places[i] = cursor.position;
            Text.skip(cursor);
        }
    }

    private String text() {
        long index = cursor.number();
        if (index < 0 || index >= texts.length) {
            throw new Malformed("describes its types by texts that it does not have");
        }
        var known = texts[(int) index];
        return known == null ? text((int) index) : known;
    }

    private String text(int index) {
        var reader = new Cursor().over(cursor.bytes, places[index], cursor.end);
        int encoding = reader.one();
        if (encoding == Text.CONSTANT) {
            throw new Malformed("describes its types by constants that it does not have");
        }
        var text = Text.read(encoding, reader);
        var told = text == null ? "" : text;
        texts[index] = told;
        return told;
    }

    private void readElement(int depth) {
        if (depth > DEEPEST) {
            throw new Malformed("describes its types too deeply");
        }
        if (text().equals("class")) {
            readType(depth);
        } else {
            skipAttributes();
            int children = cursor.count(1);
            for (int i = 0; i < children; i++) {
                readElement(depth + 1);
            }
        }
    }

    private void skipAttributes() {
        cursor.skipNumbers(2L * cursor.count(2));
    }

    private void skipElement(int depth) {
        if (depth > DEEPEST) {
            throw new Malformed("describes its types too deeply");
        }
        skipAttributes();
        skipChildren(depth);
    }

    private void skipChildren(int depth) {
        int children = cursor.count(1);
        for (int i = 0; i < children; i++) {
            cursor.skipNumber();
            skipElement(depth + 1);
        }
    }

    private void readType(int depth) {
        long id = -1;
        var name = "";
        boolean event = false;
        int attributes = cursor.count(2);
        for (int i = 0; i < attributes; i++) {
            var key = text();
            var value = text();
            switch (key) {
                case "id" -> id = number(value);
                case "name" -> name = value;
                case "superType" -> event = value.equals("jdk.jfr.Event");
                default -> {} // simpleType and whatever comes
            }
        }
        if (types.size() > MOST_TYPES) {
            throw new Malformed("describes types without end");
        }
        types.put(id, new TypeInfo(id, name, event, cursor.position));
        skipChildren(depth);
    }

    private FieldInfo readField() {
        var name = "";
        long type = -1;
        boolean constant = false;
        boolean array = false;
        int attributes = cursor.count(2);
        for (int i = 0; i < attributes; i++) {
            var key = text();
            var value = text();
            switch (key) {
                case "name" -> name = value;
                case "class" -> type = number(value);
                case "constantPool" -> constant = true;
                case "dimension" -> array = number(value) > 0;
                default -> {} // nothing that changes how it is written
            }
        }
        var unit = Unit.NONE;
        boolean unsigned = false;
        int children = cursor.count(1);
        for (int i = 0; i < children; i++) {
            if (text().equals("annotation")) {
                var annotation = readAnnotation();
                var told = Unit.of(nameOf(annotation.type()), annotation.value());
                unit = told == Unit.NONE ? unit : told;
                unsigned |= nameOf(annotation.type()).equals("jdk.jfr.Unsigned");
            } else {
                skipElement(0);
            }
        }
        return new FieldInfo(name, type, constant, array, unsigned, unit);
    }

    private String nameOf(long type) {
        var info = types.get(type);
        return info == null ? "" : info.name();
    }

    private Annotation readAnnotation() {
        long type = -1;
        var told = "";
        int attributes = cursor.count(2);
        for (int i = 0; i < attributes; i++) {
            var key = text();
            switch (key) {
                case "class" -> type = number(text());
                case "value" -> told = text();
                default -> cursor.skipNumber(); // labels and descriptions
            }
        }
        skipChildren(0);
        return new Annotation(type, told);
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException _) {
            throw new Malformed("describes its types by a number that is none");
        }
    }
}
