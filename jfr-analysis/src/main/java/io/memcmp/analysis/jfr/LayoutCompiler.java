package io.memcmp.analysis.jfr;

import io.memcmp.analysis.jfr.Layout.Kind;
import io.memcmp.analysis.jfr.Layout.Slot;
import io.memcmp.analysis.jfr.TypeInfo.FieldInfo;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Lays types flat. A damaged description may contain itself, or unfold without end: there are limits to both. */
final class LayoutCompiler {
    private static final int DEEPEST = 8;
    private static final int LONGEST_PATH = 1000;
    private static final int MOST_SLOTS_OF_ONE = 1 << 10;
    /** Of all types together; those of a JDK have some thousands. */
    private static final int MOST_SLOTS = 1 << 16;

    private final MetadataParser parser;
    private final Map<Long, TypeInfo> types;
    private int slotCount;

    LayoutCompiler(MetadataParser parser) {
        this.parser = parser;
        this.types = parser.types();
    }

    Layout compile(TypeInfo type) {
        return compile(type, 0);
    }

    private Layout compile(TypeInfo type, int depth) {
        var slots = new ArrayList<Slot>();
        var primitive = primitive(type);
        if (primitive != null) {
            slots.add(new Slot("", primitive, type.id(), false, Unit.NONE, null));
        } else {
            for (var field : parser.fields(type)) {
                add(field, "", slots, depth);
            }
        }
        return new Layout(slots);
    }

    private void add(FieldInfo field, String path, List<Slot> slots, int depth) {
        if (depth > DEEPEST || ++slotCount > MOST_SLOTS || slots.size() >= MOST_SLOTS_OF_ONE) {
            throw new Malformed("describes a type that never ends");
        }
        if (path.length() + field.name().length() > LONGEST_PATH) {
            throw new Malformed("describes a field by an endless name");
        }
        var name = path.isEmpty() ? field.name() : path + "." + field.name();
        var type = types.get(field.type());
        if (type == null) {
            throw new Malformed("does not describe the type of " + name);
        }
        if (field.array()) {
            slots.add(new Slot(name, Kind.ARRAY, field.type(), false, field.unit(), element(field, type, depth + 1)));
            return;
        }
        var primitive = field.constant() ? Kind.REFERENCE : primitive(type);
        if (primitive != null) {
            slots.add(new Slot(name, primitive, field.type(), field.unsigned(), field.unit(), null));
        } else {
            for (var inner : parser.fields(type)) {
                add(inner, name, slots, depth + 1);
            }
        }
    }

    private Layout element(FieldInfo field, TypeInfo type, int depth) {
        if (depth > DEEPEST) {
            throw new Malformed("describes a type that never ends");
        }
        return field.constant()
                ? new Layout(List.of(new Slot("", Kind.REFERENCE, type.id(), false, Unit.NONE, null)))
                : compile(type, depth);
    }

    private static @Nullable Kind primitive(TypeInfo type) {
        return switch (type.name()) {
            case "boolean" -> Kind.BOOLEAN;
            case "byte" -> Kind.BYTE;
            case "short" -> Kind.SHORT;
            case "char" -> Kind.CHAR;
            case "int" -> Kind.INT;
            case "long" -> Kind.LONG;
            case "float" -> Kind.FLOAT;
            case "double" -> Kind.DOUBLE;
            case TypeInfo.STRING -> Kind.TEXT;
            default -> null;
        };
    }
}
