package io.memcmp.child;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("beside")
class HeapDumpTest {
    private static final List<String> COLLECTORS = List.of("g1", "zgc", "shenandoah", "epsilon");

    private static final String LEAK = "io.memcmp.workloads.WorkloadMain cache-leak entries=2000 lookups=0";

    @TempDir
    Path directory;

    static Stream<Machine> oneOfEachJdk() {
        return Machine.withCollectors("serial");
    }

    static Stream<Machine> severalCollectors() {
        return Machine.tried().filter(machine -> COLLECTORS.contains(machine.collector()));
    }

    @ParameterizedTest
    @MethodSource("severalCollectors")
    void aWorkloadIsDumpedWhileItHoldsItsObjects(Machine machine) throws Exception {
        var end = leak(machine, directory.resolve("heap.hprof"));
        machine.assumeItStarted(end);
        assertEquals(0, end.code(), end.output());
        assertTrue(end.output().endsWith("check=passed\n"), end.output());
        assertWhole(directory.resolve("heap.hprof"), 2_000_000);
    }

    @ParameterizedTest
    @MethodSource("severalCollectors")
    void anyProgramIsDumpedWhenItEnds(Machine machine) throws Exception {
        var file = directory.resolve("heap.hprof");
        var program = AnyProgram.class.getName();
        var end = Child.run(directory, machine, "64m", "live-set=exit;heap-dump=" + file, program, "0", "7");
        machine.assumeItStarted(end);
        assertEquals(7, end.code(), end.output());
        assertEquals("hello\n", end.output(), "nothing but the program's own output");
        assertWhole(file, 8_000_000);
        var events = Events.of(end.recording());
        assertEquals(machine.collects() ? 1 : 0, events.named("memcmp.LiveSet").count(), "taken before the dump");
    }

    @ParameterizedTest
    @MethodSource("oneOfEachJdk")
    void aDumpThatCannotBeWrittenCostsOneLine(Machine machine) throws Exception {
        assertOneLine(machine, directory.resolve("no such directory/heap.hprof"));
        assertOneLine(machine, Files.writeString(directory.resolve("taken.hprof"), "mine"));
        assertEquals("mine", Files.readString(directory.resolve("taken.hprof")));
        assertEquals(List.of("taken.hprof"), dumps());
    }

    private void assertOneLine(Machine machine, Path file) throws Exception {
        var end = leak(machine, file);
        assertEquals(0, end.code(), end.output());
        var complaints = Files.readAllLines(directory.resolve("stderr"));
        assertEquals(1, complaints.size(), complaints.toString());
        assertTrue(complaints.get(0).startsWith("memcmp probe: no heap dump " + file + ": "), complaints.toString());
    }

    /** What a workload held it has let go of when memory has run out: a dump of the rest would mislead. */
    @ParameterizedTest
    @MethodSource("oneOfEachJdk")
    void aWorkloadWithoutAQuietPointLeavesNone(Machine machine) throws Exception {
        var words = "io.memcmp.workloads.WorkloadMain cache-leak until=oom lookups=0".split(" ", 0);
        var end = Child.run(directory, machine, "64m", "heap-dump=" + directory.resolve("heap.hprof"), words);
        assertEquals(3, end.code(), end.output());
        assertEquals(List.of(), dumps());
    }

    private Child.End leak(Machine machine, Path file) throws Exception {
        return Child.run(directory, machine, "64m", "heap-dump=" + file, LEAK.split(" ", 0));
    }

    private List<String> dumps() throws IOException {
        try (var files = Files.list(directory)) {
            return files.map(file -> file.getFileName().toString())
                    .filter(name -> name.contains("hprof"))
                    .toList();
        }
    }

    /** A dump ends with a record that says so: its tag, and no length. */
    private void assertWhole(Path file, long atLeast) throws IOException {
        assertEquals(List.of(file.getFileName().toString()), dumps());
        assertTrue(Files.size(file) > atLeast, "bytes: " + Files.size(file));
        byte[] last = new byte[9];
        try (var dump = new RandomAccessFile(file.toFile(), "r")) {
            dump.seek(dump.length() - last.length);
            dump.readFully(last);
        }
        assertArrayEquals(new byte[] {0x2C, 0, 0, 0, 0, 0, 0, 0, 0}, last);
    }
}
