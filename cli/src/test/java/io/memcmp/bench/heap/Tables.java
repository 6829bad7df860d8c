package io.memcmp.bench.heap;

import io.memcmp.bench.contest.Contest.Series;
import io.memcmp.bench.contest.Figures;
import io.memcmp.bench.contest.Stopwatch.Ended;
import io.memcmp.bench.contest.Stopwatch.Took;
import java.util.List;
import java.util.Locale;

/** The tables as they stand in {@code docs/benchmarks.md}. */
final class Tables {
    private Tables() {}

    /**
     * {@return what one dump took each of them}
     *
     * @param dump that was read
     * @param all how each did
     * @param scan all others are compared with it
     * @param memcmp and with it
     */
    static String of(Dump dump, List<Series> all, Series scan, Series memcmp) {
        var table = new StringBuilder(
                "| reader | wall s, median [min, max] | CPU s | peak RSS MB | peak anonymous MB"
                        + " | anonymous bytes/object | wall, times the scan's | wall, times memcmp's | n |\n|-|-|-|-|-|-|-|-|-|\n");
        long objects = dump.all().total().instances();
        for (var series : all) {
            var cells = switch (series.last()) {
                case Ended.Done _ ->
                    String.format(
                            Locale.ROOT,
                            "%s | %s | %s | %s | %s | %s | %s",
                            Figures.spread(series, Took::wall),
                            Figures.figure(series, Took::cpu, "%.2f"),
                            Figures.figure(series, Took::peak, "%.0f"),
                            Figures.figure(series, Took::anonymous, "%.0f"),
                            Figures.figure(series, took -> 1e6 * took.anonymous() / objects, "%.1f"),
                            Figures.ratio(series, scan, Took::wall),
                            Figures.ratio(series, memcmp, Took::wall));
                case Ended.OverLimit(var limit) ->
                    String.format(
                            Locale.ROOT,
                            "> %d | – | – | – | – | %s | %s",
                            limit.toSeconds(),
                            more(limit.toSeconds(), scan),
                            more(limit.toSeconds(), memcmp));
                case Ended.Failed failed -> Figures.failure(failed) + " | – | – | – | – | – | –";
            };
            table.append(String.format(
                    "| %s | %s | %d |%n", series.title(), cells, series.rounds().size()));
        }
        return table.toString();
    }

    private static String more(long seconds, Series reference) {
        double median = Figures.median(reference, Took::wall);
        return Double.isNaN(median) ? "–" : String.format(Locale.ROOT, "> %.1f", seconds / median);
    }
}
