package io.memcmp.analysis.jfr;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.analysis.Jdk;
import io.memcmp.analysis.RecordingAnalyzer;
import io.memcmp.analysis.Supervisor;
import io.memcmp.analysis.Supervisor.Spent;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is done to a recording, it is read to a result or refused in words, soon and in bounded memory. */
@Tag("beside")
class FuzzTest {
    private static final Supervisor SUPERVISOR = new Supervisor(Duration.ofSeconds(10), RecordingException.class);
    private static final long MIB = 1 << 20;

    @TempDir
    static Path directory;

    private static Fuzzer fuzzer;
    private static Curious curious;

    @BeforeAll
    static void record() throws Exception {
        var recordings = Recordings.in(directory);
        var settings = recordings.settings("few", Recordings.few());
        curious = Curious.learner(Recordings.few());
        var wholes = new ArrayList<Anatomy>();
        for (var jdk : Jdk.all().toList()) {
            for (int chunks = 1; chunks <= 3; chunks += 2) {
                var options = "settings=" + settings;
                var file = recordings.make(jdk, List.of("-XX:+UseSerialGC", "-Xmx32m"), options, "small", "" + chunks);
                assertTrue(new JfrReader(List.of(file)).read(List.of(curious)).complete());
                wholes.add(Anatomy.of(Files.readAllBytes(file)));
            }
        }
        assertTrue(curious.answers() != 0);
        fuzzer = new Fuzzer(wholes);
    }

    @Test
    void aFewHundredDamagedRecordings() throws Exception {
        run("fuzz-quick.md", 1, 400);
    }

    @Test
    @Tag("slow")
    void twentyThousandDamagedRecordings() throws Exception {
        run("fuzz.md", 1_000_000, 20_000);
    }

    private static void run(String report, long firstSeed, int cases) throws Exception {
        var figures = new FuzzFigures();
        var problems = new ArrayList<AssertionError>();
        for (long seed = firstSeed; seed < firstSeed + cases && problems.size() < 10; seed++) {
            var damaged = fuzzer.damaged(seed);
            var file = Files.write(directory.resolve("damaged.jfr"), damaged.bytes());
            try {
                figures.read(damaged, spent(damaged, () -> read(file)));
                figures.analysed(damaged, spent(damaged, () -> RecordingAnalyzer.analyze(file)));
            } catch (AssertionError problem) {
                problems.add(problem);
                // A seed damages the recordings of this run; those of the next are others.
                Files.write(Path.of("target", "fuzz-" + seed + ".jfr"), damaged.bytes());
            }
        }
        figures.write(Path.of("target", report));
        if (!problems.isEmpty()) {
            var first = problems.getFirst();
            problems.stream().skip(1).forEach(first::addSuppressed);
            throw first;
        }
        figures.check(cases);
    }

    private static Spent spent(Fuzzer.Damaged damaged, Callable<?> task) throws InterruptedException {
        return SUPERVISOR.run(damaged.done(), 64 * MIB + 200L * damaged.bytes().length, task);
    }

    private static ReadResult read(Path file) throws IOException, RecordingException {
        var result = new JfrReader(List.of(file)).workers(1).read(List.of(curious.pupil()));
        long size = Files.size(file);
        assertEquals(size, result.bytes());
        assertTrue(result.lostBytes() >= 0, () -> "lost less than nothing: " + result);
        assertTrue(result.events() <= size / 2, () -> "more events than fit: " + result);
        assertEquals(
                Math.min(result.lossCount(), ReadResult.MOST_LOSSES),
                result.losses().size());
        for (var loss : result.losses()) {
            // What is missing from a file lies behind its end.
            boolean inside = loss.offset() >= 0 && loss.offset() <= size && loss.bytes() >= 0;
            assertTrue(inside && !loss.reason().isBlank(), loss::toString);
        }
        return result;
    }

    @Test
    void theSameSeedIsTheSameDamage() {
        var damaged = fuzzer.damaged(7);
        assertArrayEquals(damaged.bytes(), fuzzer.damaged(7).bytes());
        assertFalse(damaged.done().equals(fuzzer.damaged(8).done()));
    }

    @Test
    void aReaderThatHangsIsCaught() {
        var impatient = new Supervisor(Duration.ofMillis(50), RecordingException.class);
        tripped(
                "did not end",
                () -> impatient.run("case 1", MIB, () -> {
                    Thread.sleep(60_000);
                    return "";
                }));
    }

    @Test
    void aReaderThatTrustsALengthIsCaught() {
        tripped("allocated", () -> SUPERVISOR.run("case 1", MIB, () -> new byte[(int) (2 * MIB)].length));
    }

    @Test
    void aReaderThatFailsIsCaught() {
        tripped(
                "StackOverflowError",
                () -> SUPERVISOR.run("case 1", MIB, () -> {
                    throw new StackOverflowError();
                }));
        tripped("NegativeArraySize", () -> SUPERVISOR.run("case 1", MIB, () -> new byte[(int) -MIB]));
    }

    private static void tripped(String problem, Callable<?> run) {
        var message =
                String.valueOf(assertThrows(AssertionError.class, run::call).getMessage());
        assertTrue(message.startsWith("case 1 ") && message.contains(problem), message);
    }
}
