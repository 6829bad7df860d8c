package io.memcmp.render;

import io.memcmp.result.Budget;
import io.memcmp.result.CheckedLimit;
import io.memcmp.result.Metric;
import io.memcmp.result.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A check for a spreadsheet: one line for each limit of each cell, in base units. */
final class CheckRows {
    private static final List<String> HEADER = List.of(
            "status",
            "file",
            "subject",
            "collector",
            "jdk",
            "heap",
            "layout",
            "metric",
            "unit",
            "side",
            "limit",
            "n",
            "median",
            "low",
            "high",
            "absent",
            "reason",
            "further_blocks");

    private CheckRows() {}

    static List<List<String>> of(Report.Checked checked) {
        var words = new CheckWords(checked);
        var rows = new ArrayList<List<String>>();
        rows.add(HEADER);
        checked.results().forEach(result -> rows.add(row(result, words)));
        return rows;
    }

    private static List<String> row(CheckedLimit result, CheckWords words) {
        var line = new ArrayList<String>();
        line.add(CheckWords.status(result.status()));
        line.addAll(CompareRows.identity(result.point()));
        line.add(result.metric().map(Metric::id).orElse(""));
        line.add(result.metric().map(metric -> metric.unit().symbol()).orElse(""));
        line.add(result.budget()
                .map(budget -> budget.side().name().toLowerCase(Locale.ROOT))
                .orElse(result.metric().isPresent() ? "baseline" : ""));
        line.add(result.budget().map(Budget::limit).map(CsvRenderer::number).orElse(""));
        line.addAll(CompareRows.figure(result.figure()));
        line.add(words.reason(result));
        line.add(Integer.toString(result.further()));
        return line;
    }
}
