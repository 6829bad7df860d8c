package io.memcmp.analysis.pause;

import java.time.Duration;
import java.util.List;
import java.util.OptionalDouble;
import java.util.function.ToDoubleFunction;
import java.util.stream.Stream;

/**
 * What share of its time the program had for itself, at worst, in windows of several lengths. It speaks of whole stops
 * only: a program that a collector slows down beside it looks as if it had all of its time.
 *
 * @param curve the shares, shortest window first
 */
public record MutatorUtilisation(List<Point> curve) {
    /** The windows, milliseconds. */
    private static final List<Long> WINDOWS = List.of(1L, 5L, 10L, 20L, 50L, 100L, 200L, 500L, 1000L);

    /** Copies the list. */
    public MutatorUtilisation {
        curve = List.copyOf(curve);
    }

    /**
     * One window. Where the run is shorter, the whole of the run is meant.
     *
     * @param window its length
     * @param minimum minimum mutator utilisation (MMU): the least share in any window of that length, 0 to 1
     * @param bounded bounded mutator utilisation (BMU): the least share in any window of that length or more
     */
    public record Point(Duration window, double minimum, double bounded) {}

    static MutatorUtilisation of(Spans stops, long length) {
        var utilisation = new Utilisation(stops, length);
        return new MutatorUtilisation(WINDOWS.stream()
                .map(Duration::ofMillis)
                .map(window ->
                        new Point(window, utilisation.minimum(window.toNanos()), utilisation.bounded(window.toNanos())))
                .toList());
    }

    /** {@return at each window the less of both} */
    MutatorUtilisation least(MutatorUtilisation other) {
        return new MutatorUtilisation(curve.stream()
                .map(point -> new Point(
                        point.window(),
                        Math.min(point.minimum(), other.share(point, Point::minimum)),
                        Math.min(point.bounded(), other.share(point, Point::bounded))))
                .toList());
    }

    private double share(Point like, ToDoubleFunction<Point> share) {
        return at(like.window()).mapToDouble(share).findFirst().orElse(1);
    }

    private Stream<Point> at(Duration window) {
        return curve.stream().filter(point -> point.window().equals(window));
    }

    /**
     * {@return the least share in any window of that length; empty for a length that the curve does not have}
     *
     * @param window its length
     */
    public OptionalDouble minimum(Duration window) {
        return at(window).mapToDouble(Point::minimum).findFirst();
    }
}
