package io.memcmp.analysis.heapdump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.analysis.Child;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every virtual machine's own count of its objects, against what the dump of the same moment tells. */
@Tag("beside")
class RealSizesTest {
    private static final int COUNT = 2_000;
    private static final String CLASS = "java.lang.Class";

    @TempDir
    static Path compiled;

    private static final Path DIRECTORY = Dumps.directory();

    private static final Set<String> ADDED_TO = Set.of(
            "java.lang.InternalError",
            "java.lang.Module",
            "java.lang.invoke.ConstantCallSite",
            "java.lang.invoke.MemberName",
            "java.lang.invoke.MutableCallSite",
            "java.lang.invoke.ResolvedMethodName");

    private static Child kinds;

    @BeforeAll
    static void compile() throws IOException {
        kinds = Child.compile("Kinds", compiled);
    }

    @AfterAll
    static void delete() throws IOException {
        Dumps.delete(DIRECTORY);
    }

    static Stream<Machine> layouts() {
        return Machine.layouts();
    }

    static Stream<Machine> others() {
        return Machine.others();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("layouts")
    void aDumpTellsWhatTheMachineCounts(Machine machine) throws Exception {
        check(machine);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("others")
    @Tag("slow")
    void aDumpOfAnyCollectorTellsWhatTheMachineCounts(Machine machine) throws Exception {
        check(machine);
    }

    private static void check(Machine machine) throws Exception {
        var file = DIRECTORY.resolve("kinds.hprof");
        var counted = Histogram.printed(machine.dump(kinds, "Kinds", file, COUNT));
        try (var dump = HeapDump.open(file, HeapDumpOptions.USUAL, DumpProgress.NONE)) {
            assertEquals(Optional.empty(), dump.facts().incomplete());
            layout(machine, dump.facts().layout());
            sizes(counted, Histogram.of(dump));
            referents(dump, machine.flags().contains("Shenandoah"));
        } finally {
            Files.deleteIfExists(file);
        }
    }

    private static void layout(Machine machine, DumpLayout layout) {
        assertEquals(machine.mode(), layout.mode());
        assertEquals(DumpLayout.Evidence.ADDRESSES, layout.evidence());
        assertEquals(0, layout.disagreeing());
        assertTrue(layout.agreeing() > 5L * COUNT, () -> "arrays: " + layout.agreeing());
    }

    private static void sizes(Histogram counted, Histogram read) {
        assertTrue(counted.total().instances() > 40L * COUNT, () -> "objects: " + counted.total());
        var own = counted.only(RealSizesTest::isOwn);
        assertTrue(own.rows() >= 24, "kinds of objects");
        assertEquals(List.of(), own.differences(read.only(RealSizesTest::isOwn)));
        var added = counted.only(RealSizesTest::hidesFields);
        assertTrue(added.rows() >= 5, "kinds of objects with fields that are added");
        assertEquals(List.of(), added.differences(read.only(RealSizesTest::hidesFields)));
        // Classes that nobody has used yet have no record in a dump, but their class objects are there.
        assertTrue(read.row(CLASS).instances() <= counted.row(CLASS).instances());
        assertTrue(read.row(CLASS).instances() * 10 > counted.row(CLASS).instances() * 8);
        var expected = counted.only(name -> !name.equals(CLASS));
        var found = read.only(name -> !name.equals(CLASS));
        var distance = expected.distance(found);
        var differences = String.join("\n", expected.differences(found));
        assertTrue(distance.instances() * 1000 <= expected.total().instances(), differences);
        assertTrue(distance.bytes() * 1000 <= expected.total().bytes(), differences);
        if (read.row(CLASS).instances() == counted.row(CLASS).instances()) {
            assertTrue(Math.abs(counted.row(CLASS).bytes() - read.row(CLASS).bytes()) <= 500, "bytes of class objects");
        }
    }

    /** Without those that pad their fields against threads: where nothing is compacted their padding shows to a word. */
    private static boolean isOwn(String name) {
        return name.startsWith("Kinds") && !name.equals("Kinds$Worker");
    }

    /** The virtual machine adds fields to these, which no dump tells. */
    private static boolean hidesFields(String name) {
        return ADDED_TO.contains(name) || name.startsWith("jdk.internal.loader.ClassLoaders$");
    }

    /** What soft references alone lead to is there and is not strongly reached; Shenandoah clears them for a dump. */
    private static void referents(HeapDump dump, boolean cleared) {
        var soft = dump.classes().stream()
                .filter(type -> type.name().equals("Kinds$LongAfterInt"))
                .findFirst()
                .orElseThrow();
        assertEquals(cleared ? 0 : COUNT, soft.amount(Reachability.WEAK_ONLY).instances());
        assertEquals(0, soft.amount(Reachability.STRONG).instances());
    }

    /** Shows for each layout which classes differ. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws Exception {
        var home = Files.createTempDirectory("kinds");
        var program = Child.compile("Kinds", home);
        var machines = Stream.concat(Machine.layouts(), args.length > 0 ? Machine.others() : Stream.empty());
        for (var machine : machines.toList()) {
            var file = DIRECTORY.resolve("kinds.hprof");
            var counted = Histogram.printed(machine.dump(program, "Kinds", file, COUNT));
            try (var dump = HeapDump.open(file, HeapDumpOptions.USUAL, DumpProgress.NONE)) {
                var read = Histogram.of(dump);
                System.out.println("\n" + machine + ": " + counted.total() + " | " + read.total() + ", distance "
                        + counted.distance(read) + ", " + dump.facts().layout());
                counted.differences(read).forEach(System.out::println);
            }
            Files.delete(file);
        }
        delete();
    }
}
