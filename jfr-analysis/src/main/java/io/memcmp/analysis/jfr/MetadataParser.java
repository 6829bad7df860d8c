package io.memcmp.analysis.jfr;

import io.memcmp.analysis.jfr.TypeInfo.FieldInfo;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads the event in which a chunk describes its types: a table of texts, then a tree of elements, each with attributes and
 * children, all of them numbers into that table.
 */
final class MetadataParser {
    /** The tree that virtual machines write has five levels. */
    private static final int DEEPEST = 32;

    private final Cursor cursor;
    private int[] places = {};
    private @Nullable String[] texts = {};
    private final Map<Long, TypeInfo> types = new HashMap<>();
    /** Names of annotation types are only known when all types were read. */
    private final List<Annotated> annotated = new ArrayList<>();

    /** A field as it is being read. */
    private static final class Draft {
        private String name = "";
        private long type = -1;
        private boolean constant;
        private boolean array;
        private final List<Annotation> annotations = new ArrayList<>();
    }

    private record Annotation(long type, String value) {}

    private record Annotated(long id, String name, boolean event, List<Draft> fields) {}

    private MetadataParser(Cursor cursor) {
        this.cursor = cursor;
    }

    /** Reads an event from behind its size and type. */
    static Metadata parse(Cursor cursor) {
        var parser = new MetadataParser(cursor);
        cursor.skipNumbers(3); // start, duration, number of the description
        parser.findTexts();
        parser.readElement(0);
        parser.define();
        return new Metadata(parser.types);
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
        var fields = new ArrayList<Draft>();
        int children = cursor.count(1);
        for (int i = 0; i < children; i++) {
            if (text().equals("field")) {
                fields.add(readField(depth + 1));
            } else {
                skipElement(depth + 1);
            }
        }
        annotated.add(new Annotated(id, name, event, fields));
    }

    private Draft readField(int depth) {
        var field = new Draft();
        int attributes = cursor.count(2);
        for (int i = 0; i < attributes; i++) {
            var key = text();
            var value = text();
            switch (key) {
                case "name" -> field.name = value;
                case "class" -> field.type = number(value);
                case "constantPool" -> field.constant = true;
                case "dimension" -> field.array = number(value) > 0;
                default -> {} // nothing that changes how it is written
            }
        }
        int children = cursor.count(1);
        for (int i = 0; i < children; i++) {
            if (text().equals("annotation")) {
                field.annotations.add(readAnnotation(depth + 1));
            } else {
                skipElement(depth + 1);
            }
        }
        return field;
    }

    private Annotation readAnnotation(int depth) {
        long type = -1;
        var told = "";
        int attributes = cursor.count(2);
        for (int i = 0; i < attributes; i++) {
            var key = text();
            var value = text();
            switch (key) {
                case "class" -> type = number(value);
                case "value" -> told = value;
                default -> {} // labels and descriptions
            }
        }
        int children = cursor.count(1);
        for (int i = 0; i < children; i++) {
            cursor.skipNumber();
            skipElement(depth + 1);
        }
        return new Annotation(type, told);
    }

    private static long number(String text) {
        try {
            return Long.parseLong(text);
        } catch (NumberFormatException _) {
            throw new Malformed("describes its types by a number that is none");
        }
    }

    private void define() {
        var names = new HashMap<Long, String>();
        for (var type : annotated) {
            names.put(type.id(), type.name());
        }
        for (var type : annotated) {
            var fields = new ArrayList<FieldInfo>(type.fields().size());
            for (var draft : type.fields()) {
                fields.add(field(draft, names));
            }
            types.put(type.id(), new TypeInfo(type.id(), type.name(), type.event(), fields));
        }
    }

    private static FieldInfo field(Draft draft, Map<Long, String> names) {
        var unit = Unit.NONE;
        boolean unsigned = false;
        for (var annotation : draft.annotations) {
            var name = names.getOrDefault(annotation.type(), "");
            var told = Unit.of(name, annotation.value());
            unit = told == Unit.NONE ? unit : told;
            unsigned |= name.equals("jdk.jfr.Unsigned");
        }
        return new FieldInfo(draft.name, draft.type, draft.constant, draft.array, unsigned, unit);
    }
}
