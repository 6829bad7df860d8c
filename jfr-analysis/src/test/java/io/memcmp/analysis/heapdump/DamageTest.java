package io.memcmp.analysis.heapdump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.analysis.heapdump.HeapDumpOptions.Depth;
import io.memcmp.analysis.heapdump.HeapDumpOptions.References;
import io.memcmp.analysis.layout.FieldKind;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** One wrong bit, or a record that no virtual machine writes: said where it matters, and the same in every way of reading. */
class DamageTest {
    private static final long OBJECT = 0x7f00_0000_1000L;
    private static final long CLASS = 0x7f00_0000_1100L;
    private static final long THING = 0x7f00_0000_1200L;
    private static final long ARRAY = 0x7f00_0000_1300L;
    private static final long THINGS = 0x7f00_0002_0000L;
    private static final long BYTES = 0x7f00_0001_0000L;
    private static final long TOP = 0x7f00_0009_0000L;
    private static final Hprof.Links NO_CLASS = new Hprof.Links(0, 0, 0, 0);
    private static final Hprof.Links OF_OBJECT = new Hprof.Links(OBJECT, 0, 0, 0);

    @TempDir
    Path directory;

    private interface Content {
        void write(Hprof out) throws IOException;
    }

    private Path dump(Content content) throws IOException {
        var file = directory.resolve("heap.hprof");
        try (var out = new Hprof(Files.newOutputStream(file), Hprof.Format.USUAL)) {
            out.text(1, "java/lang/Object");
            out.text(2, "java/lang/Class");
            out.text(3, "x/Thing");
            out.text(4, "[Ljava/lang/Object;");
            out.text(5, "field");
            out.loadClass(1, OBJECT, 1);
            out.loadClass(2, CLASS, 2);
            out.loadClass(3, THING, 3);
            out.loadClass(4, ARRAY, 4);
            content.write(out);
        }
        return file;
    }

    private static void classes(Hprof out, FieldKind... ofThing) throws IOException {
        out.type(OBJECT, NO_CLASS, List.of(), List.of());
        out.type(CLASS, OF_OBJECT, List.of(), List.of());
        thing(out, ofThing);
        out.type(ARRAY, OF_OBJECT, List.of(), List.of());
    }

    private static void thing(Hprof out, FieldKind... kinds) throws IOException {
        var fields =
                Arrays.stream(kinds).map(kind -> new Hprof.Named(5, kind, 0)).toList();
        out.type(THING, OF_OBJECT, List.of(), fields);
    }

    private static void byteArrays(Hprof out, int count) throws IOException {
        for (int i = 0; i < count; i++) {
            out.numbers(BYTES + 24L * i, FieldKind.BYTE, 8, 0);
        }
    }

    private static HeapDumpOptions of(Depth depth) {
        return new HeapDumpOptions(References.STRONG, depth, Optional.empty());
    }

    /** Classes with instances, and their amounts, by each way of reading. */
    private static List<List<String>> readings(Path file) throws Exception {
        var readings = new ArrayList<List<String>>();
        for (var depth : Depth.values()) {
            for (int parts : new int[] {1, 2, 3}) {
                try (var dump = HeapDump.open(file, of(depth), DumpProgress.NONE, new Splitting(parts, 1))) {
                    readings.add(dump.classes().stream()
                            .filter(type -> type.all().instances() > 0)
                            .map(type -> type.name() + " " + type.all())
                            .sorted()
                            .toList());
                }
            }
        }
        return readings;
    }

    private static void assertSame(Path file) throws Exception {
        var readings = readings(file);
        assertEquals(Collections.nCopies(readings.size(), readings.getFirst()), readings);
    }

    private static DumpFacts facts(Path file, int parts) throws Exception {
        try (var dump = HeapDump.open(file, HeapDumpOptions.USUAL, DumpProgress.NONE, new Splitting(parts, 1))) {
            return dump.facts();
        }
    }

    private static Amount things(Path file) throws Exception {
        try (var dump = HeapDump.open(file, HeapDumpOptions.USUAL, DumpProgress.NONE)) {
            return dump.classes().stream()
                    .filter(type -> type.name().equals("x.Thing"))
                    .findFirst()
                    .orElseThrow()
                    .all();
        }
    }

    /** Adds to one byte behind the first place where some bytes stand. */
    private static void change(Path file, String hex, int behind, int by) throws IOException {
        var bytes = Files.readAllBytes(file);
        var wanted = HexFormat.of().parseHex(hex);
        int at = 0;
        while (!Arrays.equals(bytes, at, at + wanted.length, wanted, 0, wanted.length)) {
            at++;
        }
        bytes[at + behind] += (byte) by;
        Files.write(file, bytes);
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void aSegmentThatIsNone(int parts) throws Exception {
        var file = dump(out -> {
            classes(out);
            byteArrays(out, 100);
            out.root(Hprof.RootKind.JNI_GLOBAL, BYTES);
        });
        assertEquals(Optional.empty(), facts(file, parts).incomplete());
        change(file, "1c00000000", 0, 1);
        assertTrue(facts(file, parts).incomplete().orElseThrow().contains("tag 0x1d"));
    }

    @ParameterizedTest
    @ValueSource(ints = {1, 2})
    void anInstanceThatIsLongerThanItsClassSays(int parts) throws Exception {
        var file = dump(out -> {
            classes(out, FieldKind.REF, FieldKind.INT, FieldKind.SHORT, FieldKind.BYTE);
            byteArrays(out, 2);
            for (int i = 0; i < 1000; i++) {
                out.instance(
                        THINGS + 32L * i, THING, out.bytes().u8(0).u4(1).u2(2).u1(3));
            }
            out.root(Hprof.RootKind.JNI_GLOBAL, THINGS);
        });
        assertEquals(List.of(), facts(file, parts).warnings());
        var instance = "21%016x".formatted(THINGS + 32 * 10); // and the next, which is 40 bytes long, vanishes in it
        change(file, instance, 9 + 4 + 8 + 3, 40);
        var warnings = facts(file, parts).warnings();
        assertEquals(1, warnings.size());
        assertTrue(warnings.getFirst().contains("fields of their class: 1;"), warnings::getFirst);
    }

    @Test
    void oneWrongIdentifierResizesNoClass() throws Exception {
        var file = dump(out -> {
            classes(out, FieldKind.LONG, FieldKind.LONG);
            byteArrays(out, 100);
            for (int i = 0; i < 10_000; i++) {
                out.instance(
                        THINGS + 32L * i + (i == 500 ? 16 : 0),
                        THING,
                        out.bytes().u8(1).u8(2));
            }
            out.root(Hprof.RootKind.JNI_GLOBAL, THINGS);
        });
        assertEquals(new Amount(10_000, 320_000), things(file));
    }

    @Test
    void aClassThatComesTwice() throws Exception {
        var hundred = Collections.nCopies(100, FieldKind.REF).toArray(FieldKind[]::new);
        var file = dump(out -> {
            classes(out);
            for (int i = 0; i < 50; i++) {
                var fields = out.bytes();
                for (int place = 0; place < 100; place++) {
                    fields.id(THINGS + 1024L * place);
                }
                out.instance(THINGS + 1024L * i, THING, fields);
            }
            thing(out, hundred);
            out.root(Hprof.RootKind.JNI_GLOBAL, THINGS);
        });
        assertSame(file);
        assertEquals(50, things(file).instances());
    }

    @Test
    void anArrayOfAClassWhoseOnlyInstanceIsAtTheTop() throws Exception {
        var file = dump(out -> {
            classes(out);
            out.references(BYTES, ARRAY, TOP, CLASS);
            out.flush();
            out.references(BYTES + 256, THING, OBJECT, CLASS);
            for (int i = 0; i < 300; i++) {
                out.instance(THINGS + 16L * i, OBJECT, out.bytes());
            }
            out.flush();
            for (int i = 300; i < 400; i++) {
                out.instance(THINGS + 16L * i, OBJECT, out.bytes());
            }
            out.instance(TOP, THING, out.bytes());
            out.root(Hprof.RootKind.JNI_GLOBAL, TOP);
        });
        assertSame(file);
    }

    @Test
    void anArrayOfAClassAfterItsInstanceAtTheTop() throws Exception {
        assertSame(dump(out -> {
            out.instance(TOP, THING, out.bytes());
            out.flush();
            classes(out);
            out.references(BYTES, THING, OBJECT, CLASS);
            out.references(BYTES + 256, THING, OBJECT, CLASS);
            out.root(Hprof.RootKind.JNI_GLOBAL, TOP);
        }));
    }

    @Test
    void anArrayOfTheClassOfClasses() throws Exception {
        assertSame(dump(out -> {
            out.references(0x7f00_0000_0100L, CLASS, OBJECT, CLASS);
            classes(out);
            out.root(Hprof.RootKind.STICKY_CLASS, OBJECT);
        }));
    }

    @ParameterizedTest
    @ValueSource(longs = {0x10L, 0x8000_0008L})
    void identifiersFurtherApartThanALongCanTell(long lowest) throws Exception {
        var file = dump(out -> {
            classes(out, FieldKind.LONG, FieldKind.LONG, FieldKind.LONG);
            for (int i = 0; i < 100; i++) {
                out.numbers(lowest + 24L * i, FieldKind.BYTE, 8, 0);
            }
            for (int i = 0; i < 100; i++) {
                out.instance(
                        lowest + 0x1_0000 + 40L * i,
                        THING,
                        out.bytes().u8(1).u8(2).u8(3));
            }
            out.instance(Long.MIN_VALUE, THING, out.bytes().u8(1).u8(2).u8(3));
            out.root(Hprof.RootKind.JNI_GLOBAL, Long.MIN_VALUE);
        });
        assertSame(file);
        assertEquals(new Amount(101, 4040), things(file));
    }

    @ParameterizedTest
    @EnumSource
    void aFileThatChangesWhileItIsRead(Depth depth) throws Exception {
        var file = dump(out -> {
            classes(out, FieldKind.REF);
            for (int i = 0; i < 300_000; i++) { // more than a window of the reader's
                out.instance(THINGS + 24L * i, THING, out.bytes().id(THINGS + 24L * ((i + 1) % 300_000)));
            }
            out.root(Hprof.RootKind.JNI_GLOBAL, THINGS);
        });
        var changes = new DumpProgress() {
            @Override
            public void at(Step step, double done) {
                if (step == Step.OBJECTS && done == 1) {
                    overwrite(file);
                }
            }
        };
        var thrown = assertThrows(
                HeapDumpException.class,
                () -> HeapDump.open(file, of(depth), changes, new Splitting(1, 1))
                        .close());
        assertEquals("changed while it was read", thrown.getMessage());
    }

    private static void overwrite(Path file) {
        try (var channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
            channel.write(ByteBuffer.allocate(64), channel.size() - 200_000);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    /** Two parts at once may note a reference once or as often as it stands there. */
    @Test
    void whoRefersTwiceIsOneHolder() throws Exception {
        long shared = 0x7f00_0005_0000L;
        long often = 0x7f00_0006_0000L;
        long once = 0x7f00_0007_0000L;
        var many = new long[20];
        Arrays.fill(many, shared);
        var file = dump(out -> {
            classes(out);
            out.instance(shared, OBJECT, out.bytes());
            out.references(once, ARRAY, shared);
            out.references(often, ARRAY, many);
            out.root(Hprof.RootKind.JNI_GLOBAL, often);
            out.root(Hprof.RootKind.JNI_GLOBAL, once);
        });
        try (var dump = HeapDump.open(file, HeapDumpOptions.USUAL, DumpProgress.NONE)) {
            int target = dump.objectAt(shared).orElseThrow();
            var references = new Referrers(dump, List.of(new Referrers.Target(target, HeapDump.NONE, 1))).find();
            assertEquals(
                    List.of(
                            dump.objectAt(often).orElseThrow(),
                            dump.objectAt(once).orElseThrow()),
                    references.getFirst().stream()
                            .map(Referrers.Reference::from)
                            .toList());
        }
    }
}
