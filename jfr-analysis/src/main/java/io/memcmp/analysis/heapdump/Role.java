package io.memcmp.analysis.heapdump;

import io.memcmp.analysis.layout.FieldKind;
import java.io.IOException;
import java.util.Optional;
import java.util.OptionalInt;

/** What instances of a class are to those who look for waste, and where in an instance the fields for that stand. */
sealed interface Role {
    /** Nothing. */
    record None() implements Role {}

    /**
     * A string.
     *
     * @param value where its array is
     * @param coder where it says how that is to be read, which it does not before JDK 9
     */
    record Text(int value, OptionalInt coder) implements Role {}

    /**
     * A boxed number.
     *
     * @param value where it is
     * @param kind its type
     */
    record Box(int value, FieldKind kind) implements Role {}

    /**
     * A collection.
     *
     * @param kind which
     * @param size where it counts what is in it
     * @param content where its array is, or the map of a set
     */
    record Collection(CollectionKind kind, OptionalInt size, OptionalInt content) implements Role {}

    /**
     * {@return the role of a class}
     *
     * @param classes of the dump
     * @param number of the class
     */
    static Role of(ClassTable classes, int number) {
        var name = classes.name(number);
        if (name.equals("java.lang.String")) {
            var value = place(classes, number, name, "value");
            return value.isPresent() ? new Text(value.getAsInt(), place(classes, number, name, "coder")) : new None();
        }
        var boxed = boxed(name);
        if (boxed.isPresent()) {
            var value = place(classes, number, name, "value");
            return value.isPresent() ? new Box(value.getAsInt(), boxed.get()) : new None();
        }
        var lineage = classes.chain(number).stream().map(classes::name).toList();
        return CollectionKind.of(lineage)
                .<Role>map(kind -> new Collection(
                        kind,
                        place(classes, number, kind.className(), kind.size()),
                        place(classes, number, kind.className(), kind.content())))
                .orElseGet(None::new);
    }

    private static OptionalInt place(ClassTable classes, int number, String declaring, Optional<String> field) {
        return field.isPresent() ? place(classes, number, declaring, field.get()) : OptionalInt.empty();
    }

    private static OptionalInt place(ClassTable classes, int number, String declaring, String field) {
        return classes.place(number, declaring, field);
    }

    private static Optional<FieldKind> boxed(String name) {
        return switch (name) {
            case "java.lang.Boolean" -> Optional.of(FieldKind.BOOLEAN);
            case "java.lang.Byte" -> Optional.of(FieldKind.BYTE);
            case "java.lang.Character" -> Optional.of(FieldKind.CHAR);
            case "java.lang.Short" -> Optional.of(FieldKind.SHORT);
            case "java.lang.Integer" -> Optional.of(FieldKind.INT);
            case "java.lang.Long" -> Optional.of(FieldKind.LONG);
            case "java.lang.Float" -> Optional.of(FieldKind.FLOAT);
            case "java.lang.Double" -> Optional.of(FieldKind.DOUBLE);
            default -> Optional.empty(); // all other classes that there are
        };
    }

    /**
     * {@return a value of the instance that the input stands at the beginning of, where it is again afterwards; empty where
     * the instance is shorter}
     *
     * @param in the fields
     * @param bytes of all of them
     * @param place of the one
     * @param kind its type
     */
    static Optional<Long> read(DumpInput in, int bytes, int place, FieldKind kind) throws IOException {
        if (place + DumpValues.bytes(kind, in.identifierBytes()) > bytes) {
            return Optional.empty();
        }
        long start = in.position();
        in.seek(start + place);
        long value = DumpValues.read(in, kind);
        in.seek(start);
        return Optional.of(value);
    }
}
