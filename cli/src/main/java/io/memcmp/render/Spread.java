package io.memcmp.render;

import io.memcmp.result.Unit;
import io.memcmp.stats.Sample;

/** How far a sample's figures scatter: the interval of its median, or of too few figures their range. */
sealed interface Spread {
    /** Of the intervals beside medians. */
    double CONFIDENCE = 0.95;

    /** The lower end. */
    double low();

    /** The upper end. */
    double high();

    /** Where the median lies, with at least {@link #CONFIDENCE}. */
    record Known(double low, double high) implements Spread {}

    /** The smallest and the largest. */
    record Range(double low, double high) implements Spread {}

    static Spread of(Sample sample) {
        var interval = sample.interval(CONFIDENCE);
        return interval.bounded() ? new Known(interval.low(), interval.high()) : new Range(sample.min(), sample.max());
    }

    /** {@return both ends in the unit of the median, which stands beside them} */
    default String text(double median, Unit unit) {
        return Quantities.range(low(), high(), median, unit);
    }
}
