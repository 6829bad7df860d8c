package io.memcmp.launch;

import java.time.Duration;
import java.util.List;
import java.util.Locale;

/** How a trial ended. Every ending is a result. */
public sealed interface Outcome {

    /**
     * The program came to its end.
     *
     * @param exitStatus one of those that count as good
     */
    record Completed(int exitStatus) implements Outcome {}

    /**
     * Memory ran out.
     *
     * @param after the wall time from the start of the process until it ended
     */
    record OutOfMemory(Duration after) implements Outcome {}

    /**
     * It was ended because it took too long.
     *
     * @param limit what it was allowed
     */
    record TimedOut(Duration limit) implements Outcome {}

    /**
     * It failed.
     *
     * @param exitStatus its exit status
     * @param reason what is known of it in one line
     * @param lastLines the last lines it wrote
     */
    record Failed(int exitStatus, String reason, List<String> lastLines) implements Outcome {
        private static final String NOT_STARTED = "the JVM did not start: ";

        /** Copies the list. */
        public Failed {
            lastLines = List.copyOf(lastLines);
        }

        /** {@return the failure of a JVM that did not start}, in which the program never was */
        static Failed notStarted(int exitStatus, String why, List<String> lastLines) {
            return new Failed(exitStatus, NOT_STARTED + why, lastLines);
        }

        /** {@return whether the JVM did not even start} */
        public boolean neverStarted() {
            return reason.startsWith(NOT_STARTED);
        }
    }

    /** The user ended it. */
    record Interrupted() implements Outcome {}

    /** {@return its name in reports} */
    default String id() {
        return switch (this) {
            case Completed _ -> "completed";
            case OutOfMemory _ -> "out_of_memory";
            case TimedOut _ -> "timed_out";
            case Failed _ -> "failed";
            case Interrupted _ -> "interrupted";
        };
    }

    /** {@return what to say of it in a line} */
    default String text() {
        return switch (this) {
            case Completed(int exitStatus) -> exitStatus == 0 ? "completed" : "completed with status " + exitStatus;
            case OutOfMemory(var after) ->
                String.format(Locale.ROOT, "out of memory after %.2f s", after.toNanos() / 1e9);
            case TimedOut(var limit) -> "ended after " + seconds(limit) + " s, the time limit";
            case Failed(var _, var reason, var _) -> reason;
            case Interrupted _ -> "interrupted";
        };
    }

    /** Limits are whole seconds but where they are multiples of a measured time. */
    private static String seconds(Duration limit) {
        return limit.toNanosPart() == 0
                ? Long.toString(limit.toSeconds())
                : String.format(Locale.ROOT, "%.2f", limit.toNanos() / 1e9);
    }
}
