package io.memcmp.bench.reading;

import io.memcmp.bench.PairedRatio;
import io.memcmp.bench.reading.Contest.Series;
import io.memcmp.bench.reading.Stopwatch.Ended;
import io.memcmp.bench.reading.Stopwatch.Took;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.ToDoubleFunction;

/** The tables as they stand in {@code docs/benchmarks.md}. The first of a contest is the one that all are compared with. */
final class Tables {
    private Tables() {}

    /**
     * {@return what one recording took each of them}
     *
     * @param all how each did
     * @param bytes size of the recording
     */
    static String of(List<Series> all, long bytes) {
        var table = new StringBuilder("| " + megabytes(bytes)
                + " | wall s, median [min, max] | CPU s | peak RSS MB | MB/s | wall, times memcmp's | CPU, times memcmp's | n |\n"
                + "|-|-|-|-|-|-|-|-|\n");
        for (var series : all) {
            var cells = switch (series.last()) {
                case Ended.Done _ ->
                    String.format(
                            Locale.ROOT,
                            "%s | %s | %s | %s | %s | %s | %d",
                            spread(series, Took::wall),
                            figure(series, Took::cpu, "%.2f"),
                            figure(series, Took::peak, "%.0f"),
                            rate(series, bytes),
                            ratio(series, all.getFirst(), Took::wall),
                            ratio(series, all.getFirst(), Took::cpu),
                            series.rounds().size());
                case Ended.OverLimit(var limit) ->
                    String.format(
                            Locale.ROOT,
                            "> %d | – | – | – | > %.1f | – | %d",
                            limit.toSeconds(),
                            limit.toSeconds() / median(all.getFirst(), Took::wall),
                            series.rounds().size());
                case Ended.Failed failed -> failure(failed) + " | – | – | – | – | – | 0";
            };
            table.append("| ")
                    .append(series.title())
                    .append(" | ")
                    .append(cells)
                    .append(" |\n");
        }
        return table.toString();
    }

    /**
     * {@return how many files a second each of them read}
     *
     * @param all how each did; the last line of output is how many seconds its reads took
     * @param reads how many files
     * @param bytes size of one
     */
    static String warm(List<Series> all, int reads, double bytes) {
        var table = new StringBuilder(
                "| reader | files/s | MB/s | ms/file | times memcmp's | CPU of the process, times memcmp's | n |\n|-|-|-|-|-|-|-|\n");
        for (var series : all) {
            table.append("| ").append(series.title()).append(" | ");
            if (series.last() instanceof Ended.Done) {
                double seconds = median(series, Took::wall);
                table.append(String.format(
                        Locale.ROOT,
                        "%.0f | %.0f | %.2f | %s | %s | %d |%n",
                        reads / seconds,
                        reads * bytes / 1e6 / seconds,
                        1e3 * seconds / reads,
                        ratio(series, all.getFirst(), Took::wall),
                        ratio(series, all.getFirst(), Took::cpu),
                        series.rounds().size()));
            } else {
                table.append(failure(series.last())).append(" | – | – | – | – | 0 |\n");
            }
        }
        return table.toString();
    }

    private static String failure(Ended ended) {
        return switch (ended) {
            case Ended.Done _ -> "–";
            case Ended.OverLimit(var limit) -> "> " + limit.toSeconds() + " s";
            case Ended.Failed(var reason) -> "failed: " + reason.replace('|', '/');
        };
    }

    static String megabytes(long bytes) {
        return String.format(Locale.ROOT, bytes < 10_000_000 ? "%.1f MB" : "%.0f MB", bytes / 1e6);
    }

    /** Who wrote nothing has read nothing. */
    private static String rate(Series series, long bytes) {
        double rate = bytes / 1e6 / median(series, Took::wall);
        return series.output().isEmpty() ? "–" : String.format(Locale.ROOT, "%.0f", rate);
    }

    private static double median(Series series, ToDoubleFunction<Took> figure) {
        var values =
                series.rounds().values().stream().mapToDouble(figure).boxed().toList();
        return values.isEmpty() ? Double.NaN : PairedRatio.median(values);
    }

    private static String figure(Series series, ToDoubleFunction<Took> figure, String format) {
        double median = median(series, figure);
        return Double.isNaN(median) ? "–" : String.format(Locale.ROOT, format, median);
    }

    private static String spread(Series series, ToDoubleFunction<Took> figure) {
        var all = series.rounds().values().stream().mapToDouble(figure).summaryStatistics();
        return String.format(Locale.ROOT, "%.3f [%.3f, %.3f]", median(series, figure), all.getMin(), all.getMax());
    }

    /** Of the rounds in which both ran. */
    private static String ratio(Series series, Series reference, ToDoubleFunction<Took> figure) {
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
