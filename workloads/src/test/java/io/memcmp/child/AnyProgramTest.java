package io.memcmp.child;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class AnyProgramTest {

    private static final String PROGRAM = AnyProgram.class.getName();

    @TempDir
    Path directory;

    static Stream<Machine> oneOfEachJdk() {
        return Machine.withCollectors("g1");
    }

    static Stream<Machine> severalCollectors() {
        return Machine.withCollectors("serial", "zgc", "epsilon");
    }

    @ParameterizedTest
    @MethodSource("severalCollectors")
    void theLiveSetAtExitGetsIntoTheRecording(Machine machine) throws Exception {
        var end = Child.run(directory, machine, "64m", "live-set=exit", PROGRAM, "0", "7");
        machine.assumeItStarted(end);
        assertEquals(7, end.code(), end.output());
        assertEquals("hello\n", end.output(), "nothing but the program's own output");
        var events = Events.of(end.recording());
        assertEquals(1, events.at("memcmp.Snapshot", "chunk-end").count());
        if (machine.collects()) {
            assertTrue(events.only("memcmp.LiveSet", "exit").getLong("bytes") > 8_000_000);
            var longs = events.at("memcmp.ClassCount", "exit")
                    .filter(event -> event.getString("className").equals("long[]"))
                    .findFirst()
                    .orElseThrow();
            assertTrue(longs.getLong("bytes") > 8_000_000);
        } else {
            assertEquals(0, events.named("memcmp.LiveSet").count());
        }
    }

    @ParameterizedTest
    @MethodSource("oneOfEachJdk")
    void theProgramEndsWhenItsParentIsGone(Machine machine) throws Exception {
        Path parentDirectory = Files.createDirectory(directory.resolve("parent"));
        var parent = Child.start(parentDirectory, machine, "64m", "none", PROGRAM, "100000", "0");
        var child = Child.start(directory, machine, "64m", "parent=" + parent.pid(), PROGRAM, "100000", "0");
        child.awaitOutput();
        parent.kill();
        var end = child.await();
        assertEquals(143, end.code(), end.output());
        assertEquals(
                1, Events.of(end.recording()).at("memcmp.Snapshot", "chunk-end").count());
    }

    @ParameterizedTest
    @MethodSource("oneOfEachJdk")
    void itTellsItsProcessIdByAFile(Machine machine) throws Exception {
        Path pids = Files.createDirectory(directory.resolve("pids"));
        var child = Child.start(directory, machine, "64m", "pid-file=" + pids, PROGRAM, "0", "0");
        assertEquals(0, child.await().code());
        try (var files = Files.list(pids)) {
            assertEquals(List.of(pids.resolve("jvm-" + child.pid())), files.toList());
        }
    }

    @ParameterizedTest
    @MethodSource("oneOfEachJdk")
    void aProbeThatRecordsNothingStillTellsItsProcessId(Machine machine) throws Exception {
        Path pids = Files.createDirectory(directory.resolve("pids"));
        var child = Child.start(directory, machine, "64m", "record=none;pid-file=" + pids, PROGRAM, "0", "7");
        var end = child.await();
        assertEquals(7, end.code(), end.output());
        assertEquals("hello\n", end.output());
        try (var files = Files.list(pids)) {
            assertEquals(List.of(pids.resolve("jvm-" + child.pid())), files.toList());
        }
        assertEquals(
                0, Events.of(end.recording()).at("memcmp.Snapshot", "chunk-end").count());
    }

    @ParameterizedTest
    @MethodSource("oneOfEachJdk")
    void aProbeThatCannotStartDoesNotHarmTheProgram(Machine machine) throws Exception {
        var end = Child.run(directory, machine, "64m", "colour=red", PROGRAM, "0", "7");
        assertEquals(7, end.code());
        assertEquals(List.of("hello"), end.lines());
        assertTrue(end.output().contains("memcmp probe: "), end.output());
        assertTrue(end.output().contains("colour"), end.output());
    }

    @ParameterizedTest
    @MethodSource("oneOfEachJdk")
    void aWorkloadRunsWithoutProbeAndRecordingToo(Machine machine) throws Exception {
        var end = Child.run(
                directory, machine, "64m", "none", "io.memcmp.workloads.WorkloadMain", "linked-list", "nodes=10");
        assertEquals(0, end.code(), end.output());
        assertTrue(end.lastLine().startsWith("memcmp-workload linked-list operations="), end.output());
    }

    @ParameterizedTest
    @MethodSource("oneOfEachJdk")
    void aBadParameterIsTheUsersMistake(Machine machine) throws Exception {
        var end = Child.run(
                directory, machine, "64m", "none", "io.memcmp.workloads.WorkloadMain", "linked-list", "node=10");
        assertEquals(2, end.code());
        assertTrue(end.output().contains("did you mean nodes?"), end.output());
    }
}
