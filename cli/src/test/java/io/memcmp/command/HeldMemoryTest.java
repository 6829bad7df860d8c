package io.memcmp.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.memcmp.launch.JdkFinder;
import io.memcmp.programs.Leaks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What holds the memory is named: by the dump of the quiet point, by that of running out of memory, by samples. */
final class HeldMemoryTest {
    private static final String LEAK = "class io.memcmp.workloads.CacheLeak";

    /** The last 1024 keys are held by the lookups too, so the map alone does not retain them; itself it is in no inventory. */
    private static final long KEYS_OF_LOOKUPS = 1024 * 24;

    @TempDir
    Path place = Path.of("");

    @Test
    void theLeakingMapIsNamed() throws IOException {
        namedUnder("serial,zgc", Memcmp.jdk().toString());
    }

    @Test
    @Tag("slow")
    void theLeakingMapIsNamedUnderEveryCollector() throws IOException {
        namedUnder("all", Memcmp.jdk().toString());
    }

    @Test
    @Tag("slow")
    void soItIsOnTheOldestJdk() throws IOException {
        assumeOldest();
        namedUnder("all", "17");
    }

    @Test
    void theMapIsNamedThatWasThereWhenMemoryRanOut() throws IOException {
        namedWhenMemoryRanOut("serial,zgc,epsilon", Memcmp.jdk().toString());
    }

    @Test
    @Tag("slow")
    void soItIsUnderEveryCollectorOfEveryJdk() throws IOException {
        namedWhenMemoryRanOut("all", Memcmp.jdk().toString());
        assumeOldest();
        namedWhenMemoryRanOut("all", "17");
    }

    private void namedUnder(String collectors, String jdk) throws IOException {
        var words = "--jdk " + jdk + " --gc " + collectors
                + " --heap 64m -p entries=20000 -p lookups=0 --heap-dump --leaks";
        var answer = leak(words);
        answer.hasStatus(0);
        assertTrue(answer.err().contains("memcmp: heap dumps may take about "), answer.err());
        var samples = 0;
        for (var cell : answer.json().get("cells")) {
            var dump = cell.get("heap_dump");
            assertEquals("quiet", dump.path("moment").asText(), cell.toString());
            assertNamed(dump);
            long live = cell.at("/trials/0/profile/workload/live_by_construction_bytes")
                    .asLong();
            long retained = dump.at("/suspects/0/retained_bytes").asLong();
            long map = retained - (live - KEYS_OF_LOOKUPS);
            assertTrue(live > 20_000_000 && map >= 40 && map <= 64, live + " and " + retained);
            assertTrue(retained <= dump.at("/reachable/bytes").asLong(), dump.toString());
            assertTrue(Files.exists(Path.of(dump.get("file").asText())), "the dump is kept");
            samples += sampled(cell);
        }
        assertTrue(samples > 0, "not one sample under any collector");
        assertGoneOnWith(answer);
    }

    /** {@return how many samples showed the cache} */
    private static int sampled(JsonNode cell) {
        var found = cell.get("old_objects");
        assertTrue(found.path("samples").isInt(), cell.toString());
        assertTrue(Files.exists(Path.of(found.get("directory").asText(), "recording.jfr")), found.toString());
        int samples = 0;
        for (var path : found.get("example_paths")) {
            var steps = path.get("steps").toString();
            if (steps.contains("{\"class\":\"" + LEAK + "\"")
                    && steps.contains("{\"class\":\"java.util.HashMap\",\"reference\":\"static cache\"}")) {
                samples += path.get("samples").asInt();
            }
        }
        assertTrue(samples <= found.get("with_root").asInt(), found.toString());
        return samples;
    }

    /** What was found is found again, and no cell is run again for it. */
    private void assertGoneOnWith(Answer first) {
        var again = Memcmp.run("run", "--resume", place.resolve("run").toString(), "--json", "-");
        again.hasStatus(0);
        assertFalse(again.err().contains("sampling"), again.err());
        for (int i = 0; i < first.json().get("cells").size(); i++) {
            for (var part : List.of("heap_dump", "old_objects")) {
                assertEquals(
                        first.json().at("/cells/" + i + "/" + part),
                        again.json().at("/cells/" + i + "/" + part));
            }
        }
    }

    private void namedWhenMemoryRanOut(String collectors, String jdk) {
        var answer = leak("--jdk " + jdk + " --gc " + collectors
                + " --heap 64m -p until=oom -p lookups=0 --heap-dump=on-oom --force");
        answer.hasStatus(0);
        for (var cell : answer.json().get("cells")) {
            assertEquals("out_of_memory", cell.at("/trials/0/outcome/kind").asText());
            var dump = cell.get("heap_dump");
            assertEquals("out_of_memory", dump.path("moment").asText(), cell.toString());
            // In the middle of a put the map is on the stack too, and that is enough to hold it.
            assertTrue(
                    List.of(LEAK, "thread stack")
                            .contains(dump.at("/suspects/0/holders/0/name").asText()),
                    dump.toString());
            // And its table, too, when memory ran out in the middle of making a larger one.
            assertMap(dump, List.of("java.util.HashMap", "java.util.HashMap$Node[]"));
            assertTrue(cell.path("old_objects").isMissingNode(), "nobody asked");
        }
    }

    private static void assertNamed(JsonNode dump) {
        assertMap(dump, List.of("java.util.HashMap"));
        var suspect = dump.at("/suspects/0");
        assertEquals(LEAK, suspect.at("/holders/0/name").asText(), dump.toString());
        assertEquals("cache", suspect.at("/holders/0/field").asText(), dump.toString());
        var path = new ArrayList<String>();
        suspect.get("path").forEach(step -> path.add(step.get("class").asText()));
        assertEquals(List.of(LEAK, "java.util.HashMap"), path.subList(path.indexOf(LEAK), path.indexOf(LEAK) + 2));
    }

    private static void assertMap(JsonNode dump, List<String> classes) {
        var suspect = dump.at("/suspects/0");
        assertTrue(classes.contains(suspect.path("class").asText()), dump.toString());
        assertTrue(suspect.get("share").asDouble() > 0.5, dump.toString());
    }

    @Test
    void aProgramThatDiesOfItLeavesItsRecordingAndADump() throws IOException {
        var answer = Memcmp.run(Memcmp.measuring(
                List.of("--gc", "g1", "--heap", "48m", "--heap-dump", "--out", run(), "--json", "-"), Leaks.class));
        answer.hasStatus(0);
        assertEquals("out_of_memory", answer.trial().at("/outcome/kind").asText());
        assertTrue(answer.trial().at("/profile/window").isObject());
        var dump = answer.json().at("/cells/0/heap_dump");
        assertEquals("out_of_memory", dump.path("moment").asText(), dump.toString());
        assertTrue(dump.at("/suspects/0/retained_bytes").asLong() > 20_000_000, dump.toString());
    }

    @Test
    void aTrialThatDoesNotRunOutOfMemoryLeavesNoDumpWhereOnlyThatWasWanted() throws IOException {
        var answer = leak("--gc serial --heap 64m -p entries=1000 -p lookups=0 --heap-dump on-oom");
        answer.hasStatus(0);
        assertEquals(
                "no trial ran out of memory",
                answer.json().at("/cells/0/heap_dump/absent").asText());
        try (var files = Files.walk(place)) {
            assertEquals(
                    List.of(),
                    files.filter(file -> file.toString().endsWith("hprof")).toList());
        }
    }

    @Test
    void anUnknownMomentIsRefused() {
        leak("--heap-dump=never").isRefusal("unknown moment for a heap dump: never", "choose from: always, on-oom");
    }

    private Answer leak(String words) {
        var line = new ArrayList<>(List.of("run", "--workload", "cache-leak", "--out", run(), "--json", "-"));
        line.addAll(List.of(words.split(" ", -1)));
        return Memcmp.run(line.toArray(String[]::new));
    }

    private String run() {
        return place.resolve("run").toString();
    }

    private static void assumeOldest() {
        assumeTrue(
                JdkFinder.ofThisProcess().all().stream().anyMatch(jdk -> jdk.feature() == 17),
                "there is no JDK 17 here");
    }
}
