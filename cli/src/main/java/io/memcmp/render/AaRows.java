package io.memcmp.render;

import io.memcmp.analysis.Observed;
import io.memcmp.result.Aa;
import io.memcmp.result.SelfTests;
import io.memcmp.stats.SelfTest;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** A configuration against itself as lines of CSV: one for each metric and number of blocks. */
final class AaRows {
    private static final List<String> COLUMNS = List.of(
            "metric",
            "unit",
            "scale",
            "second_to_first",
            "estimate",
            "low",
            "high",
            "adjusted_p",
            "verdict",
            "spread",
            "false_alarms",
            "draws",
            "sequential_false_alarms",
            "windows",
            "blocks",
            "minimal_detectable",
            "absent");

    private AaRows() {}

    static List<List<String>> of(Aa aa) {
        var rows = new ArrayList<List<String>>();
        rows.add(COLUMNS);
        aa.tests().forEach(test -> add(rows, test));
        return rows;
    }

    private static void add(List<List<String>> rows, SelfTests row) {
        var name = row.metric().id();
        var unit = row.metric().unit().symbol();
        switch (row.test()) {
            case Observed.Missing<SelfTest>(var reason) ->
                rows.add(List.of(name, unit, "", "", "", "", "", "", "", "", "", "", "", "", "", "", reason));
            case Observed.Present<SelfTest>(var test) ->
                test.detectable().forEach(each -> {
                    var line = new ArrayList<String>();
                    line.addAll(List.of(name, unit, test.scale().name().toLowerCase(Locale.ROOT)));
                    line.addAll(ComparisonColumns.compared(test.asRun()));
                    line.addAll(List.of(
                            Double.toString(test.spread()),
                            Integer.toString(test.alarms()),
                            Integer.toString(test.draws()),
                            Integer.toString(test.sequentialAlarms()),
                            Integer.toString(test.windows()),
                            Integer.toString(each.blocks()),
                            Double.toString(each.difference()),
                            ""));
                    rows.add(List.copyOf(line));
                });
        }
    }
}
