package io.memcmp.probe;

import java.io.IOException;
import java.nio.file.Path;
import jdk.jfr.FlightRecorder;
import jdk.jfr.Recording;
import jdk.jfr.RecordingState;

/**
 * The samples of old objects as they are now. The recorder keeps them to itself until a recording is written out or ends,
 * and a workload has let go of its objects by then.
 */
final class OldObjects {

    private OldObjects() {}

    /** Writes the recording out, which puts the samples into the recording itself too. */
    @SuppressWarnings("CatchingUnchecked") // whatever went wrong, the program is not to suffer from it
    static void write(Path file) {
        try {
            for (Recording recording : FlightRecorder.getFlightRecorder().getRecordings()) {
                if (recording.getState() == RecordingState.RUNNING) {
                    recording.dump(file);
                }
            }
        } catch (IOException | RuntimeException | Error e) {
            Probe.complain(e);
        }
    }
}
