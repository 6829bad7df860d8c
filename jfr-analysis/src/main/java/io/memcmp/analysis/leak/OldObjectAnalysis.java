package io.memcmp.analysis.leak;

import io.memcmp.analysis.EventReader;
import io.memcmp.analysis.RequiredEvent;
import io.memcmp.analysis.jfr.Event;
import io.memcmp.analysis.jfr.JfrReader;
import io.memcmp.analysis.jfr.RecordingException;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Reads the samples of old objects, {@code jdk.OldObjectSample}, of a recording that was made for them. It is no part of a
 * profile: to sample holds on to garbage under some collectors, and to look for roots stops the program, so no recording with
 * figures has them.
 */
public final class OldObjectAnalysis implements EventReader {
    private static final String SAMPLE = "jdk.OldObjectSample";

    /** A virtual machine keeps 256 unless it is told otherwise; more than this many nobody looks at. */
    private static final int MOST_SAMPLES = 1 << 16;

    private final Set<Sample> seen = new HashSet<>();
    private final LeakPaths paths = new LeakPaths();

    private OldObjectAnalysis() {}

    /** One object: its address is another after every collection, but it was allocated once. */
    private record Sample(long allocated, String className, long elements) {}

    /**
     * {@return what the recording shows}
     *
     * @param recording a {@code .jfr} file
     * @throws RecordingException if nothing of it can be read, or what it holds makes no sense
     */
    public static OldObjectProfile read(Path recording) throws RecordingException {
        var analysis = new OldObjectAnalysis();
        try {
            new JfrReader(List.of(recording)).read(List.of(analysis));
        } catch (RuntimeException problem) {
            throw new RecordingException(recording + " holds events that make no sense: " + problem, problem);
        }
        return analysis.paths.profile(analysis.seen.size());
    }

    /** {@return what such a recording must record}; the recording itself must ask for paths to roots too */
    public static List<RequiredEvent> requiredEvents() {
        return List.of(new RequiredEvent(SAMPLE, Map.of("cutoff", "infinity", "stackTrace", "false"), 0));
    }

    @Override
    public List<RequiredEvent> events() {
        return requiredEvents();
    }

    /** Every dump of a recording, and its end, write all samples again. */
    @Override
    public void visit(Event event) {
        var object = event.constant("object");
        if (object == null || seen.size() >= MOST_SAMPLES) {
            return;
        }
        var className = object.className("type");
        var sample = new Sample(
                event.number("allocationTime"),
                className == null ? "" : className,
                event.has("arrayElements") ? event.number("arrayElements") : 0);
        if (seen.add(sample)) {
            var root = event.has("root") ? event.constant("root") : null;
            if (root != null) {
                paths.add(root, object);
            }
        }
    }
}
