package io.memcmp.analysis.heapdump;

import io.memcmp.analysis.layout.FieldKind;
import java.io.IOException;

/**
 * Is shown the records of a dump in the order of the file. Contents are read from the input, as far as they are wanted: the
 * scan goes on behind them whatever was read.
 */
interface RecordVisitor {
    /** A text: its characters, UTF-8, are the next {@code bytes}. */
    default void text(long id, long position, int bytes) {}

    /** A class was loaded; its name is a text. */
    default void loaded(long classId, long nameId) {}

    /** A part of the heap begins with the record that stands there in the file. */
    default void segment(long begin) {}

    /** An object that is alive by itself. */
    default void root(RootKind kind, long id) {}

    /** A class. */
    default void classDump(ClassRecord record) {}

    /** An instance: the values of its fields, its own before its superclass's, are the next {@code bytes}. */
    default void instance(long id, long classId, DumpInput fields, int bytes) throws IOException {}

    /** An array of references: {@code length} identifiers are next. */
    default void objectArray(long id, long classId, int length, DumpInput elements) throws IOException {}

    /** An array of primitives: {@code length} values are next. */
    default void primitiveArray(long id, FieldKind element, int length, DumpInput elements) throws IOException {}
}
