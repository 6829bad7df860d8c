package io.memcmp.command;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;

import io.memcmp.programs.Hangs;
import java.io.IOException;
import java.math.BigInteger;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** When memcmp itself is stopped, in order or not, no program that it started runs on. */
@EnabledOnOs(value = OS.LINUX, disabledReason = "sends signals and reads /proc")
@Timeout(value = 10, unit = TimeUnit.MINUTES)
final class InterruptionTest {

    private static final int PATIENCE_SECONDS = 300;

    @TempDir
    Path place = Path.of("");

    @Test
    void ctrlCInTheMiddleKeepsWhatIsFinishedAndReportsIt() throws Exception {
        var memcmp = Memcmp.start(
                place,
                Map.of(),
                List.of(
                        "run",
                        "--workload",
                        "linked-list",
                        "--gc",
                        "serial,g1",
                        "--repeat=20",
                        "--keep-noisy",
                        "--out=run",
                        "--json",
                        "-"));
        try {
            assumeFalse(ignoresInterrupts(memcmp.pid()), "the tests run where Ctrl-C is ignored");
            until(memcmp, () -> Files.readString(place.resolve("err")).contains("memcmp: 3/42 "));
            var children = memcmp.descendants().toList();
            assertEquals(
                    0,
                    new ProcessBuilder("kill", "-INT", Long.toString(memcmp.pid()))
                            .start()
                            .waitFor());
            var answer = Memcmp.answer(memcmp, place);
            answer.hasStatus(130);
            assertTrue(answer.json().get("interrupted").asBoolean());
            var completed = StreamSupport.stream(answer.json().get("cells").spliterator(), false)
                    .flatMap(cell -> StreamSupport.stream(cell.get("trials").spliterator(), false))
                    .filter(trial -> trial.at("/outcome/kind").asText().equals("completed"))
                    .count();
            assertTrue(completed >= 1 && completed < 40, completed + " completed");
            assertEquals(answer.out(), Files.readString(place.resolve("run/report.json")));
            assertTrue(children.stream().noneMatch(ProcessHandle::isAlive), "a child runs on");
        } finally {
            memcmp.destroyForcibly();
        }
    }

    @Test
    @Tag("slow")
    void whenMemcmpIsKilledItsProgramEnds() throws Exception {
        var memcmp = Memcmp.start(
                place, Map.of(), List.of(Memcmp.measuring(List.of("--out", "run", "--gc", "serial"), Hangs.class)));
        try {
            until(memcmp, this::hangs);
            var children = memcmp.descendants().toList();
            assertFalse(children.isEmpty());
            memcmp.destroyForcibly().waitFor();
            for (var child : children) {
                child.onExit().get(PATIENCE_SECONDS, TimeUnit.SECONDS);
            }
        } finally {
            memcmp.destroyForcibly();
        }
    }

    private boolean hangs() throws IOException {
        var trials = place.resolve("run/trials");
        if (!Files.exists(trials)) {
            return false;
        }
        try (var files = Files.find(trials, 3, (file, _) -> file.endsWith("stdout"))) {
            for (var stdout : files.toList()) {
                if (Files.readString(stdout).contains("hanging")) {
                    return true;
                }
            }
            return false;
        }
    }

    /** A shell without job control starts what runs in its background so. */
    static boolean ignoresInterrupts(long pid) throws IOException {
        var mask = Files.readAllLines(Path.of("/proc", Long.toString(pid), "status")).stream()
                .filter(line -> line.startsWith("SigIgn:"))
                .map(line -> new BigInteger(line.substring(line.indexOf('\t') + 1), 16))
                .findFirst()
                .orElse(BigInteger.ZERO);
        return mask.testBit(1);
    }

    private interface Condition {
        boolean holds() throws IOException;
    }

    private void until(Process memcmp, Condition condition) throws IOException, InterruptedException {
        for (int i = 0; i < PATIENCE_SECONDS * 20; i++) {
            if (condition.holds()) {
                return;
            }
            assertTrue(memcmp.isAlive(), () -> "memcmp ended with " + memcmp.exitValue());
            Thread.sleep(50);
        }
        throw new AssertionError("nothing happened: " + Files.readString(place.resolve("err")));
    }
}
