package io.memcmp.bench.contest;

import io.memcmp.bench.PairedRatio;
import io.memcmp.bench.contest.Contest.Series;
import io.memcmp.bench.contest.Stopwatch.Ended;
import io.memcmp.bench.contest.Stopwatch.Took;
import java.util.ArrayList;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** What the cells of a table say of one who took part. */
public final class Figures {
    private Figures() {}

    /**
     * {@return a size for people}
     *
     * @param bytes the size
     */
    public static String megabytes(long bytes) {
        return String.format(Locale.ROOT, bytes < 10_000_000 ? "%.1f MB" : "%.0f MB", bytes / 1e6);
    }

    /**
     * {@return why there are no figures}
     *
     * @param ended how its last process ended
     */
    public static String failure(Ended ended) {
        return switch (ended) {
            case Ended.Done _ -> "–";
            case Ended.OverLimit(var limit) -> "> " + limit.toSeconds() + " s";
            case Ended.Failed(var reason) -> "failed: " + reason.replace('|', '/');
        };
    }

    /**
     * {@return the median of the rounds, NaN if there are none}
     *
     * @param series how it did
     * @param figure which figure
     */
    public static double median(Series series, ToDoubleFunction<Took> figure) {
        var values =
                series.rounds().values().stream().mapToDouble(figure).boxed().toList();
        return values.isEmpty() ? Double.NaN : PairedRatio.median(values);
    }

    /**
     * {@return the median of the rounds, for people}
     *
     * @param series how it did
     * @param figure which figure
     * @param format how it is written
     */
    public static String figure(Series series, ToDoubleFunction<Took> figure, String format) {
        double median = median(series, figure);
        return Double.isNaN(median) ? "–" : String.format(Locale.ROOT, format, median);
    }

    /**
     * {@return median, smallest and largest of the rounds, for people}
     *
     * @param series how it did
     * @param figure which figure
     */
    public static String spread(Series series, ToDoubleFunction<Took> figure) {
        var all = series.rounds().values().stream().mapToDouble(figure).summaryStatistics();
        return String.format(Locale.ROOT, "%.3f [%.3f, %.3f]", median(series, figure), all.getMin(), all.getMax());
    }

    /**
     * {@return how many times as much it took as another, of the rounds in which both ran}
     *
     * @param series how it did
     * @param reference the other
     * @param figure which figure
     */
    public static String ratio(Series series, Series reference, ToDoubleFunction<Took> figure) {
        var first = new ArrayList<Double>();
        var second = new ArrayList<Double>();
        series.rounds().forEach((round, took) -> {
            var other = reference.rounds().get(round);
            if (other != null) {
                first.add(figure.applyAsDouble(took));
                second.add(figure.applyAsDouble(other));
            }
        });
        if (series.equals(reference) || first.isEmpty()) {
            return series.equals(reference) ? "1" : "–";
        }
        var ratio = PairedRatio.of(first, second);
        if (Double.isNaN(ratio.median())) {
            return "–";
        }
        return String.format(Locale.ROOT, "%.2f [%.2f, %.2f]", ratio.median(), ratio.low(), ratio.high());
    }
}
