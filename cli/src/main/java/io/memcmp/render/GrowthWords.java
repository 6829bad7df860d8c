package io.memcmp.render;

import io.memcmp.analysis.Observed;
import io.memcmp.analysis.Reading;
import io.memcmp.analysis.leak.GrowthProfile;
import io.memcmp.analysis.leak.GrowthProfile.Exhaustion;
import io.memcmp.result.Unit;
import java.time.Duration;
import java.util.Locale;

/** The growth of the heap after collections of the whole heap in words: not of the live set, which nobody counted. */
final class GrowthWords {
    private static final double NANOS = 1e9;
    private static final double MINUTE = 60;
    private static final double HOUR = 60 * MINUTE;
    private static final double DAY = 24 * HOUR;
    private static final double YEAR = 365.25 * DAY;

    private GrowthWords() {}

    /** {@return a rate and the ends of its interval: {@code 3.10 MiB/min (2.70 to 3.52)}} */
    static String rate(double slope, double low, double high) {
        double largest = Math.max(Math.abs(slope), Math.max(Math.abs(low), Math.abs(high)));
        var unit = text(largest).substring(text(largest).indexOf(' '));
        var rate = Quantities.range(slope, slope, largest, Unit.GROWTH);
        return rate.substring(0, rate.length() / 2) + unit + " (" + ends(low, high, largest) + ")";
    }

    /** {@return two rates in the unit of the larger: {@code 3.00 to 3.30 MiB/min}} */
    static String between(double low, double high) {
        double larger = Math.max(Math.abs(low), Math.abs(high));
        return ends(low, high, larger) + text(larger).substring(text(larger).indexOf(' '));
    }

    private static String ends(double low, double high, double unit) {
        return Quantities.range(low, high, unit, Unit.GROWTH).replaceFirst("(?<=\\d)–", " to ");
    }

    static String text(double slope) {
        return Quantities.text(slope, Unit.GROWTH);
    }

    /** {@return what one recording tells, without a subject: {@code the heap after collections grows by …}} */
    static String sentence(GrowthProfile growth, Duration window, Duration stretch) {
        var rate = rate(growth.bytesPerSecond(), growth.low(), growth.high());
        if (growth.shrinks()) {
            return "the heap after collections shrinks: " + rate;
        }
        if (!growth.grows()) {
            return "no growth of the heap after collections is shown: " + rate;
        }
        var since = stretch.compareTo(window) < 0 ? ", evenly in the last " + span((double) stretch.toNanos()) : "";
        return "the heap after collections grows by " + rate + since + outOfMemory(growth);
    }

    /** {@return {@code ; out of memory in about 9.1 min (8.0 to 10.5) at a heap of 512 MiB}, or why that cannot be told} */
    static String outOfMemory(GrowthProfile growth) {
        return switch (growth.outOfMemory()) {
            case Observed.Present<Exhaustion>(var full) ->
                "; out of memory in about %s (%s to %s)%s"
                        .formatted(
                                span(full.nanos()),
                                span(full.earliest()),
                                span(full.latest()),
                                growth.maximum() instanceof Reading.Value(double heap)
                                        ? " at a heap of " + Quantities.text(heap, Unit.BYTES)
                                        : "");
            case Observed.Missing<Exhaustion>(var reason) -> "; when memory runs out is not told: " + reason;
        };
    }

    /** {@return a time to come, in the unit that people would use} */
    static String span(double nanos) {
        double seconds = nanos / NANOS;
        if (seconds < 2 * MINUTE) {
            return String.format(Locale.ROOT, "%.0f s", seconds);
        }
        if (seconds < 2 * HOUR) {
            return Quantities.digits(seconds / MINUTE) + " min";
        }
        if (seconds < 2 * DAY) {
            return Quantities.digits(seconds / HOUR) + " h";
        }
        return seconds < 2 * YEAR
                ? Quantities.digits(seconds / DAY) + " days"
                : seconds < 1000 * YEAR ? Quantities.digits(seconds / YEAR) + " years" : "more than 1000 years";
    }
}
