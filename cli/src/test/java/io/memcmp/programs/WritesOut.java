package io.memcmp.programs;

import java.io.IOException;
import java.nio.file.Path;
import jdk.jfr.FlightRecorder;

/** Collects three times, has the recording written out, as an operator might, and collects twice. */
public final class WritesOut {

    private WritesOut() {}

    public static void main(String[] args) throws IOException {
        collect(3);
        for (var recording : FlightRecorder.getFlightRecorder().getRecordings()) {
            recording.dump(Path.of(args[0]));
        }
        collect(2);
    }

    private static void collect(int times) {
        for (int i = 0; i < times; i++) {
            System.gc();
        }
    }
}
