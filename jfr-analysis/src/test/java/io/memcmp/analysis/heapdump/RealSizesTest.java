package io.memcmp.analysis.heapdump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.analysis.Child;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every virtual machine's own count of its objects, against what the dump of the same moment tells. */
class RealSizesTest {
    private static final int COUNT = 2_000;

    @TempDir
    static Path compiled;

    private static final Path DIRECTORY = Dumps.directory();

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
        var counted = Histogram.printed(machine.dump(kinds, file, COUNT));
        try (var dump = HeapDump.open(file, HeapDumpOptions.USUAL, DumpProgress.NONE)) {
            var read = Histogram.of(dump);
            var differences = String.join("\n", counted.differences(read));
            assertEquals(Optional.empty(), dump.facts().incomplete());
            assertEquals(machine.mode(), dump.facts().layout().mode());
            assertEquals(DumpLayout.Evidence.ADDRESSES, dump.facts().layout().evidence());
            assertEquals(0, dump.facts().layout().disagreeing());
            assertTrue(counted.total().instances() > 40L * COUNT, () -> "objects: " + counted.total());
            var distance = counted.distance(read);
            assertTrue(distance.instances() * 1000 <= counted.total().instances(), differences);
            assertTrue(distance.bytes() * 1000 <= counted.total().bytes(), differences);
        } finally {
            Files.deleteIfExists(file);
        }
    }

    /** Shows for each layout which classes differ. */
    @SuppressWarnings("SystemOut")
    public static void main(String[] args) throws Exception {
        var home = Files.createTempDirectory("kinds");
        var program = Child.compile("Kinds", home);
        var machines = Stream.concat(Machine.layouts(), args.length > 0 ? Machine.others() : Stream.empty());
        for (var machine : machines.toList()) {
            var file = DIRECTORY.resolve("kinds.hprof");
            var counted = Histogram.printed(machine.dump(program, file, COUNT));
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
