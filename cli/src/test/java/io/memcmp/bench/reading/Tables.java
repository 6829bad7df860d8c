package io.memcmp.bench.reading;

import io.memcmp.bench.contest.Contest.Series;
import io.memcmp.bench.contest.Figures;
import io.memcmp.bench.contest.Stopwatch.Ended;
import io.memcmp.bench.contest.Stopwatch.Took;
import java.util.List;
import java.util.Locale;

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
        var table = new StringBuilder("| " + Figures.megabytes(bytes)
                + " | wall s, median [min, max] | CPU s | peak RSS MB | MB/s | wall, times memcmp's | CPU, times memcmp's | n |\n"
                + "|-|-|-|-|-|-|-|-|\n");
        for (var series : all) {
            var cells = switch (series.last()) {
                case Ended.Done _ ->
                    String.format(
                            Locale.ROOT,
                            "%s | %s | %s | %s | %s | %s | %d",
                            Figures.spread(series, Took::wall),
                            Figures.figure(series, Took::cpu, "%.2f"),
                            Figures.figure(series, Took::peak, "%.0f"),
                            rate(series, bytes),
                            Figures.ratio(series, all.getFirst(), Took::wall),
                            Figures.ratio(series, all.getFirst(), Took::cpu),
                            series.rounds().size());
                case Ended.OverLimit(var limit) ->
                    String.format(
                            Locale.ROOT,
                            "> %d | – | – | – | > %.1f | – | %d",
                            limit.toSeconds(),
                            limit.toSeconds() / Figures.median(all.getFirst(), Took::wall),
                            series.rounds().size());
                case Ended.Failed failed -> Figures.failure(failed) + " | – | – | – | – | – | 0";
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
                double seconds = Figures.median(series, Took::wall);
                table.append(String.format(
                        Locale.ROOT,
                        "%.0f | %.0f | %.2f | %s | %s | %d |%n",
                        reads / seconds,
                        reads * bytes / 1e6 / seconds,
                        1e3 * seconds / reads,
                        Figures.ratio(series, all.getFirst(), Took::wall),
                        Figures.ratio(series, all.getFirst(), Took::cpu),
                        series.rounds().size()));
            } else {
                table.append(Figures.failure(series.last())).append(" | – | – | – | – | 0 |\n");
            }
        }
        return table.toString();
    }

    /** Who wrote nothing has read nothing. */
    private static String rate(Series series, long bytes) {
        double rate = bytes / 1e6 / Figures.median(series, Took::wall);
        return series.output().isEmpty() ? "–" : String.format(Locale.ROOT, "%.0f", rate);
    }
}
