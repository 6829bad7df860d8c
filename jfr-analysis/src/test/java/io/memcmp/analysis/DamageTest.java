package io.memcmp.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.analysis.jfr.Loss;
import io.memcmp.analysis.jfr.ReadResult;
import io.memcmp.analysis.jfr.RecordingException;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.api.io.TempDir;

class DamageTest {
    private static final Jdk JDK = Jdk.running();

    private static final int HEADER_BYTES = 68;
    private static final int STATE_OFFSET = 64;

    @TempDir
    Path directory;

    @Test
    void whatIsNoRecordingIsRefusedByName() throws Exception {
        refused("does not exist", directory.resolve("nowhere.jfr"));
        refused("is not a file", directory);
        refused("is empty", file(new byte[0]));
        refused("is no JFR recording", file("not a recording".getBytes(StandardCharsets.UTF_8)));
        refused("is no JFR recording", file(new byte[4096]));
    }

    @Test
    void whatIsLeftOfADamagedRecordingIsReadAndTold() throws Exception {
        var whole = Files.readAllBytes(Recorded.all(directory, System::gc));
        incomplete(
                "the recording is cut off: 1 of the %,d bytes of a chunk are missing".formatted(whole.length),
                file(Arrays.copyOf(whole, whole.length - 1)));
        incomplete("the recording holds bytes that belong to no chunk", file(Arrays.copyOf(whole, whole.length + 100)));
        var unfinished = whole.clone();
        unfinished[STATE_OFFSET] = 1;
        incomplete("the recording was not finished: ", file(unfinished));
        refused("is cut off", file(Arrays.copyOf(whole, 60)));
    }

    private static void incomplete(String reason, Path file) throws RecordingException {
        var profile = RecordingAnalyzer.analyze(file);
        assertFalse(profile.completeness().complete());
        assertTrue(
                profile.completeness().reason().startsWith(reason),
                profile.completeness().reason());
        assertEquals(Reading.of(1), profile.collections().read(all -> Reading.of(all.count())));
    }

    @Test
    void theFirstLossSpeaksForAll() {
        var now = Instant.EPOCH;
        var losses = List.of(new Loss(directory, 0, 5, "is damaged"), new Loss(directory, 9, 5, "is cut off"));
        var read = new ReadResult(1, now, now, new TreeMap<>(), 0, losses, 40, 10, 100);
        assertEquals(
                "the recording is damaged, and 39 more places; the recording ends before its program did",
                Completeness.of(read, new DataLoss(), true).reason());
    }

    @Test
    @Timeout(60)
    void constantPoolsThatGoRoundEndInASentence() throws Exception {
        int first = HEADER_BYTES;
        int second = first + 10;
        var chunk = ByteBuffer.allocate(first + 100);
        chunk.putInt(0, 0x464c5200).putShort(4, (short) 2).putLong(8, chunk.capacity());
        chunk.putLong(16, second).putLong(24, first).put(67, (byte) 1);
        chunk.put(first, new byte[] {10, 1, 0, 0, 10});
        chunk.put(second, new byte[] {10, 1, 0, 0, -10, -1, -1, -1, -1, -1, -1, -1, -1});
        refused("has a chunk that does not describe its events", file(chunk.array()));
    }

    /** Whatever a damaged file makes the reader do, it ends, in a profile or in a sentence. */
    @Test
    @Timeout(60)
    void damageEndsInASentence() throws Exception {
        var whole = Files.readAllBytes(Recorded.all(directory, System::gc));
        var random = new Random(22);
        int refused = 0;
        for (int round = 0; round < 150; round++) {
            var damaged = whole.clone();
            for (int i = 0; i < 1 + random.nextInt(20); i++) {
                damaged[random.nextInt(damaged.length)] = (byte) random.nextInt(256);
            }
            var file = file(damaged);
            try {
                RecordingAnalyzer.analyze(file);
            } catch (RecordingException problem) {
                refused++;
                assertTrue(problem.getMessage().startsWith(file.toString()), problem.getMessage());
            }
        }
        assertTrue(refused > 0);
    }

    @Test
    void aKilledProgramLeavesWhatItHadFlushed() throws Exception {
        var churn = Child.compile("Churn", directory);
        var repository = Files.createDirectory(directory.resolve("repository"));
        var recording = directory.resolve("recording.jfr");
        var flags = new ArrayList<>(List.of("-Xmx64m", "-XX:+UseSerialGC"));
        flags.addAll(GcLog.flags(directory.resolve("gc.log")));
        flags.addAll(churn.recording(recording, repository));
        var process = churn.start(JDK, flags, "Churn", "30000");
        var logFile = directory.resolve("gc.log");
        while (process.isAlive()
                && (!Files.exists(logFile) || GcLog.read(logFile).pauses().size() < 2)) {
            Thread.sleep(100);
        }
        long before = Math.max(10_000, flushedBytes(repository));
        while (process.isAlive() && flushedBytes(repository) <= before) {
            Thread.sleep(100);
        }
        process.destroyForcibly().waitFor();
        var chunk = firstChunk(repository).orElseThrow();
        var truncated = Arrays.copyOf(Files.readAllBytes(chunk), 200);
        Files.write(chunk.resolveSibling("garbage.jfr"), new byte[] {1, 2, 3});
        Files.write(chunk.resolveSibling("longer-than-it-is.jfr"), truncated);

        var target = directory.resolve("salvaged.jfr");
        var completeness = Salvage.assemble(repository, target).orElseThrow();
        assertFalse(completeness.complete());
        assertTrue(completeness.reason().startsWith("cut off: "), completeness.reason());
        assertTrue(completeness.reason().contains("garbage.jfr is no JFR recording"), completeness.reason());
        assertTrue(completeness.reason().contains("longer-than-it-is.jfr is cut off"), completeness.reason());

        var profile = RecordingAnalyzer.analyze(target);
        var pauses = profile.pauses().present().orElseThrow();
        var log = GcLog.read(directory.resolve("gc.log"));
        assertTrue(pauses.all().size() > 0);
        assertTrue(pauses.all().size() <= log.pauses().size());
        assertFalse(profile.completeness().to().isAfter(completeness.to().plusSeconds(1)));
    }

    private static long flushedBytes(Path repository) throws IOException {
        var file = firstChunk(repository);
        var chunk = file.isPresent() ? Files.readAllBytes(file.get()) : new byte[0];
        return chunk.length < HEADER_BYTES ? 0 : ByteBuffer.wrap(chunk).getLong(8);
    }

    private static Optional<Path> firstChunk(Path repository) throws IOException {
        try (var files = Files.walk(repository)) {
            return files.filter(file -> file.toString().endsWith(".jfr"))
                    .filter(Files::isRegularFile)
                    .findFirst();
        }
    }

    @Test
    void finishedChunksAreJoinedInTheOrderOfTime() throws Exception {
        var repository = Files.createDirectory(directory.resolve("repository"));
        var first = Recorded.all(directory, System::gc);
        Files.move(first, repository.resolve("z.jfr"));
        var second = Recorded.all(directory, System::gc);
        Files.move(second, repository.resolve("a.jfr"));
        var target = repository.resolve("joined.jfr");
        var completeness = Salvage.assemble(repository, target).orElseThrow();
        var joined = RecordingAnalyzer.analyze(target);
        assertEquals(Reading.of(2), joined.collections().read(all -> Reading.of(all.count())));
        assertFalse(completeness.from().isAfter(joined.completeness().from()));
        assertEquals(
                Files.size(repository.resolve("a.jfr")) + Files.size(repository.resolve("z.jfr")), Files.size(target));
    }

    @Test
    void ofSeveralVirtualMachinesTheLargestRecordingIsTaken() throws Exception {
        var repository = Files.createDirectory(directory.resolve("repository"));
        var small = Files.createDirectory(repository.resolve("2026_01_01_00_00_00_1"));
        var large = Files.createDirectory(repository.resolve("2026_01_01_00_00_00_2"));
        var broken = Files.createDirectory(repository.resolve("2026_01_01_00_00_00_3"));
        Files.move(Recorded.all(directory, System::gc), small.resolve("a.jfr"));
        for (var name : List.of("a.jfr", "b.jfr")) {
            Files.move(Recorded.all(directory, System::gc), large.resolve(name));
        }
        Files.write(broken.resolve("a.jfr"), new byte[] {1, 2, 3});
        var target = repository.resolve("joined.jfr");
        var completeness = Salvage.assemble(repository, target).orElseThrow();
        var joined = RecordingAnalyzer.analyze(target);
        assertEquals(Reading.of(2), joined.collections().read(all -> Reading.of(all.count())));
        assertEquals(Files.size(large.resolve("a.jfr")) + Files.size(large.resolve("b.jfr")), Files.size(target));
        assertEquals(
                "cut off: the virtual machine ended without closing its recording;"
                        + " of 2 virtual machines the largest recording is shown",
                completeness.reason());
        assertFalse(completeness.from().isAfter(joined.completeness().from()));
    }

    @Test
    void nothingLeftIsNothingWritten() throws Exception {
        var repository = Files.createDirectory(directory.resolve("repository"));
        Files.write(repository.resolve("chunk.jfr"), new byte[] {'F', 'L', 'R', 0});
        var target = directory.resolve("target.jfr");
        assertEquals(Optional.empty(), Salvage.assemble(repository, target));
        assertFalse(Files.exists(target));
    }

    private Path file(byte[] bytes) throws IOException {
        return Files.write(directory.resolve("damaged.jfr"), bytes);
    }

    private static void refused(String problem, Path file) {
        var message = assertThrows(RecordingException.class, () -> RecordingAnalyzer.analyze(file))
                .getMessage();
        assertTrue(message.startsWith(file + " ") && message.contains(problem), message);
    }
}
