package io.memcmp.analysis;

import io.memcmp.analysis.jfr.Loss;
import io.memcmp.analysis.jfr.ReadResult;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Locale;
import java.util.Optional;

/**
 * Whether a recording holds everything up to the end of its program.
 *
 * @param complete whether it was closed in order, and all of it could be read
 * @param from when the first chunk began, or the first event where that is earlier
 * @param to when the last chunk was written last, or the last event ended where that is later: what came after it is lost
 *     where {@code complete} is false
 * @param reason what was lost and why, the gravest first; empty where it is complete
 */
public record Completeness(boolean complete, Instant from, Instant to, String reason) {

    static Completeness of(ReadResult read, DataLoss dataLoss, boolean endsEarly) {
        var reasons = new ArrayList<String>();
        unread(read).ifPresent(reasons::add);
        if (endsEarly) {
            reasons.add("the recording ends before its program did");
        }
        dataLoss.told().ifPresent(reasons::add);
        return new Completeness(reasons.isEmpty(), read.from(), read.to(), String.join("; ", reasons));
    }

    /** What could not be read of its files. */
    static Optional<String> unread(ReadResult read) {
        if (read.complete()) {
            return Optional.empty();
        }
        var first = read.losses().stream().map(Loss::reason).findFirst().orElse("holds what cannot be read");
        var others = switch ((int) Math.min(read.lossCount(), 3)) {
            case 1 -> "";
            case 2 -> ", and 1 more place";
            default -> String.format(Locale.ROOT, ", and %,d more places", read.lossCount() - 1);
        };
        return Optional.of("the recording " + first + others);
    }
}
