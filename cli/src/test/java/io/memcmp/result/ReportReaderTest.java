package io.memcmp.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.analysis.Reading;
import io.memcmp.made.MadeRecordings;
import io.memcmp.made.MadeReports;
import io.memcmp.plan.UserError;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ReportReaderTest {

    @TempDir
    Path place = Path.of("");

    static Stream<Report.Run> runs() {
        return Stream.of(MadeReports.run(), MadeReports.hostile());
    }

    @ParameterizedTest
    @MethodSource("runs")
    void whatIsReadBackIsWhatWasMeasured(Report.Run run) {
        var read = ReportReader.document("a", ReportJson.document(run));
        assertEquals(
                run.cells().stream().map(CellFigures::of).toList(),
                read.cells().stream().map(ReadCell::figures).toList());
        assertEquals(run.tool(), read.tool());
        assertEquals(run.created().toString(), read.created());
        assertEquals(run.design().blocks(), read.blocks());
        assertEquals("Some Processor", read.host().get("processor"));
        assertEquals("2", read.host().get("processors"));
        assertEquals(1, read.skipped().size());
        assertEquals(run.interrupted(), read.remarks().contains("the run was interrupted before its plan was done"));
    }

    @Test
    void whatRanIsToldWithItsParameters() {
        assertEquals(
                "linked-list nodes=1000",
                ReportReader.document("a", ReportJson.document(MadeReports.run()))
                        .cells()
                        .getFirst()
                        .work());
    }

    @Test
    void recordingsOfOneKindAreTrialsOfOneCell() {
        var whole = MadeRecordings.whole();
        var one = whole.read().getFirst();
        var several = MadeRecordings.several().recordings();
        var read = ReportReader.document(
                "a",
                ReportJson.document(new Report.Recordings(
                        "0.0",
                        whole.created(),
                        whole.options(),
                        false,
                        Stream.concat(Stream.of(one), several.stream()).toList())));
        assertEquals(2, read.cells().size());
        assertEquals(1, read.cells().getLast().figures().trials().size());
        var cell = read.cells().getFirst();
        assertEquals(2, cell.figures().trials().size());
        assertEquals("linked-list", cell.key().subject());
        assertEquals("25.0.3+9-LTS", cell.key().version());
        assertEquals(64L << 20, cell.key().heap().orElseThrow().count());
        var made = MadeRecordings.whole().read().getFirst();
        made.readings()
                .forEach((metric, reading) ->
                        assertEquals(reading, cell.figures().trials().getFirst().reading(metric)));
        assertEquals(2, read.remarks().size(), read.remarks().toString());
    }

    @Test
    void whatALaterVersionAddedIsIgnored() {
        var json = document()
                .replaceFirst("\\{", "{\"of_a_later_version\": [{}],")
                .replaceFirst("\"readings\" : \\{", "\"readings\" : {\"later.metric\": 12, ");
        assertEquals(
                ReportReader.document("a", document()).cells(),
                ReportReader.document("a", json).cells());
    }

    @Test
    void aMetricInAnotherUnitIsNoFigure() {
        var json = document().replaceFirst("(?s)(\"wall\" : \\{\\s*\"unit\" : )\"ns\"", "$1\"ms\"");
        var trial = ReportReader.document("a", json)
                .cells()
                .getFirst()
                .figures()
                .trials()
                .getFirst();
        assertEquals(Reading.absent("the report counts it in ms"), trial.reading(Metrics.WALL));
        assertInstanceOf(Reading.Value.class, trial.reading(Metrics.CPU));
    }

    @Test
    void aLaterMajorVersionIsRefusedAndTheOnesThatAreReadAreNamed() {
        refused(
                document().replace("memcmp/run/1", "memcmp/run/2"),
                "a is memcmp/run/2, which this memcmp does not read",
                "it" + " reads memcmp/run/1 and memcmp/recording/1; memcmp 0.0 wrote it");
        refused(
                "{\"schema\": \"memcmp/list/1\"}",
                "a is memcmp/list/1, which holds no trials",
                "it reads memcmp/run/1");
        refused("{\"schema\": \"other/1\"}", "a is no report of memcmp's", "it reads memcmp/run/1");
        refused("{}", "a is no report of memcmp's", "it reads memcmp/run/1");
        refused("[]", "a is no report of memcmp's", "it reads memcmp/run/1");
    }

    /** Each replaces something of a good document. */
    static Stream<List<String>> wrong() {
        return Stream.concat(wrongFigures(), wrongPlaces());
    }

    private static Stream<List<String>> wrongFigures() {
        return Stream.of(
                List.of(
                        "\"wall\" : 1500000000",
                        "\"wall\" : \"1.5 s\"",
                        "/cells/0/trials/0/readings/wall is not a number or"),
                List.of(
                        "\"wall\" : 1500000000",
                        "\"wall\" : 1e999",
                        "/cells/0/trials/0/readings/wall is not a number or"),
                List.of(
                        "\"wall\" : 1500000000",
                        "\"wall\" : null",
                        "/cells/0/trials/0/readings/wall is not a number or"),
                List.of(
                        "\"wall\" : 1500000000",
                        "\"wall\" : {}",
                        "/cells/0/trials/0/readings/wall is not an object with"),
                List.of(
                        "\"wall\" : 1500000000",
                        "\"wall\" : [1]",
                        "/cells/0/trials/0/readings/wall is not a number or"),
                List.of("\"wall\" : 1500000000", "\"wall\" : NaN", "a is no JSON that can be read"),
                List.of("\"wall\" : 1500000000", "\"wall\" : " + "9".repeat(2000), "a is no JSON that can be read"),
                List.of("\"wall\" : 1500000000", "\"wall\" : " + "9".repeat(900), "/cells/0/trials/0/readings/wall"),
                List.of("\"wall\" : 1500000000", "\"wall\" : 1, \"wall\" : 2", "a is no JSON that can be read"),
                List.of("\"wall\" : 1500000000", "\"wall\" : " + "[".repeat(5000), "a is no JSON that can be read"));
    }

    private static Stream<List<String>> wrongPlaces() {
        return Stream.of(
                List.of("\"block\" : 1", "\"block\" : 1.5", "/cells/0/trials/0/block is not a whole number"),
                List.of("\"block\" : 1", "\"block\" : -1", "/cells/0/trials/0/block is not a whole number"),
                List.of("\"block\" : 1", "\"block\" : 99999999999", "/cells/0/trials/0/block is not a whole number"),
                List.of("\"block\" : 1", "\"block\" : 2", "/cells/0/trials/1/block is not a block of its own"),
                List.of(
                        "\"heap_bytes\" : 67108864",
                        "\"heap_bytes\" : -1",
                        "/cells/0/heap_bytes is not a number of bytes"),
                List.of("\"cells\" : \\[", "\"cells\" : 7, \"x\" : [", "/cells is not a list"),
                List.of("\"cells\" : \\[", "\"x\" : [", "the document is not an object with the field cells"),
                List.of("\"collector\" : \"serial\"", "\"collector\" : {}", "/cells/0/collector is not a text"),
                List.of("\"interrupted\" : false", "\"interrupted\" : \"no\"", "/interrupted is not true or false"),
                List.of("\"seed\" : 42", "\"seed\" : 1e300", "/design/seed is not a whole number"));
    }

    @ParameterizedTest
    @MethodSource("wrong")
    void whatCannotBeUsedIsNamedByItsPlace(List<String> change) {
        var broken = document().replaceFirst(change.get(0), change.get(1));
        assertFalse(broken.equals(document()), "nothing was changed");
        refused(
                broken,
                change.get(2).startsWith("a is") ? change.get(2) : "a: " + change.get(2),
                "name a report as memcmp");
    }

    @Test
    void ofADocumentThatIsCutOffNothingIsUsed() {
        var whole = document();
        for (int length = 0; length < whole.length() - 2; length += 997) {
            var cut = whole.substring(0, length);
            assertThrows(UserError.class, () -> ReportReader.document("a", cut));
        }
        refused(whole + "{}", "a is no JSON that can be read", "name a report");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {"", " ", "null", "7", "\"x\"", "{", "{\"schema\"", "\u0000", "{\"schema\": \"memcmp/run/1\"}"})
    void whatIsNoReportIsRefusedInWords(String text) {
        assertThrows(UserError.class, () -> ReportReader.document("a", text));
    }

    @Test
    void ofARunWithoutReportItsFinishedTrialsAreRead() throws IOException {
        var run = MadeReports.run();
        var journal = new StringBuilder();
        run.cells().forEach(cell -> cell.trials().forEach(trial -> journal.append(ReportJson.line(trial))));
        var torn = ReportJson.line(run.cells().getFirst().trials().getFirst());
        journal.append(torn, 0, torn.length() / 2);
        Files.writeString(place.resolve("trials.ndjson"), journal, StandardCharsets.UTF_8);
        var read = ReportReader.directory("a", place);
        assertEquals(ReadReport.Kind.JOURNAL, read.kind());
        assertEquals(
                run.cells().stream().map(cell -> CellFigures.of(cell).trials()).toList(),
                read.cells().stream().map(cell -> cell.figures().trials()).toList());
        var key = read.cells().getFirst().key();
        assertEquals("linked-list", key.subject());
        assertEquals("serial", key.collector());
        assertEquals(25, key.feature());
        assertEquals(64L << 20, key.heap().orElseThrow().count());
        assertTrue(read.remarks().stream().anyMatch(remark -> remark.contains("cut off")), read.remarks()::toString);
    }

    @Test
    void aRunDirectoryTellsItsSettings() throws IOException {
        Files.writeString(place.resolve("report.json"), document(), StandardCharsets.UTF_8);
        assertTrue(ReportReader.directory("a", place).settings().isEmpty());
        Files.writeString(place.resolve("settings.jfc"), "<configuration/>", StandardCharsets.UTF_8);
        var settings = ReportReader.directory("a", place).settings();
        assertTrue(settings.isPresent());
        assertEquals(
                settings, ReportReader.file("a", place.resolve("report.json")).settings());
    }

    private static String document() {
        return ReportJson.document(MadeReports.run());
    }

    private static void refused(String json, String problem, String remedy) {
        var error = assertThrows(UserError.class, () -> ReportReader.document("a", json));
        assertTrue(String.valueOf(error.getMessage()).startsWith(problem), error.getMessage());
        assertTrue(error.remedy().startsWith(remedy), error.remedy());
    }
}
