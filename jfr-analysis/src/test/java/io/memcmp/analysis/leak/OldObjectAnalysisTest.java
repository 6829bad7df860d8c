package io.memcmp.analysis.leak;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.analysis.Child;
import io.memcmp.analysis.Jdk;
import io.memcmp.analysis.jfr.RecordingException;
import io.memcmp.analysis.leak.LeakPath.Step;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import jdk.jfr.consumer.RecordedObject;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class OldObjectAnalysisTest {
    private static final List<Step> TO_THE_ENTRIES = List.of(
            new Step("java.util.HashMap", "static cache"),
            new Step("java.util.HashMap$Node[]", ".table"),
            new Step("java.util.HashMap$Node", "[]"));

    private static final int MOST_ATTEMPTS = 5;

    @TempDir
    static Path directory = Path.of("");

    @BeforeAll
    static void record() throws IOException, InterruptedException {
        var settings = Files.writeString(directory.resolve("settings.jfc"), """
                <?xml version="1.0" encoding="UTF-8"?>
                <configuration version="2.0">
                  <event name="jdk.OldObjectSample">
                    <setting name="enabled">true</setting>
                    <setting name="cutoff">infinity</setting>
                  </event>
                </configuration>
                """);
        var child = Child.compile("Cached", directory);
        for (var jdk : jdks()) {
            var flags = List.of(
                    "-XX:+UseSerialGC",
                    "-Xmx256m",
                    "-XX:StartFlightRecording:settings=" + settings + ",filename=" + whole(jdk),
                    "-Xlog:jfr*=error");
            int attempts = 0;
            do {
                var second = directory.resolve("second.jfr");
                Files.deleteIfExists(second);
                Files.deleteIfExists(early(jdk));
                child.run(jdk, flags, "Cached", early(jdk).toString(), second.toString());
            } while (!tells(jdk) && ++attempts < MOST_ATTEMPTS);
        }
    }

    /** Which objects are sampled is chance. */
    private static boolean tells(Jdk jdk) throws IOException {
        return events(early(jdk)) > 0 && events(whole(jdk)) > distinct(whole(jdk));
    }

    static List<Jdk> jdks() {
        return Jdk.all().toList();
    }

    private static Path whole(Jdk jdk) {
        return directory.resolve("whole-" + jdk.feature() + ".jfr");
    }

    private static Path early(Jdk jdk) {
        return directory.resolve("early-" + jdk.feature() + ".jfr");
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void mostSamplesLieBehindTheMapThatTheClassHolds(Jdk jdk) throws Exception {
        var profile = OldObjectAnalysis.read(early(jdk));
        var first = profile.paths().getFirst();
        // The class may be found by itself, or through the loader that keeps it.
        var classes = first.steps().stream().map(Step::className).toList();
        int after = classes.indexOf("class Cached") + 1;
        assertTrue(after > 0, first.toString());
        assertEquals(TO_THE_ENTRIES, first.steps().subList(after, after + TO_THE_ENTRIES.size()));
        assertTrue(first.samples() > 0 && !first.root().isEmpty(), first.toString());
        assertEquals(
                profile.withRoot(),
                profile.paths().stream().mapToLong(LeakPath::samples).sum());
        assertTrue(profile.withRoot() <= profile.samples(), profile.toString());
    }

    /** The whole recording has what was alive when it was written out twice, and what is alive at its end. */
    @ParameterizedTest
    @MethodSource("jdks")
    void anObjectThatIsWrittenTwiceIsOneSample(Jdk jdk) throws Exception {
        for (var recording : List.of(early(jdk), whole(jdk))) {
            assertEquals(distinct(recording), OldObjectAnalysis.read(recording).samples());
        }
        assertTrue(events(whole(jdk)) > distinct(whole(jdk)), "or the recording shows nothing");
    }

    private static long events(Path recording) throws IOException {
        return RecordingFile.readAllEvents(recording).stream()
                .filter(event -> event.getEventType().getName().equals("jdk.OldObjectSample"))
                .count();
    }

    private static long distinct(Path recording) throws IOException {
        var objects = new HashSet<List<Object>>();
        for (var event : RecordingFile.readAllEvents(recording)) {
            if (event.getEventType().getName().equals("jdk.OldObjectSample")) {
                RecordedObject object = event.getValue("object");
                objects.add(List.of(
                        event.getLong("allocationTime"),
                        object.getClass("type").getName(),
                        event.getInt("arrayElements")));
            }
        }
        return objects.size();
    }

    @Test
    void aDamagedRecordingIsRefusedOrReadAsFarAsItGoes() throws IOException {
        var bytes = Files.readAllBytes(early(jdks().getFirst()));
        var random = new Random(5);
        var damaged = directory.resolve("damaged.jfr");
        int read = 0;
        for (int i = 0; i < 300; i++) {
            var copy = bytes.clone();
            for (int flip = random.nextInt(1, 20); flip > 0; flip--) {
                copy[random.nextInt(100, copy.length)] ^= (byte) (1 << random.nextInt(8));
            }
            Files.write(damaged, copy);
            try {
                var profile = OldObjectAnalysis.read(damaged);
                assertTrue(profile.withRoot() <= profile.samples(), profile.toString());
                read++;
            } catch (RecordingException _) {
                // as good an answer
            }
        }
        assertTrue(read > 0, "none of the damaged recordings could be read");
    }

    @Test
    void whatIsNoRecordingIsRefused() {
        assertThrows(RecordingException.class, () -> OldObjectAnalysis.read(directory.resolve("settings.jfc")));
        assertThrows(RecordingException.class, () -> OldObjectAnalysis.read(directory.resolve("nothing.jfr")));
    }
}
