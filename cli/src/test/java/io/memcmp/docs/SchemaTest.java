package io.memcmp.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.memcmp.made.MadeCensus;
import io.memcmp.made.MadeComparisons;
import io.memcmp.made.MadeCosts;
import io.memcmp.made.MadeDiagnoses;
import io.memcmp.made.MadeReads;
import io.memcmp.made.MadeReports;
import io.memcmp.result.Metrics;
import io.memcmp.result.Report;
import io.memcmp.result.ReportJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class SchemaTest {
    @TempDir
    static Path directory;

    /** Two collectors measured, and two skipped for want of heap. */
    private static JsonNode run = Schema.parse("{}");

    @BeforeAll
    static void measure() throws Exception {
        var out = directory.resolve("run");
        var done = Tool.run(
                "run",
                "--workload",
                "linked-list",
                "-p",
                "nodes=20000",
                "-p",
                "traversals=1",
                "--gc",
                "g1,zgc",
                "--heap",
                "64m,1m",
                "--quiet",
                "--json",
                "-",
                "--out",
                out.toString());
        assertEquals(0, done.status(), done.err());
        run = Schema.parse(done.out());
        assertEquals(done.out(), Files.readString(out.resolve("report.json")));
    }

    static List<String> reports() {
        return List.of(
                "run", "plan", "aa", "recording", "minheap", "compare", "check", "heap", "layout", "list", "doctor");
    }

    @ParameterizedTest
    @MethodSource("reports")
    void theToolPrintsTheVeryFile(String report) {
        var printed = Tool.run("schema", report);
        assertEquals(0, printed.status(), printed.err());
        assertEquals(Pages.read("docs/json-schema/" + report + "-1.json"), printed.out());
        assertEquals(
                "urn:memcmp:" + report + ":1", Schema.source(report).path("$id").asText());
    }

    @ParameterizedTest
    @ValueSource(strings = {"workloads", "collectors", "jdks", "metrics", "formats"})
    void everyListIsAsItsSchemaSays(String what) {
        assertValid("list", Schema.parse(Tool.run("list", what, "--json", "-").out()));
    }

    @Test
    void theDoctorsFindingsAreAsTheirSchemaSays() {
        assertValid("doctor", Schema.parse(Tool.run("doctor", "--json", "-").out()));
    }

    @Test
    void comparisonsAndChecksAreAsTheirSchemasSay() {
        for (var compared : List.of(MadeReads.compared(), MadeReads.hostileCompared())) {
            assertValid("compare", Schema.parse(ReportJson.document(compared)));
        }
        for (var checked : List.of(MadeReads.checked(), MadeReads.hostileChecked())) {
            assertValid("check", Schema.parse(ReportJson.document(checked)));
        }
        var report = directory.resolve("run").toString();
        var compared = Tool.run("compare", "--col", "collector", "--json", "-", report);
        assertEquals(0, compared.status(), compared.err());
        assertValid("compare", Schema.parse(compared.out()));
        var checked = Tool.run("check", report, "--max", "wall=10min", "--baseline", report, "--json", "-");
        assertEquals(3, checked.status(), checked.err()); // one trial of each cell: nothing can be said of the baseline
        assertValid("check", Schema.parse(checked.out()));
    }

    @Test
    void aConfigurationAgainstItselfIsAsItsSchemaSays() {
        assertValid("aa", Schema.parse(ReportJson.document(MadeReports.aa())));
    }

    @Test
    void aRunIsAsItsSchemaSays() {
        assertEquals(2, run.path("cells").size());
        assertEquals(2, run.path("skipped").size());
        assertValid("run", run);
    }

    static List<Report.Run> made() {
        return List.of(
                MadeReports.run(),
                MadeDiagnoses.run(),
                MadeDiagnoses.hostile(),
                MadeComparisons.compared(),
                MadeComparisons.few(),
                MadeComparisons.hostile(),
                MadeComparisons.workloads(),
                MadeCensus.run());
    }

    @ParameterizedTest
    @MethodSource("made")
    void aRunWithComparisonsIsAsItsSchemaSays(Report.Run made) {
        assertValid("run", Schema.parse(ReportJson.document(made)));
    }

    @Test
    void theMadeRunsHaveAComparisonOfEveryKind() {
        var kinds = new TreeSet<String>();
        for (var report : made()) {
            for (var comparison : Schema.parse(ReportJson.document(report)).path("comparisons")) {
                kinds.add(comparison.path("kind").asText("not compared") + " "
                        + comparison.at("/verdict/kind").asText("no verdict"));
            }
        }
        for (var kind : List.of(
                "exact equivalent",
                "exact no verdict",
                "not compared no verdict",
                "ratio differs",
                "ratio equivalent",
                "ratio not_shown",
                "ratio too_few")) {
            assertTrue(kinds.contains(kind), kind + " is not in " + kinds);
        }
    }

    @Test
    void aPlanIsAsItsSchemaSaysBeforeTheRunAndInItsDirectory() throws Exception {
        var dry = Tool.run(
                "run",
                "--workload",
                "linked-list",
                "--gc",
                "g1,zgc",
                "--heap",
                "64m,1m",
                "--repeat",
                "3",
                "--dry-run",
                "--json",
                "-");
        assertEquals(0, dry.status(), dry.err());
        assertValid("plan", Schema.parse(dry.out()));
        assertValid("plan", Schema.parse(Files.readString(directory.resolve("run/plan.json"))));
    }

    @Test
    void whatCollectionCostsIsAsTheSchemaSays() {
        var costs = Schema.parse(ReportJson.document(MadeCosts.run()));
        assertEquals(2, costs.path("gc_cost").size());
        assertTrue(costs.at("/gc_cost/0/cells/0/bound/interval/low").isNumber());
        assertValid("run", costs);
        assertEquals(
                cellIds(run),
                run.at("/gc_cost/0/cells").findValuesAsText("id").stream().toList());
    }

    private static List<String> cellIds(JsonNode of) {
        var ids = new ArrayList<String>();
        of.path("cells").forEach(cell -> ids.add(cell.path("id").asText()));
        return ids;
    }

    @Test
    void everyMetricIsInEveryCellAndTrial() {
        var ids = new TreeSet<>(Metrics.ids());
        assertEquals(ids, names(run.path("metrics")));
        for (var cell : run.path("cells")) {
            assertEquals(ids, names(cell.path("metrics")));
            cell.path("trials").forEach(trial -> assertEquals(ids, names(trial.path("readings"))));
        }
    }

    @Test
    void aProgramThatFailsIsAsTheSchemaSaysToo() {
        var failed = Tool.run(
                "run",
                "--gc",
                "serial",
                "--jdk",
                System.getProperty("java.home"),
                "--quiet",
                "--json",
                "-",
                "--out",
                directory.resolve("failed").toString(),
                "--",
                "java",
                "-cp",
                directory.toString(),
                "NoSuchProgram");
        assertEquals(4, failed.status(), failed.err());
        var document = Schema.parse(failed.out());
        assertEquals("failed", document.at("/cells/0/trials/0/outcome/kind").asText(), failed.out());
        assertValid("run", document);
    }

    @Test
    void aSearchIsAsItsSchemaSays() {
        var search = Tool.run(
                "minheap",
                "--workload",
                "linked-list",
                "-p",
                "nodes=20000",
                "-p",
                "traversals=1",
                "--gc",
                "serial",
                "--jdk",
                System.getProperty("java.home"),
                "--max-heap",
                "64m",
                "--quiet",
                "--json",
                "-");
        var found = Schema.parse(search.out());
        assertEquals(found.at("/searches/0/doubtful").asBoolean() ? 3 : 0, search.status(), search.err());
        assertValid("minheap", found);
    }

    @Test
    void everyEndingOfASearchIsAsTheSchemaSays() {
        assertValid("minheap", Schema.parse(ReportJson.document(MadeReports.minHeap())));
        assertValid("minheap", Schema.parse(ReportJson.document(MadeReports.hostileMinHeap())));
    }

    @Test
    void aRunOverMultiplesIsAsItsSchemaSays() {
        assertValid("run", Schema.parse(ReportJson.document(MadeReports.multiples())));
    }

    @Test
    void everyTrialOfTheJournalIsOneOfTheReport() throws Exception {
        var lines = Files.readAllLines(directory.resolve("run/trials.ndjson"));
        assertEquals(2, lines.size());
        for (var line : lines) {
            var trial = (ObjectNode) Schema.parse(line);
            var cell = trial.remove("cell").asText();
            assertTrue(trial.remove("outside").has("wall_ns"));
            var reported = new ArrayList<JsonNode>();
            run.path("cells").forEach(each -> {
                if (each.path("id").asText().equals(cell)) {
                    each.path("trials").forEach(reported::add);
                }
            });
            assertEquals(List.of(trial), reported);
        }
    }

    @Test
    void aReaderPutsUpWithANewFieldAndTheTestsDoNot() {
        var later = copy();
        later.put("of_a_later_version", 1);
        cell(later).withObject("/jdk").put("of_a_later_version", 1);
        assertEquals(List.of(), Schema.forReaders("run").errors(later));
        assertInvalid(Schema.closed("run"), later);
    }

    @Test
    void aFigureIsNoText() {
        var broken = copy();
        cell(broken).withObject("/metrics/gc.count").put("median", "3");
        assertInvalid(Schema.forReaders("run"), broken);
        broken = copy();
        trial(broken).withObject("/readings").put("wall", "1.2 s");
        assertInvalid(Schema.forReaders("run"), broken);
    }

    @Test
    void absenceHasAReason() {
        var broken = copy();
        trial(broken).withObject("/readings").putObject("wall");
        assertInvalid(Schema.forReaders("run"), broken);
        broken = copy();
        trial(broken).withObject("/readings").putNull("wall");
        assertInvalid(Schema.forReaders("run"), broken);
        broken = copy();
        trial(broken).withObject("/readings").putObject("wall").put("absent", "");
        assertInvalid(Schema.forReaders("run"), broken);
    }

    @Test
    void whatIsPromisedIsThere() {
        for (var field :
                List.of("schema", "tool_version", "subject", "design", "host", "metrics", "cells", "skipped")) {
            var broken = copy();
            broken.remove(field);
            assertInvalid(Schema.forReaders("run"), broken);
        }
        var broken = copy();
        ((ObjectNode) broken.at("/skipped/0")).remove("reason");
        assertInvalid(Schema.forReaders("run"), broken);
        broken = copy();
        trial(broken).withObject("/outcome").remove("exit_status");
        assertInvalid(Schema.forReaders("run"), broken);
    }

    @ParameterizedTest
    @MethodSource("reports")
    void everyFieldSaysWhatItIs(String report) {
        var silent = new ArrayList<String>();
        findSilent(Schema.source(report), "", silent);
        assertEquals(List.of(), silent);
    }

    private static void findSilent(JsonNode node, String path, List<String> silent) {
        fields(node).forEach(name -> findSilent(node.path(name), path + "/" + name, silent));
        for (int i = 0; node.isArray() && i < node.size(); i++) {
            findSilent(node.path(i), path + "/" + i, silent);
        }
        if (path.matches(".*/properties/[^/]+") && !node.has("description") && !node.has("$ref")) {
            silent.add(path);
        }
    }

    private static void assertValid(String report, JsonNode document) {
        assertEquals(List.of(), Schema.forReaders(report).errors(document));
        assertEquals(List.of(), Schema.closed(report).errors(document));
    }

    private static void assertInvalid(Schema schema, JsonNode document) {
        assertFalse(schema.errors(document).isEmpty());
    }

    private static ObjectNode copy() {
        assertTrue(run.isObject());
        return run.deepCopy();
    }

    private static ObjectNode cell(ObjectNode document) {
        return (ObjectNode) document.at("/cells/0");
    }

    private static ObjectNode trial(ObjectNode document) {
        return (ObjectNode) document.at("/cells/0/trials/0");
    }

    private static List<String> fields(JsonNode node) {
        var names = new ArrayList<String>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static Set<String> names(JsonNode node) {
        return new TreeSet<>(fields(node));
    }
}
