package io.memcmp.analysis.heapdump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.analysis.heapdump.Hprof.Links;
import io.memcmp.analysis.heapdump.Hprof.Named;
import io.memcmp.analysis.heapdump.Hprof.RootKind;
import io.memcmp.analysis.layout.FieldKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** An object that stands in a dump again as something else is what it was the first time, for waste, too. */
class RepeatsTest {
    private static final long OBJECT = 0x7f00_0000_1000L;
    private static final long CLASS = 0x7f00_0000_1100L;
    private static final long INTEGER = 0x7f00_0000_1200L;
    private static final long LIST = 0x7f00_0000_1300L;
    private static final long OBJECTS = 0x7f00_0000_1400L;
    private static final long LARGE = 0x7f00_0001_0000L;
    private static final long SMALL = 0x7f00_0002_0000L;
    private static final long HOLDER = 0x7f00_0003_0000L;
    private static final long ELEMENTS = 0x7f00_0004_0000L;
    private static final Links OF_OBJECT = new Links(OBJECT, 0, 0, 0);
    private static final int LENGTH = 100;

    @TempDir
    Path directory;

    private static void classes(Hprof out) throws IOException {
        var names = List.of(
                "java/lang/Object",
                "java/lang/Class",
                "java/lang/Integer",
                "java/util/ArrayList",
                "[Ljava/lang/Object;",
                "value",
                "size",
                "elementData");
        var ids = List.of(OBJECT, CLASS, INTEGER, LIST, OBJECTS);
        for (int i = 0; i < names.size(); i++) {
            out.text(i + 1, names.get(i));
        }
        for (int i = 0; i < ids.size(); i++) {
            out.loadClass(i + 1, ids.get(i), i + 1);
        }
        out.type(OBJECT, new Links(0, 0, 0, 0), List.of(), List.of());
        out.type(CLASS, OF_OBJECT, List.of(), List.of());
        out.type(INTEGER, OF_OBJECT, List.of(), List.of(new Named(6, FieldKind.INT, 0)));
        out.type(LIST, OF_OBJECT, List.of(), List.of(new Named(7, FieldKind.INT, 0), new Named(8, FieldKind.REF, 0)));
        out.type(OBJECTS, OF_OBJECT, List.of(), List.of());
    }

    private Path dump(boolean repeats) throws IOException {
        var file = directory.resolve(repeats + ".hprof");
        try (var out = new Hprof(Files.newOutputStream(file), Hprof.Format.USUAL)) {
            classes(out);
            for (long held : List.of(LARGE, SMALL, HOLDER)) {
                out.root(RootKind.JNI_GLOBAL, held);
            }
            out.numbers(LARGE, FieldKind.BYTE, 10_000, 1);
            out.numbers(SMALL, FieldKind.BYTE, 10, 0);
            out.instance(HOLDER, LIST, out.bytes().u4(LENGTH).u8(ELEMENTS));
            out.references(ELEMENTS, OBJECTS, LENGTH, () -> HOLDER);
            if (repeats) {
                out.numbers(LARGE, FieldKind.BYTE, 10, 0);
                out.instance(SMALL, INTEGER, out.bytes().u4(7));
                out.references(ELEMENTS, OBJECTS, 0, 0, 0);
                out.instance(LARGE, LIST, out.bytes().u4(0).u8(ELEMENTS));
                out.instance(OBJECT, INTEGER, out.bytes().u4(8));
            }
        }
        return file;
    }

    private static Waste waste(Path file, boolean warns) throws Exception {
        try (var dump = HeapDump.open(file, HeapDumpOptions.USUAL, DumpProgress.NONE)) {
            assertEquals(
                    warns,
                    dump.facts().warnings().stream()
                            .anyMatch(text -> text.startsWith("5 records have the identifier")));
            return Waste.of(dump, 1);
        }
    }

    @Test
    void theFirstRecordCounts() throws Exception {
        var once = waste(dump(false), false);
        assertTrue(once.collections().isEmpty(), once::toString);
        assertEquals(once, waste(dump(true), true));
    }
}
