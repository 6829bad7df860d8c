package io.memcmp.render;

import io.memcmp.result.RecordingResult;
import io.memcmp.result.Report;
import io.memcmp.result.ShortNames;
import java.util.Map;

/** Names of recordings as short as they can be. */
final class RecordingNames {
    private final Map<String, String> shortNames;

    private RecordingNames(Map<String, String> shortNames) {
        this.shortNames = shortNames;
    }

    static RecordingNames of(Report.Recordings report) {
        return new RecordingNames(ShortNames.of(report.recordings().stream()
                .map(recording -> recording.source().name())
                .toList()));
    }

    String of(RecordingResult recording) {
        var name = recording.source().name();
        return shortNames.getOrDefault(name, name);
    }
}
