package io.memcmp.analysis.heap;

import io.memcmp.analysis.Observed;
import io.memcmp.analysis.Window;
import io.memcmp.analysis.heap.HeapProfile.Point;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/**
 * The heap over a window of time, integrated: what a bill by gigabyte and second would count. Used is taken to change
 * evenly from one look to the next, committed to stay until the next look. The looks next to the window on either side
 * tell what was there at its ends; where there is none, the nearest one inside is taken to have held.
 *
 * @param usedByteSeconds bytes used times seconds
 * @param committedByteSeconds bytes committed times seconds
 * @param seconds length of the window
 */
public record Footprint(double usedByteSeconds, double committedByteSeconds, double seconds) {
    private static final double NANOS = 1e9;

    /** {@return bytes used, mean over the window} */
    public double meanUsed() {
        return usedByteSeconds / seconds;
    }

    /** {@return bytes committed, mean over the window} */
    public double meanCommitted() {
        return committedByteSeconds / seconds;
    }

    /**
     * {@return the integrals over the window}
     *
     * @param looks in the order of time; those outside the window serve for its ends
     * @param window what counts
     */
    static Observed<Footprint> of(List<Point> looks, Window window) {
        double seconds = seconds(window.start(), window.end());
        if (!(seconds > 0)) {
            return Observed.missing("the span that was looked at has no length");
        }
        if (looks.size() < 2) {
            return Observed.missing("the heap was not looked at twice, which it takes to tell how it went");
        }
        double used = looks.getFirst().used() * secondsBefore(looks.getFirst(), window);
        double committed = looks.getFirst().committed() * secondsBefore(looks.getFirst(), window);
        for (int i = 1; i < looks.size(); i++) {
            var one = looks.get(i - 1);
            var next = looks.get(i);
            var from = later(one.at(), window.start());
            var to = earlier(next.at(), window.end());
            double span = from.isBefore(to) ? seconds(from, to) : 0;
            if (span > 0) {
                used += (at(from, one, next) + at(to, one, next)) / 2 * span;
                committed += one.committed() * span;
            }
        }
        used += looks.getLast().used() * secondsAfter(looks.getLast(), window);
        committed += looks.getLast().committed() * secondsAfter(looks.getLast(), window);
        return Observed.of(new Footprint(used, committed, seconds));
    }

    private static double at(Instant at, Point one, Point next) {
        double share = seconds(one.at(), at) / seconds(one.at(), next.at());
        return one.used() + share * (next.used() - one.used());
    }

    private static double secondsBefore(Point first, Window window) {
        return Math.max(0, seconds(window.start(), earlier(first.at(), window.end())));
    }

    private static double secondsAfter(Point last, Window window) {
        return Math.max(0, seconds(later(last.at(), window.start()), window.end()));
    }

    private static Instant later(Instant one, Instant other) {
        return one.isAfter(other) ? one : other;
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    private static double seconds(Instant from, Instant to) {
        return Duration.between(from, to).toNanos() / NANOS;
    }
}
