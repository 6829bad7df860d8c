package io.memcmp.analysis.heapdump;

import io.memcmp.analysis.layout.FieldKind;
import java.util.List;

/**
 * What the dump says of one object. Contents may be secret: nothing is shown of them unless somebody asks for this object.
 *
 * @param object its number
 * @param className its class; of a class object, {@code class} and the class's name
 * @param slots its fields, or the first of its elements, superclasses first; of a class object its static fields
 * @param length elements of an array; −1 of anything else
 */
public record ObjectContents(int object, String className, List<Slot> slots, long length) {
    /** Copies the list. */
    public ObjectContents {
        slots = List.copyOf(slots);
    }

    /**
     * A field or an element.
     *
     * @param name of the field; the index of an element, in brackets
     * @param kind its type
     * @param value as bits: a reference's is the address, a {@code float}'s and a {@code double}'s as
     *     {@link Double#doubleToRawLongBits}
     * @param target the object referred to; −1 where null, not a reference, or not in the dump
     */
    public record Slot(String name, FieldKind kind, long value, int target) {}
}
