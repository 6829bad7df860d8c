package io.memcmp.analysis;

import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.function.ToLongFunction;

/**
 * The probe's totals between which differences are taken: those at the ends of a marked window, else the start of the
 * process and the end of the recording.
 *
 * @param from the earlier one
 * @param to the later one; that of the end of the recording where the program did not reach the end of its window
 * @param last that of the end of the recording
 * @param missing why one of them is missing, where it is
 */
public record Totals(Optional<Snapshot> from, Optional<Snapshot> to, Optional<Snapshot> last, String missing) {
    /** Why there are no totals in a recording that somebody else made. */
    public static final String NO_PROBE = "the recording was made without memcmp's probe";

    /** Why there are none of a part of a recording. */
    static final String PART = "the probe's totals are of the measured window, not of a part chosen by --from or --to";

    static Totals none(String reason) {
        return new Totals(Optional.empty(), Optional.empty(), Optional.empty(), reason);
    }

    static Totals of(Map<String, Snapshot> byPoint, boolean marked, Instant start) {
        var missing = "the recording ends before the probe took its last totals";
        var last = Optional.ofNullable(byPoint.get("chunk-end"));
        if (!marked) {
            return new Totals(Optional.of(Snapshot.atStart(start)), last, last, missing);
        }
        var begin = Optional.ofNullable(byPoint.get("measure-begin"));
        // A recording that was cut off may hold the end of an earlier chunk: that is not the end of the recording.
        var end = Optional.ofNullable(byPoint.get("measure-end")).filter(snapshot -> follows(snapshot, begin));
        var closed = last.filter(snapshot -> follows(snapshot, end.or(() -> begin)));
        return new Totals(begin, end.or(() -> closed), closed, missing);
    }

    private static boolean follows(Snapshot snapshot, Optional<Snapshot> earlier) {
        return earlier.stream().allMatch(before -> snapshot.at().isAfter(before.at()));
    }

    /** {@return the time between them; nothing where one is missing} */
    public Duration span() {
        return from.flatMap(before -> to.map(after -> Duration.between(before.at(), after.at())))
                .orElse(Duration.ZERO);
    }

    /** {@return why there is no difference to take; empty where there is one} */
    public Optional<String> gap() {
        return from.isPresent() && to.isPresent() ? Optional.empty() : Optional.of(missing);
    }

    /**
     * {@return by how much a figure grew}
     *
     * @param figure which
     * @param unknown why it is absent where the probe could not read it
     */
    public Reading growth(ToLongFunction<Snapshot> figure, String unknown) {
        var gap = gap();
        if (gap.isPresent()) {
            return Reading.absent(gap.get());
        }
        long before = from.map(figure::applyAsLong).orElse(-1L);
        long after = to.map(figure::applyAsLong).orElse(-1L);
        return before < 0 || after < before ? Reading.absent(unknown) : Reading.of(after - before);
    }

    /**
     * {@return a figure of the end of the window, or of the recording where that marks none}
     *
     * @param figure which
     * @param unknown why it is absent where the probe could not read it
     */
    public Reading atWindowEnd(ToLongFunction<Snapshot> figure, String unknown) {
        return at(to, figure, unknown);
    }

    /**
     * {@return a figure of the end of the recording}
     *
     * @param figure which
     * @param unknown why it is absent where the probe could not read it
     */
    public Reading atEnd(ToLongFunction<Snapshot> figure, String unknown) {
        return at(last, figure, unknown);
    }

    private Reading at(Optional<Snapshot> point, ToLongFunction<Snapshot> figure, String unknown) {
        return point.map(snapshot -> Reading.ofKnown(figure.applyAsLong(snapshot), unknown))
                .orElseGet(() -> Reading.absent(missing));
    }
}
