package io.memcmp.render;

import io.memcmp.analysis.RecordingProfile;
import io.memcmp.analysis.Window;
import io.memcmp.result.CellResult;
import io.memcmp.result.Metric;
import io.memcmp.result.RecordingResult;
import io.memcmp.result.Summary;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;

/**
 * What a page shows side by side: a cell of a run, or a recording.
 *
 * @param name as short as it can be
 * @param summary its figures
 * @param profiles what its recordings tell
 */
record Row(String name, Function<Metric, Summary> summary, List<RecordingProfile> profiles) {
    Row {
        profiles = List.copyOf(profiles);
    }

    static Row of(CellResult cell, CellNames names) {
        var profiles = cell.trials().stream()
                .flatMap(trial -> trial.facts().profile().present().stream())
                .toList();
        return new Row(names.of(cell.cell()), cell::summary, profiles);
    }

    static Row of(RecordingResult.Read recording, String name, boolean details) {
        return new Row(name, details ? recording::summary : Brief.of(recording), List.of(recording.profile()));
    }

    /** {@return the same under another name} */
    Row named(String other) {
        return new Row(other, summary, profiles);
    }

    /** {@return the first recording's, for details that are no metric} */
    Optional<RecordingProfile> profile() {
        return profiles.stream().findFirst();
    }

    /** {@return whether a bundled workload marked what counts} */
    boolean marked() {
        return profiles.stream().map(RecordingProfile::window).anyMatch(Window::marked);
    }
}
