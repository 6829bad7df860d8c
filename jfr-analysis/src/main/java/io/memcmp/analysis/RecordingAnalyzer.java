package io.memcmp.analysis;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;

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
        return List.of(
                RequiredEvent.plain("jdk.ActiveSetting"),
                RequiredEvent.plain("jdk.DataLoss"),
                RequiredEvent.periodic("jdk.JVMInformation", "beginChunk"),
                RequiredEvent.periodic("jdk.GCConfiguration", "everyChunk"),
                RequiredEvent.periodic("jdk.GCHeapConfiguration", "beginChunk"),
                RequiredEvent.periodic("jdk.BooleanFlag", "beginChunk"),
                RequiredEvent.ofAnyLength("jdk.GCPhasePause"),
                RequiredEvent.ofAnyLength("jdk.SafepointBegin"),
                RequiredEvent.ofAnyLength("jdk.SafepointCleanup"),
                RequiredEvent.ofAnyLength("jdk.SafepointEnd"),
                RequiredEvent.ofAnyLength("jdk.ExecuteVMOperation"),
                RequiredEvent.ofAnyLength("jdk.ZAllocationStall"),
                RequiredEvent.ofAnyLength("jdk.GarbageCollection"),
                RequiredEvent.plain("jdk.GCHeapSummary"),
                RequiredEvent.periodic("jdk.GCHeapMemoryUsage", "everyChunk"),
                new RequiredEvent("jdk.ObjectAllocationSample", Map.of("throttle", "300/s", "stackTrace", "true")),
                RequiredEvent.plain("memcmp.Phase"),
                RequiredEvent.plain("memcmp.Snapshot"),
                RequiredEvent.plain("memcmp.ThreadCpu"),
                RequiredEvent.plain("memcmp.Hiccups"),
                RequiredEvent.plain("memcmp.LiveSet"),
                RequiredEvent.plain("memcmp.ClassCount"),
                RequiredEvent.plain("memcmp.Result"),
                RequiredEvent.plain("memcmp.Node"),
                RequiredEvent.plain("memcmp.OutOfMemory"));
    }
}
