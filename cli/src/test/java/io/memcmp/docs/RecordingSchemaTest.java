package io.memcmp.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.memcmp.made.MadeRecordings;
import io.memcmp.result.Metrics;
import io.memcmp.result.Report;
import io.memcmp.result.ReportJson;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class RecordingSchemaTest {
    @TempDir
    static Path directory;

    private static JsonNode document = Schema.parse("{}");

    @BeforeAll
    static void analyzeOnesOwnRecordingAndNone() throws Exception {
        var recorded = directory.resolve("own.jfr");
        try (var recording = new jdk.jfr.Recording()) {
            recording.enable("jdk.GarbageCollection");
            recording.start();
            System.gc();
            recording.stop();
            recording.dump(recorded);
        }
        Files.writeString(directory.resolve("none.jfr"), "nothing");
        var done = Tool.run("analyze", directory.toString(), "--json", "-");
        assertEquals(2, done.status(), done.err());
        document = Schema.parse(done.out());
    }

    static Stream<Report> made() {
        return Stream.of(
                MadeRecordings.whole(), MadeRecordings.damaged(), MadeRecordings.several(), MadeRecordings.foreign());
    }

    @Test
    void anAnalysisIsAsItsSchemaSays() {
        assertEquals("unreadable", document.at("/recordings/0/status").asText());
        assertEquals("read", document.at("/recordings/1/status").asText());
        assertValid(document);
    }

    @ParameterizedTest
    @MethodSource("made")
    void soIsEveryReportThatCanBeMade(Report report) {
        assertValid(Schema.parse(ReportJson.document(report)));
    }

    @Test
    void everyMetricIsInEveryRecording() {
        var ids = new TreeSet<>(Metrics.ids());
        for (var metrics : List.of(document.path("metrics"), document.at("/recordings/1/metrics"))) {
            var names = new TreeSet<String>();
            metrics.fieldNames().forEachRemaining(names::add);
            assertEquals(ids, names);
        }
    }

    @Test
    void whatIsPromisedIsThere() {
        for (var field : List.of("jvm", "incomplete", "losses", "events", "metrics", "profile", "covers_to")) {
            var broken = (ObjectNode) document.deepCopy();
            ((ObjectNode) broken.at("/recordings/1")).remove(field);
            assertFalse(Schema.forReaders("recording").errors(broken).isEmpty(), field);
        }
        var silent = (ObjectNode) document.deepCopy();
        ((ObjectNode) silent.at("/recordings/0")).remove("reason");
        assertFalse(Schema.forReaders("recording").errors(silent).isEmpty());
    }

    private static void assertValid(JsonNode json) {
        assertEquals(List.of(), Schema.forReaders("recording").errors(json));
        assertEquals(List.of(), Schema.closed("recording").errors(json));
    }
}
