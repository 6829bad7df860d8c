package io.memcmp.analysis;

import io.memcmp.analysis.jfr.JfrReader;
import io.memcmp.analysis.jfr.ReadResult;
import io.memcmp.analysis.jfr.RecordingException;
import java.time.Instant;
import java.util.List;

/**
 * Finds out which part of a recording counts before it is read in earnest, so that nothing need be kept of what lies outside.
 * That costs a reading of its own where a probe left marks, or where the part is chosen by time.
 */
final class ScopeFinder {
    /** Who decides where a measured window begins and ends. */
    private static final List<String> MARKS = List.of("memcmp.Phase", "memcmp.Snapshot", "memcmp.LiveSet");

    static final Found EVERYTHING = new Found(Scope.WHOLE_RECORDING, new Window(Instant.MIN, Instant.MAX, false));

    private ScopeFinder() {}

    /**
     * What counts.
     *
     * @param scope what was asked for, its moments as points in time
     * @param window what begins in it counts; without bound where the recording's own ends are the bounds
     */
    record Found(Scope scope, Window window) {}

    static Found find(RecordingInput recording, Scope scope, JfrReader reader) throws RecordingException {
        return switch (scope) {
            case Scope.WholeRecording _ -> EVERYTHING;
            case Scope.MeasuredWindow _ -> recording.merged() || !marked(reader) ? EVERYTHING : measured(reader);
            case Scope.Between between -> part(recording, between, reader.read(List.of()));
        };
    }

    private static boolean marked(JfrReader reader) throws RecordingException {
        for (var mark : MARKS) {
            if (reader.knows(mark)) {
                return true;
            }
        }
        return false;
    }

    private static Found measured(JfrReader reader) throws RecordingException {
        var points = new Points();
        reader.read(List.of(points));
        return found(points, Scope.MEASURED_WINDOW);
    }

    private static Found found(Points points, Scope scope) {
        return new Found(scope, points.window(scope, Instant.MIN, Instant.MAX));
    }

    private static Found part(RecordingInput recording, Scope.Between relative, ReadResult read)
            throws RecordingException {
        var from = relative.from().map(moment -> moment.of(read.from())).orElse(read.from());
        var to = relative.to().map(moment -> moment.of(read.from())).orElse(read.to());
        String problem;
        if (from.isAfter(read.to())) {
            problem = from + " lies after its end";
        } else if (to.isBefore(read.from())) {
            problem = to + " lies before its beginning";
        } else if (to.isBefore(from)) {
            problem = "a part from " + from + " to " + to + " ends before it begins";
        } else {
            return found(new Points(), relative.since(read.from()));
        }
        var outside = recording.name() + " reaches from " + read.from() + " to " + read.to() + ": " + problem;
        throw new RecordingException(outside, new OutsideException(outside));
    }
}
