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
    record Between(Optional<Moment> from, Optional<Moment> to) implements Scope {

        /** The same part, told by points in time: it stays the same when more of the recording comes to light. */
        Between since(Instant start) {
            return new Between(
                    from.map(moment -> new Moment.At(moment.of(start))),
                    to.map(moment -> new Moment.At(moment.of(start))));
        }

        /** What of it lies in a recording that reaches from {@code first} to {@code last}. */
        Window inside(Instant first, Instant last) {
            var start = from.map(moment -> moment.of(first)).orElse(first);
            var end = to.map(moment -> moment.of(first)).orElse(last);
            return new Window(start.isBefore(first) ? first : start, end.isAfter(last) ? last : end, false);
        }
    }

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
