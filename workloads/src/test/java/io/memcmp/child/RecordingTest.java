package io.memcmp.child;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

@Tag("beside")
class RecordingTest {

    @TempDir
    Path directory;

    static Stream<Machine> machines() {
        return Machine.tried();
    }

    @ParameterizedTest
    @MethodSource("machines")
    void whatIsRetainedIsWhatWasBuilt(Machine machine) throws Exception {
        var end = Child.workload(directory, machine, "384m", "cache-leak entries=150000 lookups=1");
        machine.assumeItStarted(end);
        assertEquals(0, end.code(), end.output());
        var events = Events.of(end.recording());
        assertWholeStory(events, machine, end);
        assertNodesHaveTheirSizes(events);
        if (machine.collects()) {
            assertTrue(events.only("memcmp.LiveSet", "quiet").getLong("heapUsed") > 0);
            assertWithin(
                    0.02,
                    events.only("memcmp.Result").getLong("live"),
                    "live",
                    machine,
                    events.growth("memcmp.LiveSet", "bytes", "baseline", "quiet"));
        }
    }

    @ParameterizedTest
    @MethodSource("machines")
    void whatIsAllocatedIsWhatWasCounted(Machine machine) throws Exception {
        // A gigabyte, because something beside the workload allocates 3 MB once in a longer recording, however much is
        // counted (seen with 8 million arrays on 17 and 25, three collectors).
        String heap = machine.collects() ? "128m" : "1280m";
        var end = Child.workload(directory, machine, heap, "allocation-loop count=1000000 live=5000 threads=2");
        machine.assumeItStarted(end);
        assertEquals(0, end.code(), end.output());
        var events = Events.of(end.recording());
        assertWithin(
                0.01,
                events.only("memcmp.Result").getLong("allocated"),
                "allocated",
                machine,
                events.growth("memcmp.Snapshot", "allocated", "measure-begin", "measure-end"));
    }

    static Stream<Machine> machinesWhoseSystemGcIsNotFull() {
        return Stream.of("DisableExplicitGC", "ExplicitGCInvokesConcurrent")
                .flatMap(flag -> Machine.withCollectors("g1").map(machine -> machine.with("-XX:+" + flag)));
    }

    @ParameterizedTest
    @MethodSource("machinesWhoseSystemGcIsNotFull")
    void withoutAFullCollectionNobodyKnowsWhatTheHeapHoldsAfterOne(Machine machine) throws Exception {
        var end = Child.workload(directory, machine, "64m", "linked-list nodes=1000 traversals=1");
        assertEquals(0, end.code(), end.output());
        var quiet = Events.of(end.recording()).only("memcmp.LiveSet", "quiet");
        assertEquals(-1, quiet.getLong("heapUsed"));
        assertTrue(quiet.getLong("bytes") > 0);
    }

    private static void assertWholeStory(Events events, Machine machine, Child.End end) {
        assertEquals(
                Set.of("setup", "baseline", "measure", "quiet", "teardown"), events.strings("memcmp.Phase", "name"));
        assertEquals(Set.of("measure-begin", "measure-end", "chunk-end"), events.strings("memcmp.Snapshot", "point"));
        assertEquals(Set.of("measure-begin", "measure-end", "chunk-end"), events.strings("memcmp.ThreadCpu", "point"));
        assertEquals(Set.of("measure-end", "chunk-end"), events.strings("memcmp.Hiccups", "point"));
        assertEquals(
                machine.collects() ? Set.of("baseline", "quiet") : Set.of(), events.strings("memcmp.LiveSet", "point"));
        assertEquals(Set.of("baseline", "quiet"), events.strings("memcmp.ClassCount", "point"));
        var result = events.only("memcmp.Result");
        assertEquals("cache-leak", result.getString("workload"));
        assertEquals("entries=150000 value-size=1000 lookups=1 until=bound", result.getString("parameters"));
        assertTrue(result.getBoolean("passed"), result.getString("check"));
        assertTrue(
                end.lastLine()
                        .matches("memcmp-workload cache-leak operations=300000 window_wall_ns=\\d+"
                                + " window_cpu_ns=\\d+ check=passed"),
                end.lastLine());
        var last = events.only("memcmp.Snapshot", "chunk-end");
        assertTrue(last.getLong("processCpu") > 0);
        assertTrue(last.getLong("peakResident") != 0 && last.getLong("proportional") != 0);
        assertEquals(-1, events.only("memcmp.Snapshot", "measure-begin").getLong("peakResident"));
        long inWindow = events.only("memcmp.Snapshot", "measure-end").getLong("peakResident");
        assertTrue(inWindow != 0 && inWindow <= last.getLong("peakResident"));
        assertTrue(events.at("memcmp.ThreadCpu", "measure-end")
                .anyMatch(event -> event.getString("thread").equals("VM Thread")));
    }

    private static void assertNodesHaveTheirSizes(Events events) {
        for (var node : events.named("memcmp.Node").toList()) {
            String name = node.getString("className");
            var count = events.at("memcmp.ClassCount", "quiet")
                    .filter(event -> event.getString("className").equals(name))
                    .findFirst()
                    .orElseThrow(() -> new AssertionError("no count of " + name));
            long instances = count.getLong("instances");
            assertTrue(instances >= node.getLong("instances"), name);
            if (!name.endsWith("[]")) { // arrays of one class differ in length
                assertEquals(node.getLong("size") * instances, count.getLong("bytes"), name);
            }
        }
    }

    private static void assertWithin(double share, long expected, String what, Machine machine, long found) {
        double deviation = (double) (found - expected) / expected;
        System.out.printf(
                "%s: %s by construction %d, measured %d (%+.3f %%)%n", machine, what, expected, found, 100 * deviation);
        assertTrue(Math.abs(deviation) <= share, () -> what + ": by construction " + expected + ", measured " + found);
    }
}
