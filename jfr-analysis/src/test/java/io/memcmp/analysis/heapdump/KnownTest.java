package io.memcmp.analysis.heapdump;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.memcmp.analysis.Child;
import io.memcmp.analysis.heapdump.ObjectContents.Slot;
import io.memcmp.analysis.layout.FieldKind;
import io.memcmp.analysis.layout.ObjectLayout;
import io.memcmp.analysis.layout.ObjectShape;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The structures of the bundled workloads, in real dumps: what they retain is known by construction. */
class KnownTest {
    private static final int COUNT = 20_000;
    private static final int TABLE = 32_768; // the power of two of which they fill at most three quarters
    private static final Path DIRECTORY = Dumps.directory();

    @TempDir
    static Path compiled;

    private static Child known;

    @BeforeAll
    static void compile() throws IOException {
        known = Child.compile("Known", compiled);
    }

    @AfterAll
    static void delete() throws IOException {
        Dumps.delete(DIRECTORY);
    }

    static Stream<Machine> machines() {
        // Arrays without compressed class pointers begin elsewhere before JDK 23, which ObjectLayout does not say.
        return Machine.layouts()
                .filter(machine ->
                        machine.jdk().feature() >= 23 || machine.mode().compressedClassPointers());
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("machines")
    void whatIsKnownByConstruction(Machine machine) throws Exception {
        var file = DIRECTORY.resolve("known.hprof");
        machine.dump(known, "Known", file, COUNT);
        try (var dump = HeapDump.open(file, HeapDumpOptions.USUAL, DumpProgress.NONE)) {
            var held = held(dump);
            assertEquals(COUNT * instance(machine, FieldKind.INT, FieldKind.REF), retained(dump, held, "head"));
            long family = instance(machine, FieldKind.REF, FieldKind.REF)
                    + array(machine, FieldKind.REF, 4)
                    + 4 * instance(machine, FieldKind.REF, FieldKind.INT);
            assertEquals(COUNT * family, retained(dump, held, "graph"));
            long entry = instance(machine, FieldKind.INT, FieldKind.REF, FieldKind.REF, FieldKind.REF)
                    + instance(machine, FieldKind.LONG)
                    + array(machine, FieldKind.BYTE, 100);
            long map = dump.sizeOf(target(held, "cache")) + array(machine, FieldKind.REF, TABLE);
            assertEquals(COUNT * entry + map, retained(dump, held, "cache"));
            path(dump, target(held, "cache"));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** The static fields of the program. */
    private static Map<String, Slot> held(HeapDump dump) throws IOException {
        int type = IntStream.range(0, dump.objects())
                .filter(object -> dump.nameOf(object).equals("class Known"))
                .findFirst()
                .orElseThrow();
        var contents = dump.contents(List.of(type), 0).values().iterator().next();
        return contents.slots().stream().collect(Collectors.toMap(Slot::name, slot -> slot));
    }

    private static void path(HeapDump dump, int cache) throws IOException {
        var path = dump.pathTo(cache);
        assertEquals(
                List.of("class Known", "java.util.HashMap"),
                path.stream().map(PathStep::className).toList());
        assertEquals("static cache", path.getLast().reference());
    }

    private static int target(Map<String, Slot> held, String field) {
        return Objects.requireNonNull(held.get(field)).target();
    }

    private static long retained(HeapDump dump, Map<String, Slot> held, String field) {
        return dump.retainedBy(target(held, field));
    }

    private static long instance(Machine machine, FieldKind... fields) {
        return ObjectLayout.of(new ObjectShape.Instance(List.of(List.of(fields))), machine.mode())
                .size();
    }

    private static long array(Machine machine, FieldKind element, int length) {
        return ObjectLayout.of(new ObjectShape.Array(element, length), machine.mode())
                .size();
    }
}
