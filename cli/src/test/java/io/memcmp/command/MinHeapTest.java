package io.memcmp.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import com.fasterxml.jackson.databind.JsonNode;
import io.memcmp.launch.ProbeJar;
import io.memcmp.programs.Ends;
import io.memcmp.programs.Hangs;
import io.memcmp.programs.Leaks;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** The whole command on real JVMs. */
@Timeout(value = 5, unit = TimeUnit.MINUTES)
final class MinHeapTest {
    private static final int NODES = 200_000;
    /** An object header is 8 bytes at least; a node has an int and a reference of 4 bytes at least. */
    private static final int SMALLEST_NODE = 16;

    private static final String[] SMALL_LIST = {
        "--workload", "linked-list", "-p", "nodes=" + NODES, "-p", "traversals=1", "-p", "builds=2"
    };

    @TempDir
    Path place = Path.of("");

    @Test
    void theMinimumHoldsWhatIsAliveAndTheJvmAloneConfirmsIt() throws Exception {
        var answer = Memcmp.run(with(SMALL_LIST, "minheap", "--gc", "serial", "--max-heap", "1g", "--json", "-"));
        isFound(answer);
        var search = answer.json().at("/searches/0");
        assertEquals("found", search.path("status").asText(), answer.out());
        long minimum = search.path("minimum_heap_bytes").asLong();
        long tooSmall = search.path("too_small_bytes").asLong();
        assertTrue(minimum >= (long) NODES * SMALLEST_NODE, "smaller than what is alive: " + minimum);
        assertTrue(minimum <= 64 << 20, "larger than a heap in which it has room: " + minimum);
        assertTrue(tooSmall < minimum && minimum - tooSmall <= 2 << 20, minimum + " " + tooSmall);
        assertEquals(0, directly(minimum), "started by hand it completes in the minimum");
        // A heap may also be too small because the program took too long in it, which by hand has no limit.
        long ranOut = StreamSupport.stream(search.path("trials").spliterator(), false)
                .filter(trial -> trial.at("/outcome/kind").asText().equals("out_of_memory"))
                .mapToLong(trial -> trial.path("heap_bytes").asLong())
                .max()
                .orElseThrow();
        assertFalse(directly(ranOut - (1 << 20)) == 0, "and not in less than what it ran out of");
        assertTrue(answer.err().contains("memcmp: minimum heap 1/1 linked-list-serial-"), answer.err());
    }

    @Test
    void aProgramThatFailsSaysWhyAndWithWhatStatus() {
        var answer = program(Ends.class, "7");
        answer.hasStatus(4);
        var search = answer.json().at("/searches/0");
        assertEquals("never_completes", search.path("status").asText());
        var reason = search.at("/minimum_heap_bytes/absent").asText();
        assertTrue(reason.endsWith("it failed 4 times: exit status 7"), reason);
        assertEquals(4, search.path("trials").size());
    }

    @Test
    void aStatusThatIsGoodIsGood() {
        var answer = program(Ends.class, "7", "--ok-status", "0,7");
        isFound(answer);
        assertTrue(answer.json().at("/searches/0/minimum_heap_bytes").asLong() <= 16 << 20, answer.out());
    }

    @Test
    void aProgramThatLeaksCompletesInNoHeap() {
        var answer = program(Leaks.class, "");
        answer.hasStatus(4);
        var reason = answer.json().at("/searches/0/minimum_heap_bytes/absent").asText();
        assertTrue(reason.startsWith("it completed in no heap up to 64m: out of memory after "), reason);
    }

    @Test
    void aProgramThatDoesNotEndHasNoMinimum() {
        var answer = program(Hangs.class, "", "--time-limit", "1s");
        answer.hasStatus(4);
        var reason = answer.json().at("/searches/0/minimum_heap_bytes/absent").asText();
        assertTrue(
                reason.startsWith("it had not ended after 1.0 s in a heap of 64m; a minimum heap is that of"), reason);
        assertEquals(1, answer.json().at("/searches/0/trials").size());
    }

    @Test
    void whereNoJvmTakesTheOptionsNothingIsSearched() {
        Memcmp.run(with(
                        SMALL_LIST,
                        "minheap",
                        "--gc",
                        "serial",
                        "--jvm-arg",
                        "-XX:NoSuchOption=1",
                        "--output",
                        place.resolve("report.txt").toString()))
                .isRefusal("no cell of the matrix can run: ", "choose other collectors (--gc)");
        assertFalse(Files.exists(place.resolve("report.txt")));
    }

    @Test
    void aRunTakesMultiplesOfAGivenMinimum() throws IOException {
        var run = place.resolve("run");
        var answer = run(run, "--heap", "2x,64m,4x", "--minheap", "16m", "--json", "-");
        answer.hasStatus(0);
        assertEquals(List.of("32 2.0", "64 ", "64 4.0"), heaps(answer.json()));
        var minimum = answer.json().at("/design/minimum_heaps/0");
        assertEquals("linked-list", minimum.path("subject").asText());
        assertEquals(16 << 20, minimum.path("heap_bytes").asLong());
        assertEquals("given by --minheap", minimum.at("/found/absent").asText());
        assertEquals(
                minimum,
                Answer.parse(Files.readString(run.resolve("minheap.json"))).at("/minimum_heaps/0"));
        var text = Memcmp.run(with(
                SMALL_LIST,
                "run",
                "--gc",
                "serial",
                "-q",
                "--heap",
                "2x,4x",
                "--minheap",
                "16m",
                "--force",
                "--out",
                run.toString()));
        assertTrue(text.out().contains("serial 2x (32m) "), text.out());
        assertTrue(text.out().contains("serial 4x (64m) "), text.out());
        assertTrue(text.out().contains("heaps are multiples of 16m, given by --minheap"), text.out());
    }

    @Test
    void aRunSearchesTheMinimumWithG1First() {
        var run = place.resolve("run");
        var answer = run(run, "--heap", "2x", "--json", "-");
        answer.hasStatus(0);
        var minimum = answer.json().at("/design/minimum_heaps/0");
        assertEquals("g1", minimum.at("/found/collector").asText());
        assertEquals(5, minimum.at("/found/tau").asInt());
        assertTrue(minimum.at("/found/trials").asInt() >= 6, minimum.toString());
        long size = minimum.path("heap_bytes").asLong();
        assertEquals(List.of(2 * size / (1 << 20) + " 2.0"), heaps(answer.json()));
        assertTrue(size >= (long) NODES * SMALLEST_NODE, minimum.toString());
    }

    @Test
    void aTakenRunDirectoryIsRefusedBeforeTheSearch() throws IOException {
        var taken = Files.createDirectory(place.resolve("taken"));
        Files.writeString(taken.resolve("mine"), "precious");
        var answer = Memcmp.run(with(SMALL_LIST, "run", "--heap", "2x", "--out", taken.toString()));
        answer.isRefusal("the run directory exists: ", "choose another with --out DIR");
        assertFalse(answer.err().contains("minimum heap"), answer.err());
    }

    @Test
    void aRunOfAProgramThatFailsSaysWhatToDo() {
        var line = Memcmp.measuring(
                List.of(
                        "--gc",
                        "serial",
                        "--heap",
                        "2x",
                        "--out",
                        place.resolve("run").toString()),
                Ends.class,
                "7");
        Memcmp.run(line)
                .isRefusal(
                        "cannot determine the minimum heap of io.memcmp.programs.Ends with g1: in ",
                        "give it with --minheap SIZE");
        assertFalse(Files.exists(place.resolve("run")));
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "sends signals and reads /proc")
    void ctrlCReportsWhatIsKnown() throws Exception {
        var line = new ArrayList<>(List.of("minheap", "--workload", "linked-list", "--gc", "serial,g1", "--json", "-"));
        var memcmp = Memcmp.start(place, Map.of(), line);
        try {
            assumeFalse(ignoresInterrupts(memcmp.pid()), "the tests run where Ctrl-C is ignored");
            while (memcmp.isAlive() && !Files.readString(place.resolve("err")).contains("launch 3")) {
                TimeUnit.MILLISECONDS.sleep(50);
            }
            var children = memcmp.descendants().toList();
            new ProcessBuilder("kill", "-INT", Long.toString(memcmp.pid()))
                    .start()
                    .waitFor();
            var answer = Memcmp.answer(memcmp, place);
            answer.hasStatus(130);
            assertTrue(answer.json().path("interrupted").asBoolean());
            var search = answer.json().at("/searches/0");
            assertEquals("interrupted", search.path("status").asText());
            assertTrue(search.at("/minimum_heap_bytes/absent").asText().startsWith("interrupted"), answer.out());
            assertTrue(search.path("trials").size() >= 3, answer.out());
            assertTrue(children.stream().noneMatch(ProcessHandle::isAlive), "a child runs on");
        } finally {
            memcmp.destroyForcibly();
        }
    }

    /** On a machine that others keep busy the minimum may be in doubt, and the status says so. */
    private static void isFound(Answer answer) {
        boolean doubtful = answer.json().at("/searches/0/doubtful").asBoolean();
        answer.hasStatus(doubtful ? 3 : 0);
        assertEquals("found", answer.json().at("/searches/0/status").asText(), answer.out());
    }

    private static boolean ignoresInterrupts(long pid) throws IOException {
        return InterruptionTest.ignoresInterrupts(pid);
    }

    private Answer run(Path directory, String... options) {
        var line = new ArrayList<>(List.of("run", "--gc", "serial", "--quiet", "--out", directory.toString()));
        line.addAll(List.of(SMALL_LIST));
        line.addAll(List.of(options));
        return Memcmp.run(line.toArray(String[]::new));
    }

    private static Answer program(Class<?> program, String word, String... options) {
        var line = new ArrayList<>(List.of("minheap", "--gc", "serial", "-q", "--max-heap", "64m", "--json", "-"));
        line.addAll(List.of(options));
        line.addAll(
                List.of("--", Memcmp.java().toString(), "-cp", Memcmp.classes().toString(), program.getName()));
        if (!word.isEmpty()) {
            line.add(word);
        }
        return Memcmp.run(line.toArray(String[]::new));
    }

    private static String[] with(String[] subject, String... words) {
        var line = new ArrayList<>(List.of(words));
        line.addAll(List.of(subject));
        return line.toArray(String[]::new);
    }

    private static List<String> heaps(JsonNode report) {
        var heaps = new ArrayList<String>();
        report.path("cells")
                .forEach(cell -> heaps.add((cell.path("heap_bytes").asLong() >> 20) + " "
                        + cell.path("heap_multiple").asText()));
        return heaps;
    }

    /** {@return the exit status of the workload without memcmp, without probe, without anything} */
    private int directly(long heap) throws Exception {
        return new ProcessBuilder(
                        Memcmp.java().toString(),
                        "-XX:+UseSerialGC",
                        "-Xms" + heap,
                        "-Xmx" + heap,
                        "-cp",
                        ProbeJar.locate().toString(),
                        "io.memcmp.workloads.WorkloadMain",
                        "linked-list",
                        "nodes=" + NODES,
                        "traversals=1",
                        "builds=2")
                .redirectErrorStream(true)
                .redirectOutput(place.resolve("by-hand").toFile())
                .start()
                .waitFor();
    }
}
