package io.memcmp.analysis.layout;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;

/** What an object consists of, before a virtual machine lays it out. */
public sealed interface ObjectShape {

    /**
     * An instance of a class.
     *
     * @param levels the kinds of its instance fields, one list for each class, superclasses first
     */
    record Instance(List<List<FieldKind>> levels) implements ObjectShape {
        /** Copies the lists. */
        public Instance {
            levels = levels.stream().map(List::copyOf).toList();
        }
    }

    /**
     * An array.
     *
     * @param element kind of its elements
     * @param length how many
     */
    record Array(FieldKind element, long length) implements ObjectShape {
        /** Refuses a negative length. */
        public Array {
            if (length < 0) {
                throw new IllegalArgumentException("negative: " + length);
            }
        }
    }

    /**
     * {@return the shape that the text of a {@code memcmp.Node} describes; empty where it is none} All fields are taken
     * for those of one class: the text does not tell where a superclass ends.
     *
     * @param fields for example {@code int value, ref next} or {@code byte[1000]}
     */
    static Optional<ObjectShape> parse(String fields) {
        var array = Pattern.compile("(\\w+)\\[(\\d{1,10})\\]").matcher(fields.strip());
        if (array.matches()) {
            return FieldKind.parse(array.group(1)).map(kind -> new Array(kind, Long.parseLong(array.group(2))));
        }
        var kinds = new ArrayList<FieldKind>();
        for (var field : fields.isBlank() ? List.<String>of() : List.of(fields.split(",", -1))) {
            var kind = FieldKind.parse(field.strip().replaceFirst("\\s.*", ""));
            if (kind.isEmpty()) {
                return Optional.empty();
            }
            kinds.add(kind.get());
        }
        return Optional.of(new Instance(List.of(kinds)));
    }
}
