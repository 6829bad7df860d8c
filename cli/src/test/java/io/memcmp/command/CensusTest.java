package io.memcmp.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

/** Where the heap's bytes go, in JVMs of every layout; what one predicts of another is what that one has. */
@Timeout(value = 30, unit = TimeUnit.MINUTES)
final class CensusTest {
    private static final int NODES = 2_000_000;
    private static final String LINK = "io.memcmp.workloads.LinkedNodes$Link";
    private static final String CLASS = "java.lang.Class";

    /**
     * Between two runs a JVM's own objects differ by some strings, such as names of files, and by a hash table of the
     * machine's that happened to grow in one: 16 KB in the worst case that was seen.
     */
    private static final double OF_A_LIST = 0.002;

    private static final double OF_A_SMALL_PROGRAM = 0.005;

    @TempDir
    static Path place = Path.of("");

    private static Answer lists = new Answer(-1, "", "");

    @BeforeAll
    static void measureEveryLayout() {
        lists = Memcmp.run(
                "run",
                "--workload=linked-list",
                "-p",
                "nodes=" + NODES,
                "-p",
                "builds=1",
                "-p",
                "traversals=1",
                "--gc=g1",
                "--jdk=" + Memcmp.jdk(),
                "--headers=legacy,compact",
                "--compressed-oops=on,off",
                "--heap=256m",
                "--census",
                "--quiet",
                "--json=-",
                "--out=" + place.resolve("lists"));
    }

    @Test
    void ofANodeEveryByteIsKnown() {
        lists.hasStatus(0);
        for (var cell : lists.json().get("cells")) {
            var census = census(cell);
            var node = row(census, LINK);
            int header = census.at("/layout/compact_headers").asBoolean() ? 8 : 12;
            int reference = census.at("/layout/compressed_oops").asBoolean() ? 4 : 8;
            int size = header == 8 && reference == 4 ? 16 : 24;
            assertEquals(NODES, node.get("instances").asInt());
            assertEquals(
                    List.of(size, header, reference, 4, size - header - reference - 4, 0),
                    parts(node).stream().map(bytes -> (int) (bytes / NODES)).toList());
            assertEquals((long) NODES * size, node.get("bytes").asLong());
        }
    }

    @Test
    void thePartsAddUp() {
        for (var cell : lists.json().get("cells")) {
            var census = census(cell);
            assertAddsUp(census);
            census.get("classes").forEach(CensusTest::assertAddsUp);
            var readings = cell.at("/trials/0/readings");
            assertEquals(census.get("bytes"), readings.get("census.bytes"));
            assertEquals(census.get("padding_bytes"), readings.get("census.padding"));
            assertEquals(
                    1
                            - census.get("payload_bytes").asDouble()
                                    / census.get("bytes").asDouble(),
                    readings.get("census.overhead").asDouble(),
                    1e-9);
        }
    }

    private static void assertAddsUp(JsonNode row) {
        var parts = parts(row);
        assertEquals(
                parts.getFirst(),
                parts.stream().skip(1).mapToLong(Long::longValue).sum());
    }

    private static List<Long> parts(JsonNode row) {
        var parts = new ArrayList<Long>();
        for (var part : List.of("", "header_", "reference_", "payload_", "padding_", "hidden_")) {
            parts.add(row.get(part + "bytes").asLong());
        }
        return parts;
    }

    @Test
    void theClassHistogramOfTheSameJvmSaysTheSame() {
        lists.json().get("cells").forEach(CensusTest::assertAgreesWithHistogram);
    }

    /** But for class objects of classes that are not linked yet: the JVM does not dump those. */
    private static void assertAgreesWithHistogram(JsonNode cell) {
        var census = census(cell);
        var live = cell.at("/trials/0/profile/live_set");
        double all = live.get("bytes").asDouble();
        long notDumped = row(live, CLASS).get("bytes").asLong()
                - row(census, CLASS).get("bytes").asLong();
        // A few classes may be loaded between the histogram and the dump.
        assertTrue(notDumped >= -0.001 * all, () -> notDumped + " bytes");
        assertEquals(
                all,
                census.get("bytes").asDouble() + notDumped,
                0.001 * all,
                cell.get("id").asText());
        for (var counted : live.get("classes")) {
            var name = counted.get("class").asText();
            if (!name.equals(CLASS) && counted.get("bytes").asDouble() > 0.001 * all) {
                assertEquals(
                        counted.get("bytes").asDouble(),
                        row(census, name).get("bytes").asDouble(),
                        0.001 * all,
                        name);
            }
        }
    }

    @Test
    void oneLayoutPredictsTheOthers() {
        var predictions = lists.json().get("census_predictions");
        assertEquals(3, predictions.size());
        for (var prediction : predictions) {
            assertTrue(prediction.has("cell"), prediction::toString);
            assertEquals(0, prediction.get("miss").asDouble(), OF_A_LIST, prediction::toString);
        }
        for (var cell : lists.json().get("cells")) {
            for (var prediction : census(cell).get("predictions")) {
                var there = StreamSupport.stream(lists.json().get("cells").spliterator(), false)
                        .map(CensusTest::census)
                        .filter(other -> other.get("layout").equals(prediction.get("layout")))
                        .findFirst()
                        .orElseThrow();
                double measured = there.get("bytes").asDouble();
                assertEquals(measured, prediction.get("bytes").asDouble(), OF_A_LIST * measured);
            }
        }
    }

    @Test
    void theDumpsAreGoneAndAResumedRunStillHasTheirCensus() throws IOException {
        try (var files = Files.walk(place.resolve("lists"))) {
            assertEquals(
                    List.of(),
                    files.filter(file -> file.toString().endsWith(".hprof")).toList());
        }
        var resumed = Memcmp.run("run", "--resume=" + place.resolve("lists"), "--json=-", "--quiet");
        resumed.hasStatus(0);
        var again = resumed.json();
        assertEquals(4, again.get("resumed").asInt());
        assertEquals(lists.json().get("census_predictions"), again.get("census_predictions"));
    }

    @Test
    void aProgramThatNobodyHereWroteIsPredictedToo() throws IOException {
        var source =
                Files.writeString(place.resolve("A.java"), "record A(java.util.List<String> names, int[] counts) {}");
        var compiled = Memcmp.run(
                "run",
                "--gc=g1",
                "--headers=legacy,compact",
                "--heap=128m",
                "--census",
                "--quiet",
                "--json=-",
                "--out=" + place.resolve("javac"),
                "--",
                Memcmp.java().toString(),
                "-m",
                "jdk.compiler/com.sun.tools.javac.Main",
                "-d",
                place.toString(),
                source.toString());
        compiled.hasStatus(0);
        var prediction = compiled.json().at("/census_predictions/0");
        assertTrue(prediction.at("/to/compact_headers").asBoolean(), prediction::toString);
        assertTrue(prediction.get("change").asDouble() < -0.05, prediction::toString);
        assertEquals(0, prediction.get("miss").asDouble(), OF_A_SMALL_PROGRAM, prediction::toString);
    }

    @Test
    void whereThereIsNoMomentForItTheReasonIsTold() {
        var leaks = Memcmp.run(
                "run",
                "--workload=cache-leak",
                "-p",
                "until=oom",
                "--gc=serial,epsilon",
                "--heap=64m",
                "--census",
                "--quiet",
                "--json=-",
                "--out=" + place.resolve("leaks"));
        var cells = leaks.json().get("cells");
        assertEquals(
                "memory ran out before the moment of the census",
                cells.at("/0/trials/0/census/absent").asText());
        assertEquals(cells.at("/0/trials/0/census"), cells.at("/0/trials/0/readings/census.bytes"));
        assertTrue(cells.at("/1/trials/0/census/absent").asText().startsWith("Epsilon never collects"));
        assertEquals(0, leaks.json().get("census_predictions").size());
    }

    @Test
    @Tag("slow")
    void everyCollectorOfEveryJdkSaysWhatItsHistogramSays() {
        var all = Memcmp.run(
                "run",
                "--workload=linked-list",
                "-p",
                "traversals=1",
                "--gc=serial,parallel,g1,zgc,shenandoah,shenandoah-gen",
                "--jdk=all",
                "--census",
                "--quiet",
                "--json=-",
                "--out=" + place.resolve("all"));
        assertFalse(all.json().get("cells").isEmpty());
        all.json().get("cells").forEach(CensusTest::assertAgreesWithHistogram);
    }

    private static JsonNode census(JsonNode cell) {
        return cell.at("/trials/0/census");
    }

    private static JsonNode row(JsonNode counted, String name) {
        return StreamSupport.stream(counted.get("classes").spliterator(), false)
                .filter(row -> row.get("class").asText().equals(name))
                .findFirst()
                .orElseThrow(() -> new AssertionError(name + " in " + counted));
    }
}
