package io.memcmp.analysis;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/** Which part of a recording the figures speak of. */
public sealed interface Scope {
    /** The measured window where the recording marks one (bundled workloads do), else the whole recording. */
    Scope MEASURED_WINDOW = new MeasuredWindow();

    /** Everything the recording holds, memcmp's own forced collections too. */
    Scope WHOLE_RECORDING = new WholeRecording();

    /** The measured window where there is one. */
    record MeasuredWindow() implements Scope {}

    /** Everything. */
    record WholeRecording() implements Scope {}

    /**
     * What began between two moments.
     *
     * @param from the first moment that counts; empty for the beginning of the recording
     * @param to the last moment that counts; empty for its end
     */
    record Between(Optional<Moment> from, Optional<Moment> to) implements Scope {}

    /** A moment of a recording. */
    sealed interface Moment {
        /**
         * So long after the recording began.
         *
         * @param start how long
         */
        record After(Duration start) implements Moment {}

        /**
         * A point in time.
         *
         * @param instant which
         */
        record At(Instant instant) implements Moment {}

        /**
         * {@return the point in time}
         *
         * @param start when the recording began
         */
        default Instant of(Instant start) {
            return switch (this) {
                case After(var sinceStart) -> start.plus(sinceStart);
                case At(var instant) -> instant;
            };
        }
    }
}
