package io.memcmp.child;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OutOfMemoryTest {

    @TempDir
    Path directory;

    static Stream<Machine> machines() {
        return Machine.withCollectors("serial", "g1", "zgc");
    }

    @ParameterizedTest
    @MethodSource("machines")
    void runningOutOfMemoryIsAnAnswerWithACompleteRecording(Machine machine) throws Exception {
        var end = Child.workload(directory, machine, "64m", "cache-leak until=oom lookups=0");
        machine.assumeItStarted(end);
        assertEquals(3, end.code(), end.output());
        assertTrue(end.lastLine().endsWith("check=passed"), end.lastLine());
        var events = Events.of(end.recording());
        var outOfMemory = events.only("memcmp.OutOfMemory");
        assertTrue(outOfMemory.getLong("elapsed") > 0);
        assertTrue(end.lastLine().contains("operations=" + outOfMemory.getLong("operations") + " "), end.lastLine());
        assertTrue(events.strings("memcmp.Phase", "name").contains("measure"));
        assertEquals(Set.of("measure-begin", "measure-end", "chunk-end"), events.strings("memcmp.Snapshot", "point"));
        assertEquals(0, events.named("memcmp.Result").count());
    }

    @ParameterizedTest
    @MethodSource("machines")
    void soItIsWhenItHappensInSeveralThreads(Machine machine) throws Exception {
        var end = Child.workload(
                directory, machine, "64m", "allocation-loop survive=1 live=1000000 count=1000000 threads=3");
        machine.assumeItStarted(end);
        assertEquals(3, end.code(), end.output());
        assertTrue(end.lastLine().endsWith("check=failed"), end.lastLine());
        assertTrue(Events.of(end.recording()).only("memcmp.OutOfMemory").getLong("operations") > 0);
    }

    /** The rings of two threads do not fit, one does: its thread has memory enough to go on. */
    @ParameterizedTest
    @MethodSource("machines")
    void oneThreadWithoutMemoryStopsTheOthers(Machine machine) throws Exception {
        long count = 60_000_000;
        var end = Child.workload(
                directory, machine, "64m", "allocation-loop survive=0 live=18000000 threads=2 count=" + count);
        machine.assumeItStarted(end);
        assertEquals(3, end.code(), end.output());
        long operations = Events.of(end.recording()).only("memcmp.OutOfMemory").getLong("operations");
        assertTrue(operations < count / 4, () -> operations + " of " + count);
    }
}
