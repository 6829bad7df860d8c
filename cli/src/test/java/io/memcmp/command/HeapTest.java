package io.memcmp.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.memcmp.analysis.heapdump.LeakSuspects;
import io.memcmp.cli.Main;
import io.memcmp.made.RealDump;
import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whole commands over heap dumps that child JVMs wrote of themselves. */
final class HeapTest {
    private static final int ENTRIES = 100;
    private static final int MORE = 200;

    /** Of the arrays alone, without headers. */
    private static final long DATA = (long) ENTRIES * RealDump.ARRAY;

    /** What the map, its nodes, keys and headers may add. */
    private static final long AROUND = 60_000;

    @TempDir
    static Path place = Path.of("");

    private static Path small = Path.of("");
    private static Path large = Path.of("");

    @BeforeAll
    static void dump() throws Exception {
        small = RealDump.of(place, Memcmp.jdk(), ENTRIES);
        large = RealDump.of(place, Memcmp.jdk(), MORE);
    }

    private static Answer heap(Object... words) {
        return Memcmp.run(Stream.concat(Stream.of("heap", "--quiet"), Arrays.stream(words))
                .map(Object::toString)
                .toArray(String[]::new));
    }

    private static JsonNode json(Object... words) {
        var answer = heap(
                Stream.concat(Stream.of("--json", "-"), Arrays.stream(words)).toArray());
        answer.hasStatus(0);
        return answer.json();
    }

    private static Stream<JsonNode> each(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false);
    }

    private static void isAbout(long least, JsonNode figure) {
        assertTrue(
                figure.isIntegralNumber() && figure.asLong() >= least && figure.asLong() <= least + AROUND,
                figure + " is not about " + least);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"17 -XX:+UseSerialGC", "17 -XX:+UseZGC", "25 -XX:+UseG1GC", "25 -XX:+UseCompactObjectHeaders"})
    void theLeakIsNamedWithItsHolderAndItsBytes(String jvm) throws Exception {
        var words = List.of(jvm.split(" "));
        var jdk = RealDump.jdk(Integer.parseInt(words.getFirst()));
        assumeTrue(jdk.isPresent(), "no JDK " + words.getFirst());
        var dump = json(RealDump.of(place, jdk.get(), ENTRIES + 1, words.getLast()))
                .at("/dumps/0");
        assertFalse(dump.path("incomplete").asBoolean());
        assertEquals("addresses", dump.at("/facts/layout/evidence").asText());
        assertEquals(
                words.getLast().contains("Compact"),
                dump.at("/facts/layout/compact_headers").asBoolean());
        assertEquals(
                !words.getLast().contains("ZGC"),
                dump.at("/facts/layout/compressed_oops").asBoolean());
        var suspect = dump.at("/suspects/0");
        assertEquals("class Shop", suspect.at("/holders/0/class").asText(), suspect.toString());
        assertEquals("CACHE", suspect.at("/holders/0/field").asText());
        isAbout(DATA + RealDump.ARRAY, suspect.path("retained_bytes"));
        assertTrue(suspect.path("reason").asText().contains("Shop"));
        assertTrue(each(suspect.path("path"))
                .anyMatch(step -> step.path("reference").asText().equals(".entries")));
    }

    @Test
    void whatIsLiveIsNotWhatAReferenceThatMayBeClearedKeeps() {
        var strong = json(small).at("/dumps/0/totals");
        var all = json("--refs", "all", small).at("/dumps/0/totals");
        assertTrue(strong.at("/weak_only/bytes").asLong() >= 80_000, strong.toString());
        assertTrue(all.at("/live/bytes").asLong() >= strong.at("/live/bytes").asLong() + 80_000, all.toString());
    }

    @Test
    void aClassRetainsExactlyWhatItsInstancesHold() {
        var found = json("--class", "Shop$Cache", small).at("/dumps/0/answers/classes/0/found");
        isAbout(DATA, found.path("retained_bytes"));
        assertEquals(1, found.at("/reached/live/instances").asInt());
        assertEquals("class Shop", found.at("/dominators/0/class").asText());
        assertEquals("java.util.HashMap", found.at("/holds/0/class").asText());
        assertEquals(found.path("retained_bytes"), found.at("/largest/0/retained_bytes"));
    }

    @Test
    void anObjectIsAskedByTheAddressThatTheReportShows() {
        var address = json("--class", "Shop$Cache", small)
                .at("/dumps/0/answers/classes/0/found/largest/0/address")
                .asText();
        var answers = json("--object", address, "--path", "Shop$Session", small).at("/dumps/0/answers");
        var object = answers.at("/objects/0");
        assertEquals("Shop$Cache", object.at("/object/class").asText());
        assertEquals("entries", object.at("/slots/0/name").asText());
        assertEquals("java.util.HashMap", object.at("/slots/0/target/class").asText());
        assertEquals("class Shop", object.at("/dominator/class").asText());
        assertEquals("live", object.path("reached").asText());
        var path = each(answers.at("/paths/0/found/path"))
                .map(step -> step.path("reference").asText().replaceAll("\\d+", "n"))
                .toList();
        assertEquals(List.of("static SESSIONS", ".elementData", "[n]"), path.subList(1, path.size()));
    }

    @Test
    void contentsAreShownOnlyToWhomAsksForThem() {
        var address = json("--class", "Shop$Session", small)
                .at("/dumps/0/answers/classes/0/found/largest/0/address")
                .asText();
        var closed = heap("--object", address, "-v", small);
        closed.hasStatus(0);
        assertFalse(closed.out().contains(RealDump.SECRET));
        assertFalse(heap("--object", address, "--json", "-", small).out().contains(RealDump.SECRET));
        var open = heap("--object", address, "--show-values", small);
        assertTrue(open.out().contains('"' + RealDump.SECRET + '"'), open.out());
        assertTrue(open.out().lines().anyMatch(line -> line.matches("visits +int +0")), open.out());
    }

    @Test
    void aConditionThatHoldsIsAFailureAndIsShownWithItsFigure() {
        var failed = heap("--fail-if", "retained(Shop$Cache) > 1MiB", "--fail-if", "suspects < 1", small);
        failed.hasStatus(1);
        assertTrue(failed.out().contains("retained(Shop$Cache) > 1MiB: 4.77 MiB (5,0"), failed.out());
        var held =
                heap("--fail-if", "retained(Shop$Cache) > 100MiB", "--fail-if", "instances(Shop$Session) > 100", small);
        held.hasStatus(0);
        assertTrue(held.out().contains("instances(Shop$Session) > 100: 100"), held.out());
        heap("--quick", "--fail-if", "instances(Shop$Session) >= 100", small).hasStatus(1);
    }

    @Test
    void aClassThatIsNotThereIsRefusedAsAnObjectIs() {
        for (var option : List.of("--class", "--path")) {
            heap(option, "org.Session", small)
                    .isRefusal("no class org.Session in this dump", "did you mean Shop$Session?");
            heap(option, "Shop$Sesion", "--json", "-", small)
                    .isRefusal("no class Shop$Sesion in this dump", "did you mean Shop$Session?");
            heap(option, "org.nowhere.Unheard", "--fail-if", "heap > 1B", small)
                    .isRefusal("no class org.nowhere.Unheard in this dump", "write the name as the report does");
            heap(option, "java.util.concurrent.ConcurrentHashMap.Node", small)
                    .isRefusal(
                            "no class java.util.concurrent.ConcurrentHashMap.Node in this dump",
                            "did you mean java.util.concurrent.ConcurrentHashMap$Node,");
        }
        heap("--object", "0x1", small).isRefusal("no object at 0x1 in this dump", "addresses are of one dump alone");
        heap("--class", "Shop$Cache", "--class", "a.B", "--path", "c.D", small)
                .isRefusal("no class a.B, no class c.D in this dump", "write the name");
    }

    @Test
    void theHelpNamesFormatsExitStatusesAndTheLeastSuspect() {
        var help = heap("--help").out().replaceAll("\\s+", " ");
        for (var said : List.of(
                "1: a --fail-if holds; 2: wrong usage, a dump that cannot be read,",
                "3: the dump is not whole",
                "text, markdown, csv or json",
                "strong, or all",
                "at least " + (LeakSuspects.LEAST_BYTES >> 20) + " MiB, is a leak suspect",
                "2 wrong usage, unusable input, or output that cannot be written")) {
            assertTrue(help.contains(said), said);
        }
    }

    @Test
    void ofSeveralDumpsOneMustHaveTheClass() throws Exception {
        // Nobody has come yet, so that the class was not loaded.
        var early = RealDump.of(place, Memcmp.jdk(), 0);
        var answers = json("--class", "Shop$Session", "--path", "Shop$Session", early, small);
        for (var part : List.of("classes", "paths")) {
            assertEquals(
                    "no class of this name is in the dump",
                    answers.at("/dumps/0/answers/" + part + "/0/found/absent").asText());
        }
        assertEquals(
                ENTRIES,
                answers.at("/dumps/1/answers/classes/0/found/reached/live/instances")
                        .asInt());
        heap("--path", "Shop$Cach", small, large)
                .isRefusal("no class Shop$Cach in any of these 2 dumps", "did you mean Shop$Cache?");
    }

    @Test
    void aConditionOnAClassThatIsNotThereIsCheckedWithZeroAndThatIsSaid() {
        var said = "no class of this name is in the dump; there is Shop$Session";
        var passed = heap("--fail-if", "retained(org.Session) > 0", small);
        passed.hasStatus(0);
        assertTrue(passed.out().replaceAll("\n +", " ").contains("> 0: 0 B; " + said), passed.out());
        assertTrue(
                passed.err().endsWith("--fail-if retained(org.Session) > 0: " + said + "; its figure is 0\n"),
                passed.err());
        var failed = heap("--quick", "--fail-if", "instances(org.Session) < 1", small);
        failed.hasStatus(1);
        assertTrue(failed.err().startsWith("memcmp: " + small + ": --fail-if instances(org.Session) < 1: " + said));
        assertEquals("", heap("--fail-if", "instances(Shop$Session) < 1", small).err());
    }

    @Test
    void aDifferenceNamesTheFieldsThatLeadToIt() {
        var difference = json("--diff", small, large).path("difference");
        var bytes = each(difference.path("classes"))
                .filter(each -> each.path("class").asText().equals("byte[]"))
                .findFirst()
                .orElseThrow();
        assertTrue(bytes.at("/newer/bytes").asLong() - bytes.at("/older/bytes").asLong() >= DATA, bytes.toString());
        var first = difference.at("/paths/0");
        isAbout(DATA, first.path("older_retained_bytes"));
        isAbout((long) MORE * RealDump.ARRAY, first.path("newer_retained_bytes"));
        assertEquals(
                List.of("class Shop", "static CACHE Shop$Cache", ".entries java.util.HashMap"),
                each(first.path("path")).map(JsonNode::asText).limit(3).toList());
        var failing = heap("--diff", small, large, "--fail-if", "retained(Shop$Cache) > 7MiB");
        failing.hasStatus(1);
        heap("--diff", large, small, "--fail-if", "retained(Shop$Cache) > 7MiB").hasStatus(0);
        heap("--diff", "--quick", small, large).hasStatus(0);
    }

    @Test
    void aPackedDumpThatEndsInItsFirstBytesIsToldAsSuch() throws Exception {
        var cut = place.resolve("cut.hprof.gz");
        var packed = new ByteArrayOutputStream();
        try (var out = new GZIPOutputStream(packed)) {
            Files.copy(small, out);
        }
        for (int bytes : new int[] {4, 10, 14}) {
            Files.write(cut, Arrays.copyOf(packed.toByteArray(), bytes));
            var answer = heap(cut);
            answer.hasStatus(2);
            assertTrue(answer.err().contains("cut.hprof.gz is damaged: "), answer.err());
            assertFalse(answer.err().contains("null"), answer.err());
        }
    }

    @Test
    void aPackedDumpAndAPipedOneTellTheSameAndLeaveNothingBehind() throws Exception {
        var packed = place.resolve("small.hprof.gz");
        try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(small, out);
        }
        var before = listing();
        var expected = json(small).at("/dumps/0/classes");
        assertEquals(expected, json(packed).at("/dumps/0/classes"));
        var piped = new ByteArrayOutputStream();
        try (InputStream in = Files.newInputStream(packed)) {
            int status = Main.run(
                    in,
                    new PrintStream(piped, true, StandardCharsets.UTF_8),
                    new PrintStream(OutputStream.nullOutputStream(), true, StandardCharsets.UTF_8),
                    "heap",
                    "--json",
                    "-",
                    "-");
            assertEquals(0, status);
        }
        assertEquals(
                expected, Answer.parse(piped.toString(StandardCharsets.UTF_8)).at("/dumps/0/classes"));
        assertEquals(before, listing());
    }

    private static List<String> listing() throws Exception {
        try (var files = Files.list(place)) {
            return files.map(Path::toString).sorted().toList();
        }
    }

    @Test
    void aDumpThatIsCutOffIsReadAsFarAsItGoes() throws Exception {
        var whole = Files.readAllBytes(small);
        var cut = Files.write(place.resolve("cut.hprof"), Arrays.copyOf(whole, whole.length / 2));
        var answer = heap("--json", "-", cut);
        answer.hasStatus(3);
        assertTrue(answer.json().at("/dumps/0/incomplete").asBoolean());
        assertTrue(answer.json().at("/dumps/0/all/instances").asLong() > 0);
        heap("--fail-if", "heap > 1kB", cut).hasStatus(1);
        heap("--fail-if", "heap > 1GB", cut).hasStatus(3);
    }

    @Test
    void oneOfSeveralThatIsNoneStopsNothing() throws Exception {
        var text = Files.writeString(place.resolve("app.log"), "no dump\n");
        heap(text).isRefusal(text + " is no heap dump", "name a file that the JVM wrote");
        var answer = heap(text, small);
        answer.hasStatus(2);
        assertTrue(answer.out().contains("unreadable: "), answer.out());
        assertTrue(answer.out().contains("Leak suspects"), answer.out());
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "sends a signal")
    void ctrlCRemovesWhatWasUnpacked() throws Exception {
        var temporary = Files.createDirectory(place.resolve("temporary"));
        var variables = Map.of("TMPDIR", temporary.toString());
        var memcmp = Memcmp.start(place, variables, List.of("heap", "-"));
        try {
            assumeFalse(InterruptionTest.ignoresInterrupts(memcmp.pid()), "the tests run where Ctrl-C is ignored");
            memcmp.getOutputStream().write(Arrays.copyOf(Files.readAllBytes(small), 100_000));
            memcmp.getOutputStream().flush();
            for (int i = 0;
                    i < 1200 && Objects.requireNonNull(temporary.toFile().list()).length == 0;
                    i++) {
                assertTrue(memcmp.isAlive());
                Thread.sleep(50);
            }
            assertEquals(1, Objects.requireNonNull(temporary.toFile().list()).length);
            assertEquals(
                    0,
                    new ProcessBuilder("kill", "-INT", Long.toString(memcmp.pid()))
                            .start()
                            .waitFor());
            assertEquals(130, memcmp.waitFor());
            assertEquals(0, Objects.requireNonNull(temporary.toFile().list()).length);
        } finally {
            memcmp.destroyForcibly();
        }
    }
}
