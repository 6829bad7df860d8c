package io.memcmp.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.memcmp.programs.Ends;
import io.memcmp.programs.Hangs;
import io.memcmp.programs.Leaks;
import io.memcmp.programs.Reads;
import io.memcmp.programs.Writes;
import io.memcmp.programs.WritesOut;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** However a program ends, that is a result: its outcome is told, its recording is kept, nothing of it runs on. */
final class EndingsTest {

    @TempDir
    Path place = Path.of("");

    @Test
    void aProgramThatFailsIsToldWithItsLastLines() {
        var answer = measure(List.of("--gc", "serial"), Ends.class, "7", "one", "two");
        answer.hasStatus(4);
        var outcome = answer.trial().get("outcome");
        assertEquals("failed", outcome.get("kind").asText());
        assertEquals(7, outcome.get("exit_status").asInt());
        assertEquals(List.of("out: one", "out: two", "err: one", "err: two"), texts(outcome.get("last_lines")));
        assertTrue(Files.exists(place.resolve("run/report.json")), "the report is kept");
        assertTrue(Files.exists(trialDirectory(answer).resolve("recording.jfr")), "so is the recording");
    }

    /** The recorder begins a new chunk then, as it does whenever one is full; it must not forget those before. */
    @Test
    void whatWasRecordedBeforeAnotherChunkBeganIsNotLost() {
        var answer = measure(
                List.of("--gc", "serial"),
                WritesOut.class,
                place.resolve("written.jfr").toString());
        answer.hasStatus(0);
        assertEquals(5, answer.trial().at("/readings/gc.count").asInt());
    }

    @Test
    void aStatusThatTheUserCallsGoodIsCompletion() {
        var answer = measure(List.of("--gc", "serial", "--ok-status", "0,7,53"), Ends.class, "7");
        answer.hasStatus(0);
        assertEquals("completed", answer.trial().at("/outcome/kind").asText());
        assertEquals(7, answer.trial().at("/outcome/exit_status").asInt());
    }

    @Test
    void aProgramThatHangsIsEndedAndItsRecordingKept() {
        var answer = measure(List.of("--gc", "serial", "--time-limit", "6s"), Hangs.class);
        answer.hasStatus(4);
        assertEquals("timed_out", answer.trial().at("/outcome/kind").asText());
        assertEquals(6_000_000_000L, answer.trial().at("/outcome/limit_ns").asLong());
        assertFalse(answer.trial().get("incomplete").asBoolean(), "it was asked to end, and closed its recording");
        assertTrue(answer.trial().at("/profile/stops").isObject());
        assertNoneRuns(Hangs.class);
    }

    @Test
    @Tag("slow")
    void aProgramThatDoesNotEndWhenAskedIsKilledAndItsRecordingSalvaged() {
        var answer = measure(List.of("--gc", "serial", "--time-limit", "6s"), Hangs.class, "stubborn");
        answer.hasStatus(4);
        assertEquals("timed_out", answer.trial().at("/outcome/kind").asText());
        assertTrue(answer.trial().at("/profile/window").isObject());
        assertNoneRuns(Hangs.class);
    }

    @Test
    void whatAProgramWritesIsKeptToACapAndSaidSo() throws IOException {
        var answer = measure(List.of("--gc", "serial"), Writes.class, "300");
        answer.hasStatus(0);
        assertEquals(16 << 20, Files.size(trialDirectory(answer).resolve("stdout")));
        assertEquals(
                List.of("the program wrote 300 MiB to one stream; the first 16 MiB are kept"),
                texts(answer.trial().get("remarks")));
    }

    @Test
    void standardOutputHoldsOneDocumentEvenWhenTheProgramIsShown() throws IOException {
        var answer = measure(List.of("--gc", "serial", "--show-output"), Ends.class, "0", "{\"x\":1}");
        answer.hasStatus(0);
        assertEquals("memcmp/run/1", answer.json().get("schema").asText());
        assertTrue(answer.err().contains("out: {\"x\":1}"), answer.err());
        assertTrue(answer.err().contains("err: {\"x\":1}"), answer.err());
        assertEquals("out: {\"x\":1}\n", Files.readString(trialDirectory(answer).resolve("stdout")));
    }

    @Test
    void everyTrialReadsTheSameInputAndNoneWithoutOne() throws IOException {
        var input = Files.writeString(place.resolve("input"), "x".repeat(12_345));
        var fed = measure(
                List.of("--gc", "serial", "--repeat", "2", "--keep-noisy", "--input", input.toString()), Reads.class);
        fed.hasStatus(0);
        assertEquals(2, fed.json().at("/cells/0/trials").size());
        for (var trial : fed.json().at("/cells/0/trials")) {
            assertEquals(
                    "read 12345\n",
                    Files.readString(Path.of(trial.get("directory").asText(), "stdout")));
        }
        var hungry = measure(List.of("--gc", "serial", "--force"), Reads.class);
        assertEquals("read 0\n", Files.readString(trialDirectory(hungry).resolve("stdout")));
    }

    @ParameterizedTest
    @ValueSource(strings = {"g1", "epsilon"})
    void aProgramThatRunsOutOfMemoryLeavesItsRecording(String collector) throws IOException {
        var answer = measure(List.of("--gc", collector, "--heap", "48m"), Leaks.class);
        answer.hasStatus(0);
        assertEquals("out_of_memory", answer.trial().at("/outcome/kind").asText());
        assertTrue(answer.trial().at("/outcome/after_ns").asLong() > 0);
        assertTrue(answer.trial().get("incomplete").asBoolean());
        assertTrue(answer.trial().get("incomplete_reason").asText().startsWith("cut off: "));
        assertTrue(answer.trial().at("/profile/window").isObject());
        try (var here = Files.list(Path.of(""))) {
            assertEquals(
                    List.of(),
                    here.filter(file -> file.toString().matches("(hs_err|core|replay).*"))
                            .toList());
        }
    }

    @ParameterizedTest
    @CsvSource({"g1, 96m", "zgc, 128m"})
    void aWorkloadThatFillsTheHeapTellsWhenItWasFull(String collector, String heap) {
        var answer = Memcmp.run(
                "run",
                "--quiet",
                "--workload",
                "cache-leak",
                "-p",
                "until=oom",
                "--gc",
                collector,
                "--heap",
                heap,
                "--out",
                place.resolve("run").toString(),
                "--json",
                "-");
        answer.hasStatus(0);
        assertEquals("out_of_memory", answer.trial().at("/outcome/kind").asText());
        assertFalse(answer.trial().get("incomplete").asBoolean());
        assertTrue(answer.trial().at("/profile/workload/out_of_memory_after_ns").isNumber());
    }

    @ParameterizedTest
    @ValueSource(strings = {"jdk-java-options", "java-tool-options"})
    void aScriptHandsTheOptionsToTheJvmInsideIt(String handover) throws IOException {
        var script = script("exec java -cp '" + Memcmp.classes() + "' " + Ends.class.getName() + " 0 \"$1\"");
        var answer = script(script, List.of("--gc", "parallel", "--handover", handover), "hello world");
        answer.hasStatus(0);
        assertEquals("completed", answer.trial().at("/outcome/kind").asText());
        assertEquals("parallel", answer.json().at("/cells/0/jvm/collector").asText());
        assertEquals(
                "out: hello world\n", Files.readString(trialDirectory(answer).resolve("stdout")));
    }

    @Test
    void aScriptThatStartsNoJvmIsCompletedAndSaysWhatIsMissing() throws IOException {
        var answer = script(script("echo nothing here"), List.of("--gc", "serial"));
        answer.hasStatus(0);
        assertEquals("completed", answer.trial().at("/outcome/kind").asText());
        assertEquals(
                List.of("no JVM of this trial left a recording"),
                texts(answer.trial().get("remarks")));
        assertTrue(answer.trial().at("/profile/absent").asText().contains("--handover"));
        assertTrue(answer.trial().at("/readings/wall").isNumber());
    }

    @Test
    void theFiguresOfAJvmThatDiedAreNotThoseOfASmallOneBesideIt() throws IOException {
        var classes = " -cp '" + Memcmp.classes() + "' ";
        var script = script("java" + classes + Ends.class.getName() + " 0\njava" + classes + Leaks.class.getName());
        var answer = script(script, List.of("--gc", "serial", "--heap", "64m"));
        answer.hasStatus(0);
        assertEquals("out_of_memory", answer.trial().at("/outcome/kind").asText());
        assertTrue(answer.trial().get("incomplete").asBoolean(), "the recording that was cut off speaks for the trial");
        assertTrue(answer.json().at("/cells/0/jvm/java_arguments").asText().contains(Leaks.class.getName()));
    }

    @Test
    void aScriptsOwnHeapIsToldWhereItOverridesTheCells() throws IOException {
        var script = script("exec java -Xmx80m -cp '" + Memcmp.classes() + "' " + Ends.class.getName() + " 0");
        var answer = script(script, List.of("--gc", "serial", "--heap", "64m"));
        assertEquals(
                List.of("the script gave its JVM -Xmx80m, which overrides what this cell asked for"),
                texts(answer.trial().get("remarks")));
    }

    @Test
    void whatAScriptLeavesRunningIsEndedWithItsTrial() throws IOException {
        var script = script("java -Dmine=" + place + " -cp '" + Memcmp.classes() + "' " + Hangs.class.getName()
                + " & while ! grep -q hanging '" + place.resolve("run") + "'/trials/*/1/stdout; do sleep 0.1; done");
        var answer = script(script, List.of("--gc", "serial"));
        answer.hasStatus(0);
        var left = ProcessHandle.allProcesses()
                .filter(process -> process.info().commandLine().orElse("").contains("-Dmine=" + place))
                .toList();
        left.forEach(ProcessHandle::destroyForcibly);
        assertEquals(List.of(), left);
        assertEquals(
                List.of("when the command had ended it had left 1 of its JVMs running; memcmp ended them"),
                texts(answer.trial().get("remarks")));
        assertFalse(answer.trial().get("incomplete").asBoolean(), "it was asked to end, and closed its recording");
    }

    private Answer measure(List<String> options, Class<?> program, String... words) {
        var all = new ArrayList<>(List.of("--out", place.resolve("run").toString(), "--json", "-"));
        all.addAll(options);
        return Memcmp.run(Memcmp.measuring(all, program, words));
    }

    private Path script(String text) throws IOException {
        var script = Files.writeString(place.resolve("script"), "#!/bin/sh\n" + text + "\n");
        assertTrue(script.toFile().setExecutable(true));
        return script;
    }

    private Answer script(Path script, List<String> options, String... words) {
        var line = new ArrayList<>(
                List.of("run", "--quiet", "--out", place.resolve("run").toString(), "--json", "-"));
        line.addAll(List.of("--jdk", Memcmp.jdk().toString()));
        line.addAll(options);
        line.addAll(List.of("--", script.toString()));
        line.addAll(List.of(words));
        return Memcmp.run(line.toArray(String[]::new));
    }

    private static Path trialDirectory(Answer answer) {
        return Path.of(answer.trial().get("directory").asText());
    }

    private static List<String> texts(JsonNode array) {
        var texts = new ArrayList<String>();
        array.forEach(text -> texts.add(text.asText()));
        return texts;
    }

    private static void assertNoneRuns(Class<?> program) {
        var children = ProcessHandle.current()
                .descendants()
                .filter(child -> child.info().commandLine().orElse("").contains(program.getName()))
                .toList();
        assertEquals(List.of(), children);
    }
}
