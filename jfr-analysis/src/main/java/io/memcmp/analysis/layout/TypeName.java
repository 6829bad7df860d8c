package io.memcmp.analysis.layout;

import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * A type by name.
 *
 * @param text as in the source, for example {@code int[][]} or {@code java.util.Map$Entry}
 * @param kind how long a field of it is
 */
record TypeName(String text, FieldKind kind) {

    /**
     * {@return the type that a descriptor stands for}
     *
     * @param descriptor for example {@code [Ljava/lang/String;}
     * @throws IllegalArgumentException if it stands for none
     */
    static TypeName ofDescriptor(String descriptor) {
        int dimensions = 0;
        while (dimensions < descriptor.length() && descriptor.charAt(dimensions) == '[') {
            dimensions++;
        }
        var element = descriptor.substring(dimensions);
        boolean isClass = element.length() > 2 && element.startsWith("L") && element.endsWith(";");
        var name = isClass
                ? element.substring(1, element.length() - 1).replace('/', '.')
                : primitive(element)
                        .map(kind -> kind.name().toLowerCase(Locale.ROOT))
                        .orElseThrow(() -> new IllegalArgumentException("not the descriptor of a type: " + descriptor));
        var kind =
                dimensions > 0 || isClass ? FieldKind.REF : primitive(element).orElse(FieldKind.REF);
        // More brackets than a class file may have, or than anybody would read: HotSpot's limit is 255.
        return new TypeName(name + "[]".repeat(Math.min(dimensions, 255)), kind);
    }

    private static Optional<FieldKind> primitive(String letter) {
        return Stream.of(FieldKind.values())
                .filter(kind -> kind != FieldKind.REF && letter(kind).equals(letter))
                .findFirst();
    }

    private static String letter(FieldKind kind) {
        return switch (kind) {
            case BOOLEAN -> "Z";
            case BYTE -> "B";
            case CHAR -> "C";
            case SHORT -> "S";
            case INT -> "I";
            case FLOAT -> "F";
            case LONG -> "J";
            case DOUBLE -> "D";
            case REF -> "L";
        };
    }
}
