package io.memcmp.analysis.heapdump;

import io.memcmp.analysis.layout.FieldKind;
import java.util.List;

/**
 * A class as the dump has it.
 *
 * @param id of its class object
 * @param superclass identifier; 0 where there is none
 * @param loader identifier; 0 is the bootstrap loader
 * @param signers identifier or 0
 * @param protectionDomain identifier or 0
 * @param statics its static fields with their values
 * @param fields its own instance fields, in the order of the values in an instance
 */
record ClassRecord(
        long id,
        long superclass,
        long loader,
        long signers,
        long protectionDomain,
        List<Static> statics,
        List<Field> fields) {
    ClassRecord {
        statics = List.copyOf(statics);
        fields = List.copyOf(fields);
    }

    /** {@return whether its class object is longer than one without static fields} */
    boolean hasStatics() {
        return !statics.isEmpty();
    }

    /** A static field; its value as bits. */
    record Static(long name, FieldKind kind, long value) {}

    /** A field of instances. */
    record Field(long name, FieldKind kind) {}
}
