package io.memcmp.analysis.jfr;

/** What a number of time counts, by the annotation of its field. */
enum Unit {
    TICKS,
    SECONDS,
    MILLISECONDS,
    MICROSECONDS,
    NANOSECONDS,
    TICKS_SINCE_START,
    MILLIS_SINCE_EPOCH,
    NONE;

    static Unit of(String annotation, String value) {
        return switch (annotation) {
            case "jdk.jfr.Timespan" ->
                switch (value) {
                    case "TICKS" -> TICKS;
                    case "SECONDS" -> SECONDS;
                    case "MILLISECONDS" -> MILLISECONDS;
                    case "MICROSECONDS" -> MICROSECONDS;
                    case "NANOSECONDS" -> NANOSECONDS;
                    default -> NONE;
                };
            case "jdk.jfr.Timestamp" ->
                switch (value) {
                    case "TICKS" -> TICKS_SINCE_START;
                    case "MILLISECONDS_SINCE_EPOCH" -> MILLIS_SINCE_EPOCH;
                    default -> NONE;
                };
            default -> NONE;
        };
    }
}
