package io.memcmp.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.made.MadeReads;
import io.memcmp.made.MadeRecordings;
import io.memcmp.result.ReportJson;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whole command lines over reports that were made up. */
final class CompareAndCheckTest {

    @TempDir
    Path place = Path.of("");

    private String one = "";
    private String other = "";

    @BeforeEach
    void writeReports() throws IOException {
        one = write("one.json", MadeReads.document(0));
        other = write("other.json", MadeReads.document(1));
    }

    @Test
    void everyFormatOfAComparisonIsOnStandardOutput() {
        for (var format : List.of("text", "markdown", "csv", "json")) {
            var answer = Memcmp.run("compare", one, other, "--format", format);
            answer.hasStatus(0);
            assertFalse(answer.out().isEmpty());
        }
    }

    @Test
    void aRunAgainstItselfShowsNoDifferenceAnywhere() {
        var answer = Memcmp.run("compare", one, one, "--json", "-");
        answer.hasStatus(0);
        var kinds = new ArrayList<String>();
        answer.json().path("entries").forEach(entry -> {
            if (entry.path("comparison").has("verdict")) {
                kinds.add(entry.at("/comparison/verdict/kind").asText());
            }
        });
        assertFalse(kinds.isEmpty());
        assertFalse(kinds.contains("differs"), kinds::toString);
    }

    @Test
    void theExitStatusTellsWhatCameOfACheck() {
        Memcmp.run("check", one, "--max", "wall=10s").hasStatus(0);
        Memcmp.run("check", one, "--max", "wall=10ms").hasStatus(1);
        Memcmp.run("check", one, "--max", "serial:wall=1s").hasStatus(3);
        Memcmp.run("check", one, "--max", "pause.p99=5ms").hasStatus(3);
        Memcmp.run("check", one, "--max", "pause.p99=5ms", "--allow-absent").hasStatus(3);
        Memcmp.run("check", other, "--baseline", one).hasStatus(1);
        Memcmp.run("check", one, "--baseline", one).hasStatus(0);
    }

    @Test
    void formatsOfChecksAreRefusedElsewhere() {
        for (var format : List.of("junit", "github")) {
            Memcmp.run("compare", one, other, "--format", format)
                    .isRefusal("--format " + format + " holds the result of a check", "write the report with --json");
            Memcmp.run("list", "metrics", "--format", format)
                    .isRefusal("--format " + format + " holds the result of a check", "write the report with --json");
            Memcmp.run("check", one, "--max", "wall=10s", "--format", format).hasStatus(0);
        }
    }

    @Test
    void whatIsReadIsNeverReplaced() throws IOException {
        Memcmp.run("compare", one, other, "-o", one, "--force").isRefusal("will not overwrite " + one, "name another");
        assertEquals(MadeReads.document(0), Files.readString(Path.of(one)));
    }

    @Test
    void whatIsNoReportIsRefused() throws IOException {
        Memcmp.run("compare", place.resolve("nothing").toString(), one)
                .isRefusal("no such report: ", "name a report.json");
        Memcmp.run("compare", write("text", "hello"), one).isRefusal("", "name a file that JFR wrote");
        Memcmp.run("compare", write("broken.json", "{\"schema\": "), one)
                .isRefusal(place.resolve("broken.json") + " is no JSON that can be read", "name a report");
        Memcmp.run("compare", write("list.json", "{\"schema\": \"memcmp/list/1\"}"), one)
                .isRefusal(
                        place.resolve("list.json") + " is memcmp/list/1, which holds no trials",
                        "it reads memcmp/run/1");
        Memcmp.run("compare", "-", "-").isRefusal("- is named twice", "standard input can be read once");
        Memcmp.run("compare", one).isRefusal("nothing to compare: there is one file only", "name a second report");
    }

    @Test
    void whatWasTypedWrongIsAnsweredWithTheNearest() {
        Memcmp.run("compare", one, other, "--metric", "pause.mx").isRefusal("unknown metric: pause.mx", "did you mean");
        Memcmp.run("compare", one, other, "--col", "colector").isRefusal("unknown axis: colector", "did you mean");
        Memcmp.run("compare", one, other, "--margin", "3").isRefusal("not a percentage: 3", "write a number");
        Memcmp.run("check", one, "--max", "wall").isRefusal("not a budget: wall", "write a metric and an amount");
        Memcmp.run("check", one, "--max", "zzz:wall=1s").isRefusal("no cell of " + one + " is zzz", "its cells are: ");
        Memcmp.run("check", one, "--budget", "nowhere").isRefusal("no such budget: nowhere", "name a JSON file");
        Memcmp.run("check", one).isRefusal("nothing to check against", "name a limit");
    }

    @Test
    void aReportOfRecordingsIsReadToo() throws IOException {
        var recordings = write("recordings.json", ReportJson.document(MadeRecordings.whole()));
        for (var limit : List.of("pause.max=1min", "pause.max=1ns")) {
            var answer = Memcmp.run("check", recordings, "--max", limit);
            answer.hasStatus(3); // a single trial, on whatever side of the limit it lies
            assertTrue(answer.out().replaceAll("\\s+", " ").contains("; 4 more blocks would"), answer.out());
        }
    }

    @Test
    void aWorkflowHasItsSummary() throws IOException, InterruptedException {
        var summary = place.resolve("summary.md");
        Files.writeString(summary, "before\n");
        var process = Memcmp.start(
                place,
                Map.of("GITHUB_STEP_SUMMARY", summary.toString()),
                List.of("check", one, "--max", "wall=10ms", "--format", "github"));
        var answer = Memcmp.answer(process, place);
        answer.hasStatus(1);
        assertTrue(answer.out().startsWith("::error title=memcmp%3A wall"), answer.out());
        var written = Files.readString(summary, StandardCharsets.UTF_8);
        assertTrue(written.startsWith("before\n## "), written);
        assertTrue(written.contains("| broken |"), written);
    }

    @Test
    void aRunDirectoryThatLostItsReportIsReadByItsJournal() throws IOException {
        var directory = Files.createDirectory(place.resolve("killed"));
        var run = io.memcmp.made.MadeReports.run();
        var lines = run.cells().stream()
                .flatMap(cell -> Stream.concat(cell.trials().stream(), cell.setAside().stream()))
                .map(ReportJson::line)
                .toList();
        Files.writeString(directory.resolve("trials.ndjson"), String.join("", lines));
        var answer = Memcmp.run("compare", "--col", "collector", "--metric", "wall", directory.toString());
        answer.hasStatus(0);
        assertTrue(answer.out().contains("the run ended without a report"), answer.out());
    }

    private String write(String name, String text) throws IOException {
        var file = place.resolve(name);
        Files.writeString(file, text, StandardCharsets.UTF_8);
        return file.toString();
    }
}
