package io.memcmp.render;

import io.memcmp.analysis.Reading;
import io.memcmp.result.RecordingResult;
import io.memcmp.result.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** Recordings for a spreadsheet: one line for each recording and metric, in base units. */
final class RecordingRows {
    private static final List<String> HEADER =
            List.of("recording", "jvm", "collector", "status", "incomplete", "metric", "unit", "value", "absent");

    private RecordingRows() {}

    static List<List<String>> of(Report.Recordings report) {
        var rows = new ArrayList<List<String>>();
        rows.add(HEADER);
        for (var recording : report.recordings()) {
            switch (recording) {
                case RecordingResult.Read read -> read(read, rows);
                case RecordingResult.Unreadable(var source, var reason) ->
                    rows.add(List.of(source.name(), "", "", "unreadable", "", "", "", "", reason));
                case RecordingResult.Outside(var source, var reason) ->
                    rows.add(List.of(source.name(), "", "", "outside", "", "", "", "", reason));
            }
        }
        return rows;
    }

    private static void read(RecordingResult.Read recording, List<List<String>> rows) {
        var jvm = recording.profile().jvm();
        recording.readings().forEach((metric, reading) -> {
            var row = new ArrayList<>(List.of(
                    recording.source().name(),
                    JvmLabel.version(jvm),
                    jvm.collector().name().toLowerCase(Locale.ROOT),
                    "read",
                    Boolean.toString(recording.incomplete().isPresent()),
                    metric.id(),
                    metric.unit().symbol()));
            row.addAll(
                    switch (reading) {
                        case Reading.Value(double figure) -> List.of(CsvRenderer.number(figure), "");
                        case Reading.Absent(var reason) -> List.of("", reason);
                    });
            rows.add(row);
        });
    }
}
