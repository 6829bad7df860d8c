package io.memcmp.command;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.memcmp.cli.Main;
import io.memcmp.result.Metrics;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.zip.GZIPOutputStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Recordings of a run, and what is made of them, analysed as they lie. */
final class AnalyzeTest {
    /** What only whoever started the process knows. */
    private static final Set<String> FROM_OUTSIDE = Set.of(Metrics.WALL.id(), "cpu");

    /** The end of its last constants: enough to lose some, too little to lose the description of the events. */
    private static final int CUT_OFF = 50;

    @TempDir
    static Path place = Path.of("");

    private static JsonNode run = Answer.parse("{}");
    private static Path g1 = Path.of("");
    private static Path serial = Path.of("");

    @BeforeAll
    static void record() {
        var answer = Memcmp.run(
                "run",
                "--quiet",
                "--workload",
                "allocation-loop",
                "-p",
                "count=200_000",
                "--gc",
                "g1,serial",
                "--heap",
                "32m",
                "--out",
                place.resolve("run").toString(),
                "--json",
                "-");
        answer.hasStatus(0);
        run = answer.json();
        g1 = recording(0);
        serial = recording(1);
    }

    private static Path recording(int cell) {
        return Path.of(run.at("/cells/" + cell + "/trials/0/directory").asText(), "recording.jfr");
    }

    @Test
    void aTrialsRecordingTellsWhatTheRunTold() {
        for (int cell = 0; cell < 2; cell++) {
            var trial = run.at("/cells/" + cell + "/trials/0");
            var again = only(analyze(recording(cell)));
            for (var metric : Metrics.ids()) {
                // A census is taken off a heap dump, and both say that there was none, each in its own words.
                if (!FROM_OUTSIDE.contains(metric) && !metric.startsWith("census.")) {
                    assertEquals(
                            trial.at("/readings").get(metric),
                            again.get("metrics").get(metric),
                            metric);
                }
            }
            for (var part : List.of("window", "pauses", "stops", "collections", "gc_cpu", "heap", "workload")) {
                assertEquals(
                        trial.at("/profile").get(part), again.at("/profile").get(part), part);
            }
            assertEquals(run.at("/cells/" + cell + "/jvm"), again.get("jvm"));
            assertFalse(again.get("incomplete").asBoolean());
        }
    }

    @Test
    void whatTheProcessTookFromOutsideIsAbsentAndNoZero() {
        var metrics = only(analyze(g1)).get("metrics");
        for (var metric : FROM_OUTSIDE) {
            assertEquals(
                    "a recording does not tell what the process took from outside",
                    metrics.get(metric).get("absent").asText());
        }
    }

    @Test
    void twoFilesStandSideBySideInTheOrderInWhichTheyWereNamed() {
        var recordings = analyze(serial, g1).get("recordings");
        assertEquals(List.of(serial.toString(), g1.toString()), texts(recordings, "name"));
        assertEquals("serial", recordings.at("/0/jvm/collector").asText());
        assertEquals("g1", recordings.at("/1/jvm/collector").asText());
        var twice = Memcmp.run("analyze", "--json", "-", g1.toString(), g1.toString());
        assertEquals(g1.toString(), only(twice.json()).get("name").asText());
        assertEquals(
                "memcmp: " + g1 + " was named before, and is read once",
                twice.err().strip());
        var text = Memcmp.run("analyze", serial.toString(), g1.toString());
        text.hasStatus(0);
        assertTrue(text.out().startsWith("2 recordings\n"), text.out());
    }

    @Test
    void aRunDirectoryIsATreeOfRecordings() {
        var recordings = analyze(place.resolve("run")).get("recordings");
        assertEquals(Set.of(g1.toString(), serial.toString()), Set.copyOf(texts(recordings, "name")));
    }

    @Test
    void packedOrThroughAPipeItIsTheSameRecording() throws IOException {
        var plain = only(analyze(g1));
        var packed = pack(g1, "packed.jfr.gz");
        var unpacked = only(analyze(packed));
        assertEquals(plain.get("profile"), unpacked.get("profile"));
        assertEquals(plain.get("metrics"), unpacked.get("metrics"));
        assertEquals(Files.size(g1), unpacked.get("size_bytes").asLong());
        assertEquals(List.of(packed.toString()), List.of(unpacked.at("/files/0").asText()));
        for (var file : List.of(g1, packed)) {
            var piped = only(piped(Files.readAllBytes(file)).json());
            assertEquals(plain.get("profile"), piped.get("profile"));
            assertEquals("standard input", piped.get("name").asText());
        }
    }

    @Test
    void mergedTheyAreOneRecordingInTheOrderOfTime() {
        var answer = Memcmp.run("analyze", "--merge", "--json", "-", serial.toString(), g1.toString());
        assertEquals(0, answer.status(), answer.err());
        assertTrue(answer.json().at("/options/merged").asBoolean());
        var merged = only(answer.json());
        var byStart = new ArrayList<>(List.of(g1, serial));
        byStart.sort(java.util.Comparator.comparing(
                file -> only(analyze(file)).get("covers_from").asText()));
        assertEquals(byStart.getFirst().toString(), merged.at("/files/0").asText());
        assertEquals(2, merged.get("files").size());
    }

    @Test
    void mergedTheyHaveTheEventsOfBoth() {
        var merged = only(Memcmp.run("analyze", "--merge", "--json", "-", serial.toString(), g1.toString())
                .json());
        var collection = "jdk.GarbageCollection";
        assertTrue(events(merged, collection) > 0);
        assertEquals(
                events(only(analyze(g1)), collection) + events(only(analyze(serial)), collection),
                events(merged, collection));
    }

    @Test
    void aPartOfTheTimeHasItsPartOfTheEvents() {
        var whole = only(analyze(g1));
        var window = whole.at("/profile/window");
        var start = Instant.parse(window.get("start").asText());
        long all = whole.at("/metrics/gc.count").asLong();
        var parts = new TreeSet<Long>();
        for (int tenth = 1; tenth < 10; tenth += 2) {
            var cut = start.plusNanos(window.get("duration_ns").asLong() * tenth / 10);
            long before = collections(g1, "--from", start.toString(), "--to", cut.toString());
            long after = collections(
                    g1,
                    "--from",
                    cut.plusNanos(1).toString(),
                    "--to",
                    window.get("end").asText());
            assertEquals(all, before + after);
            parts.add(before);
        }
        assertTrue(parts.size() > 1, parts + " of " + all + " wherever the time is cut");
        assertTrue(collections(g1, "--from", "0s") >= all);
    }

    @Test
    void allocationGoesOutAsCollapsedStacks() throws IOException {
        var flame = place.resolve("stacks.txt");
        Memcmp.run("analyze", "--flame", flame.toString(), g1.toString()).hasStatus(0);
        var lines = Files.readAllLines(flame);
        assertTrue(lines.stream().allMatch(line -> line.matches("\\S.* [1-9][0-9]*")), lines.toString());
        assertTrue(lines.stream().anyMatch(line -> line.contains("AllocationLoop")), lines.toString());
        var report = place.resolve("report.txt");
        var piped = Memcmp.run("analyze", "--flame", "-", "--output", report.toString(), g1.toString());
        piped.hasStatus(0);
        assertEquals(Files.readString(flame), piped.out());
        assertTrue(Files.size(report) > 0);
    }

    @Test
    void ofSeveralOneThatCannotBeReadIsNamedAndTheOthersAreReported() throws IOException {
        var none = Files.writeString(place.resolve("none.txt"), "nothing recorded");
        var answer = Memcmp.run("analyze", "--json", "-", none.toString(), g1.toString());
        assertEquals(2, answer.status());
        var recordings = answer.json().get("recordings");
        assertEquals(List.of("unreadable", "read"), texts(recordings, "status"));
        assertTrue(recordings.at("/0/reason").asText().contains("none.txt"));
        var text = Memcmp.run("analyze", none.toString(), g1.toString());
        assertEquals(2, text.status());
        assertTrue(text.out().startsWith("2 recordings, 1 of them unreadable\n"), text.out());
        assertEquals("", text.err());
    }

    @Test
    void aRecordingOutsideThePartIsReadableAndNoError() {
        var byEnd = new ArrayList<>(List.of(g1, serial));
        byEnd.sort(java.util.Comparator.comparing(
                file -> only(analyze(file)).get("covers_to").asText()));
        var begun = only(analyze(byEnd.getLast())).get("covers_from").asText();
        var files = byEnd.stream().map(Path::toString).toList();
        var answer = Memcmp.run("analyze", "--json", "-", "--from", begun, files.get(0), files.get(1));
        answer.hasStatus(0);
        assertEquals(List.of("outside", "read"), texts(answer.json().get("recordings"), "status"));
        var text = Memcmp.run("analyze", "--from", begun, files.get(0), files.get(1));
        assertTrue(text.out().startsWith("2 recordings, 1 of them outside the part that counts\n"), text.out());
        assertEquals(
                2,
                Memcmp.run("analyze", "--from", "24h", files.get(0), files.get(1))
                        .status());
    }

    @Test
    void mergedWithWhatCannotBeReadTheWholeIsIncomplete() throws IOException {
        var none = Files.writeString(place.resolve("nothing.txt"), "nothing recorded");
        var answer = Memcmp.run("analyze", "--merge", "--json", "-", none.toString(), g1.toString());
        assertEquals(3, answer.status(), answer.err());
        var reason = only(answer.json()).get("incomplete_reason").asText();
        assertTrue(reason.startsWith("in " + none + ": "), reason);
    }

    @Test
    void aRecordingThatIsCutOffIsReportedAsFarAsItGoes() throws IOException {
        var bytes = Files.readAllBytes(g1);
        var cut = Files.write(place.resolve("cut.jfr"), Arrays.copyOf(bytes, bytes.length - CUT_OFF));
        isIncomplete(Memcmp.run("analyze", "--json", "-", cut.toString()), cut);
        var text = Memcmp.run("analyze", cut.toString());
        assertEquals(3, text.status(), text.err());
        assertTrue(text.out().contains("recording incomplete: "), text.out());
    }

    @Test
    void aPackedRecordingThatIsCutOffIsReportedAsFarAsItGoes() throws IOException {
        var packed = Files.readAllBytes(pack(g1, "whole.jfr.gz"));
        var cut = Files.write(place.resolve("cut.jfr.gz"), Arrays.copyOf(packed, packed.length - CUT_OFF));
        var answer = Memcmp.run("analyze", "--json", "-", cut.toString());
        isIncomplete(answer, cut);
        assertTrue(only(answer.json()).get("incomplete_reason").asText().contains("is damaged or cut off"));
    }

    private static void isIncomplete(Answer answer, Path file) {
        assertEquals(3, answer.status(), answer.err());
        var recording = only(answer.json());
        assertTrue(recording.get("incomplete").asBoolean());
        assertFalse(recording.get("incomplete_reason").asText().isEmpty());
        assertTrue(recording.get("loss_count").asLong() > 0);
        assertEquals(file.toString(), recording.at("/losses/0/file").asText());
        assertTrue(Instant.parse(recording.get("covers_from").asText())
                .isBefore(Instant.parse(recording.get("covers_to").asText())));
    }

    @Test
    void listsAreAsLongAsAskedFor() {
        for (int top : List.of(1, 3)) {
            var recording = only(Memcmp.run("analyze", "--top", "" + top, "--json", "-", g1.toString())
                    .json());
            assertEquals(top, recording.at("/profile/live_set/classes").size());
            assertTrue(recording.at("/profile/allocation/top_classes").size() <= top);
        }
    }

    private static long collections(Path file, String... options) {
        var line = new ArrayList<>(List.of("analyze", "--json", "-", file.toString()));
        line.addAll(List.of(options));
        var answer = Memcmp.run(line.toArray(String[]::new));
        answer.hasStatus(0);
        return only(answer.json()).at("/metrics/gc.count").asLong();
    }

    private static long events(JsonNode recording, String event) {
        return recording.get("events").path(event).asLong();
    }

    private static JsonNode analyze(Path... places) {
        var line = new ArrayList<>(List.of("analyze", "--json", "-"));
        for (var each : places) {
            line.add(each.toString());
        }
        var answer = Memcmp.run(line.toArray(String[]::new));
        answer.hasStatus(0);
        assertEquals("memcmp/recording/1", answer.json().get("schema").asText());
        return answer.json();
    }

    private static Answer piped(byte[] bytes) {
        var out = new ByteArrayOutputStream();
        var err = new ByteArrayOutputStream();
        int status = Main.run(
                new ByteArrayInputStream(bytes),
                new PrintStream(out, true, UTF_8),
                new PrintStream(err, true, UTF_8),
                "analyze",
                "--json",
                "-",
                "-");
        return new Answer(status, out.toString(UTF_8), err.toString(UTF_8));
    }

    private static JsonNode only(JsonNode report) {
        assertEquals(1, report.get("recordings").size());
        return report.at("/recordings/0");
    }

    private static Path pack(Path recording, String name) throws IOException {
        var packed = place.resolve(name);
        try (var out = new GZIPOutputStream(Files.newOutputStream(packed))) {
            Files.copy(recording, out);
        }
        return packed;
    }

    private static List<String> texts(JsonNode recordings, String field) {
        var texts = new ArrayList<String>();
        recordings.forEach(recording -> texts.add(recording.get(field).asText()));
        return texts;
    }
}
