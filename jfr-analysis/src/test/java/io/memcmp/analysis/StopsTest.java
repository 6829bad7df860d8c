package io.memcmp.analysis;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.analysis.pause.StopProfile;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.LongStream;
import jdk.jfr.consumer.RecordedEvent;
import jdk.jfr.consumer.RecordingFile;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Many safepoints: more than are held open at once. */
class StopsTest {
    private static final int MANY = 12_000;

    @TempDir
    Path directory;

    @Test
    void everyStopIsJoinedFromItsEventsByItsId() throws Exception {
        var recording =
                Recorded.all(directory, () -> LongStream.range(0, MANY).forEach(_ -> Thread.getAllStackTraces()));
        var expected = new TreeMap<String, List<Duration>>();
        var all = new ArrayList<Duration>();
        for (var stop : stops(recording)) {
            all.add(stop.duration());
            expected.computeIfAbsent(stop.operation, _ -> new ArrayList<>()).add(stop.duration());
        }
        assertTrue(all.size() >= MANY);
        var profile = RecordingAnalyzer.analyze(recording).stops().present().orElseThrow();
        same(Durations.of(all), profile.all());
        assertEquals(expected.keySet(), profile.byOperation().keySet());
        profile.byOperation()
                .forEach((name, durations) -> same(Durations.of(expected.getOrDefault(name, List.of())), durations));
        assertEquals(profile.all().size(), parts(profile));
    }

    private static int parts(StopProfile profile) {
        return profile.collections().size() + profile.others().size();
    }

    private static void same(Durations expected, Durations actual) {
        assertEquals(expected.size(), actual.size());
        assertEquals(expected.sum(), actual.sum());
        assertEquals(expected.max(), actual.max());
        assertEquals(expected.percentile(0.5), actual.percentile(0.5));
    }

    private static final class Stop {
        private Instant begin = Instant.MAX;
        private Instant end = Instant.MIN;
        private String operation = "unnamed";

        Duration duration() {
            return Duration.between(begin, end);
        }
    }

    /** As the JDK's own reader tells them; those that the recording holds from begin to end. */
    private static List<Stop> stops(Path recording) throws IOException {
        Map<Long, Stop> stops = new HashMap<>();
        for (RecordedEvent event : RecordingFile.readAllEvents(recording)) {
            var name = event.getEventType().getName();
            if (!name.startsWith("jdk.Safepoint") && !name.equals("jdk.ExecuteVMOperation")) {
                continue;
            }
            var stop = stops.computeIfAbsent(event.getLong("safepointId"), _ -> new Stop());
            switch (name) {
                case "jdk.SafepointBegin" -> stop.begin = event.getStartTime();
                case "jdk.SafepointEnd" -> stop.end = event.getEndTime();
                case "jdk.ExecuteVMOperation" -> {
                    if (event.getBoolean("safepoint")) {
                        stop.operation = event.getString("operation");
                    }
                }
                default -> {}
            }
        }
        return stops.values().stream()
                .filter(stop -> !stop.end.isBefore(stop.begin))
                .toList();
    }
}
