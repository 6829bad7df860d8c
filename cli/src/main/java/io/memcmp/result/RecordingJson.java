package io.memcmp.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.memcmp.analysis.Scope;
import io.memcmp.analysis.Scope.Moment;
import io.memcmp.analysis.jfr.ReadResult;
import java.util.Optional;

/** What {@code memcmp analyze} read, as JSON. */
final class RecordingJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private RecordingJson() {}

    static ObjectNode of(Report.Recordings report) {
        var node = NODES.objectNode();
        node.put("schema", "memcmp/recording/1");
        node.put("tool_version", report.tool());
        node.put("created_at", report.created().toString());
        node.set("options", options(report));
        node.set("metrics", ReportJson.metrics());
        var recordings = node.putArray("recordings");
        for (var recording : report.recordings()) {
            recordings.add(
                    switch (recording) {
                        case RecordingResult.Read read ->
                            read(read, report.options().top());
                        case RecordingResult.Unreadable(var source, var reason) ->
                            identity(source, "unreadable").put("reason", reason);
                        case RecordingResult.Outside(var source, var reason) ->
                            identity(source, "outside").put("reason", reason);
                    });
        }
        return node;
    }

    private static ObjectNode options(Report.Recordings report) {
        var node = NODES.objectNode();
        switch (report.options().scope()) {
            case Scope.MeasuredWindow _, Scope.WholeRecording _ -> {
                node.putNull("from");
                node.putNull("to");
            }
            case Scope.Between(var from, var to) -> {
                node.set("from", moment(from));
                node.set("to", moment(to));
            }
        }
        node.put("top", report.options().top());
        node.put("depth", report.options().depth());
        node.put("merged", report.merged());
        return node;
    }

    private static JsonNode moment(Optional<Moment> moment) {
        return moment.<JsonNode>map(given -> switch (given) {
                    case Moment.After(var sinceStart) -> NODES.objectNode().put("after_ns", sinceStart.toNanos());
                    case Moment.At(var instant) -> NODES.objectNode().put("at", instant.toString());
                })
                .orElse(NODES.nullNode());
    }

    private static ObjectNode identity(RecordingResult.Source source, String status) {
        var node = NODES.objectNode();
        node.put("name", source.name());
        node.set("files", ReportJson.strings(source.files()));
        node.put("size_bytes", source.bytes());
        node.put("status", status);
        return node;
    }

    private static ObjectNode read(RecordingResult.Read recording, int top) {
        var node = identity(recording.source(), "read");
        var profile = recording.profile();
        node.set("jvm", ProfileJson.jvm(profile.jvm()));
        node.put("chunks", recording.read().chunks());
        node.put("covers_from", profile.completeness().from().toString());
        node.put("covers_to", profile.completeness().to().toString());
        completeness(recording, node);
        var events = node.putObject("events");
        recording.read().eventCounts().forEach((event, count) -> {
            if (count > 0) {
                events.put(event, count);
            }
        });
        node.put("unknown_events", recording.read().unknownEvents());
        var metrics = node.putObject("metrics");
        recording.readings().forEach((metric, reading) -> metrics.set(metric.id(), Readings.json(reading)));
        node.set("profile", ProfileJson.of(profile, top, top));
        return node;
    }

    private static void completeness(RecordingResult.Read recording, ObjectNode node) {
        var incomplete = recording.incomplete();
        node.put("incomplete", incomplete.isPresent());
        incomplete.ifPresent(reason -> node.put("incomplete_reason", reason));
        ReadResult read = recording.read();
        var losses = node.putArray("losses");
        read.losses()
                .forEach(loss -> losses.addObject()
                        .put("file", loss.file().toString())
                        .put("offset_bytes", loss.offset())
                        .put("bytes", loss.bytes())
                        .put("reason", loss.reason()));
        node.put("loss_count", read.lossCount());
        node.put("lost_bytes", read.lostBytes());
    }
}
