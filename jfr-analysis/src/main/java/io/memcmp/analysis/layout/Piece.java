package io.memcmp.analysis.layout;

import java.util.List;
import java.util.function.LongUnaryOperator;

/** A part of a structure of n elements: objects of one class, arrays, or what elements refer to and nobody counts here. */
public sealed interface Piece {

    /** How many there are. */
    enum Amount {
        /** One, even in an empty structure. */
        ONE,
        /** One as soon as there is an element. */
        ONE_IF_ANY,
        /** One for every element. */
        PER_ELEMENT;

        /**
         * {@return how many}
         *
         * @param elements n
         */
        public long of(long elements) {
            return switch (this) {
                case ONE -> 1;
                case ONE_IF_ANY -> elements > 0 ? 1 : 0;
                case PER_ELEMENT -> elements;
            };
        }
    }

    /**
     * How long an array is.
     *
     * @param symbol in a formula, for example {@code table(n)}
     * @param rule in words; empty for n itself
     * @param of of n elements
     */
    record Length(String symbol, String rule, LongUnaryOperator of) {
        /** As many as there are elements. */
        public static final Length N = new Length("n", "", n -> n);
    }

    /** {@return how many of it there are} */
    Amount amount();

    /**
     * Objects of a class.
     *
     * @param hierarchy the class and those above it, the topmost first
     * @param amount how many
     * @param payload whether their primitive fields are the user's data, and not the structure's own
     */
    record Objects(List<ClassDescription> hierarchy, Amount amount, boolean payload) implements Piece {
        /** Copies the list. */
        public Objects {
            hierarchy = List.copyOf(hierarchy);
        }
    }

    /**
     * Arrays.
     *
     * @param elementType as in the source
     * @param element kind of its elements
     * @param length how long
     * @param amount how many
     */
    record Arrays(String elementType, FieldKind element, Length length, Amount amount) implements Piece {}

    /**
     * What is referred to and not counted.
     *
     * @param name in a formula, for example {@code key}
     * @param amount how many
     */
    record Other(String name, Amount amount) implements Piece {}
}
