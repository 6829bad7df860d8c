package io.memcmp.analysis.jfr;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.analysis.Jdk;
import io.memcmp.analysis.Supervisor;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What is left of damaged files: all that can be, and never in silence. Leaves a table of it in {@code target}. */
@Tag("beside")
class DamagedFilesTest {
    private static final Supervisor SUPERVISOR = new Supervisor(Duration.ofSeconds(20), RecordingException.class);
    private static final long MIB = 1 << 20;

    @TempDir
    static Path directory;

    private static List<DamagedFile> files = List.of();
    private static final Map<DamagedFile, DamagedFile.Seen> SEEN = new LinkedHashMap<>();
    private static final Map<DamagedFile, String> PEERS = new LinkedHashMap<>();

    @BeforeAll
    static void damage() throws Exception {
        files = DamagedFiles.in(directory);
    }

    static List<DamagedFile> files() {
        return files;
    }

    @ParameterizedTest
    @MethodSource("files")
    void everythingReadableIsRead(DamagedFile file) throws Exception {
        SUPERVISOR.run(file.damage(), 128 * MIB + 200 * Files.size(file.file()), () -> SEEN.put(file, file.read()));
        file.expectation().check(Objects.requireNonNull(SEEN.get(file)));
    }

    @ParameterizedTest
    @MethodSource("files")
    @Tag("slow")
    void besideThePeers(DamagedFile file) throws Exception {
        var recordingFile = Peer.told("RecordingFile", file.file(), file.events());
        var eventStream = Peer.told("EventStream", file.file(), file.events());
        assertFalse(recordingFile.isEmpty() || eventStream.isEmpty());
        PEERS.put(file, recordingFile + " | " + eventStream);
    }

    @AfterAll
    static void write() throws IOException {
        var table = new StringBuilder(
                "| damage | memcmp: events, losses | analyze | RecordingFile | EventStream.openFile |\n|---|---|---|---|---|\n");
        SEEN.forEach((file, seen) -> table.append(file.row(seen, PEERS.getOrDefault(file, "not run | not run"))));
        Files.writeString(Path.of("target", "damaged-files.md"), table);
    }

    /** Wherever a recording is cut, the reader says that it is, unless what is left is whole chunks. */
    @Test
    void noCutIsOverlooked() throws Exception {
        var recordings = Recordings.in(Files.createDirectory(directory.resolve("cut")));
        var options = "settings=" + recordings.settings("few", Recordings.few());
        var whole = Anatomy.of(Files.readAllBytes(
                recordings.make(Jdk.running(), List.of("-XX:+UseSerialGC", "-Xmx32m"), options, "small", "2")));
        var boundaries = whole.chunks().stream().map(Anatomy.Chunk::end).toList();
        var file = recordings.next();
        int step = whole.bytes().length / 150;
        for (int cut = 1; cut < whole.bytes().length; cut += step) {
            for (int at : new int[] {cut, whole.chunk(1).begin() + cut % Anatomy.HEADER}) {
                Files.write(file, Arrays.copyOf(whole.bytes(), at));
                assertTrue(boundaries.contains(at) || toldOfCut(whole, file, at), "cut at " + at);
            }
        }
    }

    private static boolean toldOfCut(Anatomy whole, Path file, int at) {
        try {
            var result = new JfrReader(List.of(file)).read(List.of());
            long first = at > whole.chunk(0).end() ? whole.chunk(0).events() : 0;
            return !result.complete() && result.events() >= first;
        } catch (RecordingException refusal) {
            return at < whole.chunk(0).end();
        }
    }
}
