package io.memcmp.analysis.jfr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.analysis.Jdk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** The reader sees what the JDK's own reader sees, event by event, field by field, frame by frame. */
class OracleTest {
    private static final List<String> G1 = List.of("-XX:+UseG1GC", "-Xmx32m");

    @TempDir
    static Path directory;

    private static Recordings recordings;

    @BeforeAll
    static void compile() throws Exception {
        recordings = Recordings.in(directory);
    }

    static Stream<Arguments> collectors() {
        return Jdk.all().flatMap(jdk -> Stream.of("G1", "Z").map(name -> Arguments.of(jdk, name)));
    }

    @ParameterizedTest(name = "{0} {1}")
    @MethodSource("collectors")
    void everyFieldOfEveryEvent(Jdk jdk, String collector) throws Exception {
        var flags = List.of("-XX:+Use" + collector + "GC", "-Xmx64m");
        var recording = recordings.make(jdk, flags, "settings=" + recordings.everything(), "mix", "500");
        var counts = Oracle.agrees(new JfrReader(List.of(recording)), recording);

        assertTrue(Anatomy.of(Files.readAllBytes(recording)).chunks().size() > 1, "several chunks");
        assertEquals(0, counts.get("test.NeverHappens"));
        happened(counts, "test.Every", "test.Text", "test.Gr\u00f6\u00dfe\u65e5", "jdk.GarbageCollection");
        happened(counts, "jdk.GCPhasePause", "jdk.GCHeapSummary", "jdk.SafepointBegin", "jdk.ActiveSetting");
        happened(counts, "jdk.ObjectAllocationInNewTLAB", "jdk.ObjectAllocationSample", "jdk.ThreadPark");
        happened(counts, "jdk.JavaMonitorEnter", "jdk.ThreadSleep", "jdk.ThreadStart", "jdk.JVMInformation");
        if (jdk.feature() >= 21) {
            happened(counts, "jdk.VirtualThreadStart", "jdk.VirtualThreadPinned");
        }
    }

    static void happened(Map<String, Long> counts, String... events) {
        for (var event : events) {
            assertTrue(counts.getOrDefault(event, 0L) > 0, event);
        }
    }

    @ParameterizedTest
    @MethodSource("io.memcmp.analysis.Jdk#all")
    void severalWorkersChangeNothing(Jdk jdk) throws Exception {
        var recording = recordings.make(jdk, G1, "settings=profile", "mix", "1000");
        var alone = Oracle.agrees(new JfrReader(List.of(recording)).workers(1), recording);
        for (int workers : new int[] {2, 4}) {
            assertEquals(alone, Oracle.agrees(new JfrReader(List.of(recording)).workers(workers), recording));
            assertEquals(
                    new JfrReader(List.of(recording)).workers(1).read(List.of()),
                    new JfrReader(List.of(recording)).workers(workers).read(List.of()));
        }
    }

    @Test
    void recordingsOfTwoMachinesInOneFileOrInTwo() throws Exception {
        var parts = Jdk.all()
                .map(jdk -> assertMade(jdk, "settings=default", "mix", "100"))
                .toArray(Path[]::new);
        var whole = recordings.join(parts);
        var joined = Oracle.agrees(new JfrReader(List.of(whole)), parts);
        assertEquals(joined, Oracle.agrees(new JfrReader(List.of(parts)), parts));
        assertEquals(joined, Oracle.agrees(new JfrReader(List.of(whole)).workers(2), parts));
    }

    private static Path assertMade(Jdk jdk, String options, String... arguments) {
        try {
            return recordings.make(jdk, G1, options, arguments);
        } catch (Exception e) {
            throw new AssertionError(e);
        }
    }

    @Test
    void sumsByClassAndTopFrame() throws Exception {
        var recording = recordings.make(Jdk.running(), G1, "settings=" + recordings.everything(), "mix", "300");
        var mine = new Sums();
        new JfrReader(List.of(recording)).read(List.of(mine));
        assertEquals(Sums.oracle(recording), mine.sums());
        assertTrue(mine.sums().size() > 10, () -> mine.sums().toString());
    }

    /** What was compared was really compared: one bit in one field of one event is heard. */
    @Test
    void aDifferenceIsHeard() throws Exception {
        var recording = recordings.make(Jdk.running(), G1, "settings=default", "many", "50");
        var bytes = Files.readAllBytes(recording);
        var text = new String(bytes, java.nio.charset.StandardCharsets.ISO_8859_1);
        int inText = text.indexOf("event 7 x");
        assertTrue(inText > 0);
        bytes[inText] ^= 2;
        var changed = recordings.write(bytes);
        var problem =
                assertThrows(AssertionError.class, () -> Oracle.agrees(new JfrReader(List.of(changed)), recording));
        assertTrue(problem.toString().contains("test.Text, text"), problem::toString);
        var other = recordings.make(Jdk.running(), G1, "settings=default", "many", "51");
        assertThrows(AssertionError.class, () -> Oracle.agrees(new JfrReader(List.of(other)), recording));
    }
}
