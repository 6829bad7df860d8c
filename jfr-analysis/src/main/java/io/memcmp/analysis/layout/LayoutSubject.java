package io.memcmp.analysis.layout;

import java.util.List;
import java.util.Locale;
import java.util.OptionalLong;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What is laid out: a class, or an array. */
public sealed interface LayoutSubject {
    /**
     * A class.
     *
     * @param hierarchy the class and those above it, the topmost first
     */
    record OfClass(List<ClassDescription> hierarchy) implements LayoutSubject {
        /** Copies the list. */
        public OfClass {
            hierarchy = List.copyOf(hierarchy);
        }

        /** {@return the class itself} */
        public ClassDescription described() {
            return hierarchy.getLast();
        }

        @Override
        public String name() {
            return described().name();
        }

        @Override
        public ClassLayout layout(LayoutMode mode, int release) {
            return ClassLayout.ofInstance(hierarchy, mode, release);
        }
    }

    /**
     * An array.
     *
     * @param elementType as in the source
     * @param element kind of its elements
     * @param length how many; empty where any number is meant
     */
    record OfArray(String elementType, FieldKind element, OptionalLong length) implements LayoutSubject {
        @Override
        public String name() {
            return elementType + "[" + (length.isPresent() ? Long.toString(length.getAsLong()) : "") + "]";
        }

        @Override
        public ClassLayout layout(LayoutMode mode, int release) {
            return ClassLayout.ofArray(elementType, element, length.orElse(0), mode, release);
        }
    }

    /** {@return what to call it} */
    String name();

    /**
     * {@return where its bytes go}
     *
     * @param mode how the virtual machine runs
     * @param release feature release of the JDK
     */
    ClassLayout layout(LayoutMode mode, int release);

    /**
     * {@return the subject of that name}
     *
     * @param text a class, or an array such as {@code int[10]}; {@code int[]} is one of any length
     * @param classes where classes are found
     * @throws ClassFileException if it is neither
     */
    static LayoutSubject parse(String text, Classes classes) throws ClassFileException {
        var array =
                Pattern.compile("([^\\[\\]]+)((?:\\[\\])*)\\[(\\d{0,10})\\]").matcher(text.strip());
        if (!array.matches()) {
            return new OfClass(classes.hierarchy(text.strip()));
        }
        var length = array.group(3).isEmpty() ? OptionalLong.empty() : OptionalLong.of(Long.parseLong(array.group(3)));
        if (length.orElse(0) > Integer.MAX_VALUE) {
            throw new ClassFileException("longer than any array: " + text);
        }
        var primitive = Stream.of(FieldKind.values())
                .filter(kind -> kind != FieldKind.REF
                        && kind.name().toLowerCase(Locale.ROOT).equals(array.group(1)))
                .findFirst();
        var element = primitive.isPresent()
                ? array.group(1)
                : classes.hierarchy(array.group(1)).getLast().name();
        boolean ofPrimitives = primitive.isPresent() && array.group(2).isEmpty();
        return new OfArray(element + array.group(2), ofPrimitives ? primitive.get() : FieldKind.REF, length);
    }
}
