package io.memcmp.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.memcmp.programs.Hangs;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** A run that was stopped, however that was, is gone on with and reported as if it had never been. */
@Tag("beside")
@Timeout(value = 15, unit = TimeUnit.MINUTES)
final class ResumeTest {
    private static final int PATIENCE_SECONDS = 300;
    private static final int TRIALS = 2 * (1 + 3);
    private static final String MATRIX =
            "run --workload linked-list -p nodes=20000 -p traversals=1 --gc serial,g1 --repeat 3 --keep-noisy --seed 7"
                    + " --json - --out ";

    @TempDir
    Path place = Path.of("");

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "sends SIGKILL and reads /proc")
    void killedInTheMiddleAndResumedItSaysWhatAnUninterruptedRunSays() throws Exception {
        var whole = memcmp(MATRIX + "whole");
        whole.hasStatus(0);

        var killed = Memcmp.start(place, Map.of(), words(MATRIX + "killed"));
        try {
            until(killed, "memcmp: 4/8 ");
            var children = killed.descendants().toList();
            killed.destroyForcibly().waitFor();
            for (var child : children) {
                child.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        } finally {
            killed.destroyForcibly();
        }
        assertFalse(Files.exists(place.resolve("killed/report.json")));
        var finished = Files.readAllLines(place.resolve("killed/trials.ndjson")).size();
        assertTrue(finished >= 4 && finished < TRIALS, finished + " finished");

        var resumed = memcmp("run --resume killed --json -");
        resumed.hasStatus(0);
        assertEquals(order(whole.json()), order(resumed.json()));
        assertEquals(whole.json().get("design"), resumed.json().get("design"));
        assertEquals(finished, resumed.json().get("resumed").asInt());
        assertEquals(0, whole.json().get("resumed").asInt());
        assertEquals(identities(whole.json()), identities(resumed.json()));
        for (var cell : resumed.json().get("cells")) {
            assertEquals(3, cell.get("trials").size(), "every block is complete");
            for (var trial : cell.get("trials")) {
                assertTrue(trial.at("/readings/wall").isNumber());
                assertTrue(
                        trial.at("/readings/live_set").isNumber(),
                        trial.get("readings").toString());
                assertTrue(trial.at("/profile/window").isObject());
                assertTrue(trial.at("/noise/calibration_ns").isNumber());
            }
        }
    }

    @Test
    void aFinishedRunIsReportedAgainWithoutRunningAnything() throws Exception {
        var first = memcmp(MATRIX.replace("--repeat 3", "--repeat 2") + "done");
        first.hasStatus(0);
        var journal = Files.readString(place.resolve("done/trials.ndjson"));
        var again = memcmp("run --resume done --json -");
        again.hasStatus(0);
        assertEquals(6, again.json().get("resumed").asInt());
        assertEquals(journal, Files.readString(place.resolve("done/trials.ndjson")));
        assertEquals(comparable(first.json()), comparable(again.json()));
        assertEquals(again.out(), Files.readString(place.resolve("done/report.json")));
        assertTrue(memcmp("run --resume done").out().contains("6 trials were taken over"));
    }

    @Test
    void aHalfWrittenLineAndARecordingThatIsGoneAreRunAgain() throws Exception {
        memcmp(MATRIX.replace("--repeat 3", "--repeat 2") + "half").hasStatus(0);
        var journal = place.resolve("half/trials.ndjson");
        var lines = Files.readAllLines(journal);
        var lost = Answer.parse(lines.get(3)).get("directory").asText();
        Files.delete(Path.of(lost, "recording.jfr"));
        Files.writeString(
                journal,
                String.join("\n", lines.subList(0, 5)) + "\n"
                        + lines.get(5).substring(0, lines.get(5).length() / 2));
        var resumed = memcmp("run --resume half --json -");
        resumed.hasStatus(0);
        assertEquals(4, resumed.json().get("resumed").asInt());
        for (var cell : resumed.json().get("cells")) {
            assertEquals(2, cell.get("trials").size());
        }
        var written = Files.readAllLines(journal);
        written.forEach(Answer::parse);
        assertEquals(4 + 2 + 2, written.size(), "the two that were lost, and the warm-up before them");
        assertTrue(Files.exists(Path.of(lost, "recording.jfr")));
    }

    @Test
    void onlyTheSameRunIsGoneOnWith() throws Exception {
        memcmp("run --workload linked-list -p nodes=1000 --gc serial --seed 1 --out one")
                .hasStatus(0);
        memcmp("run --resume one --gc g1")
                .isRefusal("--resume and --gc do not go together", "a run is gone on with as it was begun");
        memcmp("run --resume one -- java -jar x.jar")
                .isRefusal("--resume and a command do not go together", "a run is gone on with as it was begun");
        memcmp("run --resume nowhere").isRefusal("no run of memcmp's to resume in nowhere", "name the directory");
        Memcmp.run("run", "--resume", place.resolve("one").toString())
                .isRefusal(
                        "cannot resume " + place.resolve("one") + " from here", "change to that directory first: cd ");
        alter("one", "\"tool_version\" : \"", "\"tool_version\" : \"0.0.");
        memcmp("run --resume one").isRefusal("cannot resume " + place.resolve("one") + ": it was begun by", "put that");
        alter("one", "\"tool_version\" : \"0.0.", "\"tool_version\" : \"");
        alter("one", "-Xms256m", "-Xms255m");
        memcmp("run --resume one")
                .isRefusal(
                        "cannot resume " + place.resolve("one") + ": the same words make another matrix", "put that");
        alter("one", "-Xms255m", "-Xms256m");
        memcmp("run --resume one").hasStatus(0);
        Files.writeString(place.resolve("one/plan.json"), "{");
        memcmp("run --resume one")
                .isRefusal("cannot resume " + place.resolve("one") + ": its plan.json is no plan", "start a new run");
    }

    @Test
    void twoNeverWriteOneDirectory() throws Exception {
        var line = Memcmp.measuring(List.of("--out", "run", "--gc", "serial"), Hangs.class);
        var first = Memcmp.start(place, Map.of(), List.of(line));
        try {
            for (int i = 0; i < PATIENCE_SECONDS * 20 && !Files.exists(place.resolve("run/plan.json")); i++) {
                Thread.sleep(50);
            }
            memcmp("run --resume run")
                    .isRefusal("another memcmp is writing the run directory", "wait until it has ended");
            Memcmp.run("run", "--workload", "linked-list", "--gc", "serial", "--force", "--out", place + "/run")
                    .isRefusal("another memcmp is writing the run directory", "wait until it has ended");
            assertTrue(first.isAlive());
        } finally {
            first.descendants().forEach(ProcessHandle::destroyForcibly);
            first.destroyForcibly().waitFor();
        }
    }

    /** {@return block, attempt and cell of every trial, those that do not count too} */
    private static List<String> order(JsonNode run) {
        var order = new ArrayList<String>();
        for (var cell : run.get("cells")) {
            for (var list : List.of("trials", "set_aside")) {
                cell.get(list)
                        .forEach(trial -> order.add(
                                cell.get("id").asText() + " " + trial.get("block") + " " + trial.get("attempt") + " "
                                        + trial.at("/outcome/kind").asText()));
            }
        }
        return order;
    }

    private static List<String> identities(JsonNode run) {
        var identities = new ArrayList<String>();
        run.get("cells")
                .forEach(cell -> identities.add(
                        cell.get("id") + " " + cell.get("flags") + cell.get("jdk") + cell.get("status")));
        return identities;
    }

    /** {@return all that does not depend on when it was asked} */
    private static JsonNode comparable(JsonNode run) {
        var copy = (ObjectNode) run.deepCopy();
        copy.remove(List.of("host", "resumed"));
        return copy;
    }

    private void alter(String run, String from, String to) throws IOException {
        var plan = place.resolve(run).resolve("plan.json");
        Files.writeString(plan, Files.readString(plan).replace(from, to));
    }

    private static List<String> words(String line) {
        return Arrays.asList(line.split(" ", -1));
    }

    private Answer memcmp(String line) throws IOException, InterruptedException {
        return Memcmp.answer(Memcmp.start(place, Map.of(), words(line)), place);
    }

    private void until(Process memcmp, String said) throws IOException, InterruptedException {
        for (int i = 0; i < PATIENCE_SECONDS * 20; i++) {
            if (Files.readString(place.resolve("err")).contains(said)) {
                return;
            }
            assertTrue(memcmp.isAlive(), () -> "memcmp ended with " + memcmp.exitValue());
            Thread.sleep(50);
        }
        throw new AssertionError("nothing happened: " + Files.readString(place.resolve("err")));
    }
}
