package io.memcmp.analysis;

import java.nio.file.Path;
import java.util.List;

/** The way in: one recording, one profile. */
public final class RecordingAnalyzer {
    private RecordingAnalyzer() {}

    /**
     * {@return what the recording tells of its measured window, or of all of it where it marks none}
     *
     * @param recording a {@code .jfr} file
     * @throws RecordingException if the file is missing or is no recording
     */
    public static RecordingProfile analyze(Path recording) throws RecordingException {
        return analyze(recording, Scope.MEASURED_WINDOW);
    }

    /**
     * {@return what the recording tells of that scope}
     *
     * @param recording a {@code .jfr} file
     * @param scope which part of it
     * @throws RecordingException if the file is missing or is no recording
     */
    public static RecordingProfile analyze(Path recording, Scope scope) throws RecordingException {
        if (recording.toString().isEmpty()) {
            throw new RecordingException("not yet: " + scope);
        }
        throw new RecordingException("not yet: " + recording);
    }

    /** {@return every event the analyses need, with the settings they need it recorded with} */
    public static List<RequiredEvent> requiredEvents() {
        return List.of();
    }
}
