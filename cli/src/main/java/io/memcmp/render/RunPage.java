package io.memcmp.render;

import io.memcmp.analysis.Completeness;
import io.memcmp.launch.Outcome;
import io.memcmp.plan.Subject;
import io.memcmp.result.CellResult;
import io.memcmp.result.Metric;
import io.memcmp.result.Metrics;
import io.memcmp.result.Report;
import io.memcmp.result.Summary;
import io.memcmp.result.TrialResult;
import io.memcmp.result.Unit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The report of a run: headline, one table over the cells, what the objects cost, and the details on demand. */
final class RunPage {
    private static final int LAST_LINES = 5;

    private final Report.Run run;
    private final CellNames names;
    /** Reasons of absent figures and the letters that stand for them in the table. */
    private final Map<String, String> footnotes = new LinkedHashMap<>();

    private RunPage(Report.Run run) {
        this.run = run;
        this.names = CellNames.of(run);
    }

    static List<Block> of(Report.Run run, boolean details) {
        return new RunPage(run).blocks(details);
    }

    private List<Block> blocks(boolean details) {
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Heading(title()));
        blocks.add(new Block.Note(tally()));
        blocks.addAll(Headline.of(run, names));
        if (!run.cells().isEmpty()) {
            blocks.add(table());
        }
        footnotes.forEach((reason, letter) -> blocks.add(new Block.Note(letter + ": " + reason)));
        remarks(blocks);
        blocks.addAll(WorkNotes.of(run, names));
        blocks.addAll(OverheadTable.of(run, names));
        if (details) {
            run.cells().forEach(cell -> blocks.addAll(CellPage.of(cell, names)));
        }
        blocks.add(new Block.Heading("Files"));
        blocks.add(new Block.Note("recordings, GC logs, output and report.json are in " + run.directory()));
        return List.copyOf(blocks);
    }

    private String title() {
        var common = names.common();
        return run.subject().label() + (common.isEmpty() ? "" : " · " + common);
    }

    private String tally() {
        var parts = new ArrayList<String>();
        long completed = run.cells().stream().filter(CellResult::completed).count();
        long notRun =
                run.cells().stream().filter(cell -> cell.trials().isEmpty()).count();
        long others = run.cells().size() - completed - notRun;
        parts.add(completed + " of " + (run.cells().size() + run.skipped().size()) + " cells measured");
        if (others > 0) {
            parts.add(others + " did not complete");
        }
        if (notRun > 0) {
            parts.add(notRun + " not reached");
        }
        if (!run.skipped().isEmpty()) {
            parts.add(run.skipped().size() + " skipped");
        }
        if (run.design().blocks() > 1) {
            parts.add(run.design().blocks() + " blocks, median and range");
        }
        parts.add("seed " + run.design().seed());
        return (run.interrupted() ? "interrupted: " : "") + String.join(", ", parts);
    }

    private Block table() {
        var time = run.subject() instanceof Subject.Bundled ? Metrics.WINDOW : Metrics.WALL;
        var columns = new LinkedHashMap<String, Metric>();
        columns.put(time.id(), time);
        columns.put("pause max", Metrics.PAUSE_MAX);
        columns.put("stopped", Metrics.STOP_SUM);
        columns.put("GC CPU", Metrics.GC_CPU_SHARE);
        columns.put("live set", Metrics.LIVE_SET);
        columns.put("RSS", Metrics.PEAK_RESIDENT);
        var header = new ArrayList<String>();
        header.add("");
        header.addAll(columns.keySet());
        var rows = new ArrayList<List<String>>();
        for (var cell : run.cells()) {
            rows.add(row(names.of(cell.cell()), cell, columns));
            if (cell.trials().size() > 1) {
                rows.add(ranges(cell, columns));
            }
        }
        return new Block.Table(header, rows, Block.Kind.FIGURES);
    }

    private List<String> row(String name, CellResult cell, Map<String, Metric> columns) {
        var row = new ArrayList<String>();
        row.add(name);
        columns.values()
                .forEach(metric -> row.add(
                        switch (cell.summary(metric)) {
                            case Summary.Of(var sample) -> Quantities.text(sample.median(), metric.unit());
                            case Summary.Absent(var reason) -> "– " + footnote(reason);
                        }));
        return row;
    }

    private List<String> ranges(CellResult cell, Map<String, Metric> columns) {
        var row = new ArrayList<String>();
        row.add("");
        columns.values()
                .forEach(metric -> row.add(
                        switch (cell.summary(metric)) {
                            case Summary.Of(var sample) ->
                                Quantities.range(sample.min(), sample.max(), sample.median(), metric.unit());
                            case Summary.Absent _ -> "";
                        }));
        return row;
    }

    private String footnote(String reason) {
        return footnotes.computeIfAbsent(reason, _ -> letters(footnotes.size()));
    }

    /** a to z, then aa, ab and on. */
    private static String letters(int number) {
        var last = String.valueOf((char) ('a' + number % 26));
        return number < 26 ? last : letters(number / 26 - 1) + last;
    }

    private void remarks(List<Block> blocks) {
        for (var cell : run.cells()) {
            var name = names.of(cell.cell());
            if (!cell.completed() && !cell.trials().isEmpty()) {
                var texts = cell.trials().stream()
                        .map(trial -> trial.facts().outcome().text())
                        .distinct()
                        .toList();
                blocks.add(new Block.Note(name + ": " + String.join("; ", texts)));
                blocks.addAll(lastLines(cell));
            }
            cell.trials()
                    .forEach(trial -> trial.salvaged()
                            .ifPresent(
                                    left -> blocks.add(new Block.Note("%s: recording incomplete, it covers %s of %s: %s"
                                            .formatted(name, covered(left), wall(trial), left.reason())))));
            cell.remarks().forEach(remark -> blocks.add(new Block.Note(name + ": " + remark)));
        }
        skippedByReason()
                .forEach((reason, cells) ->
                        blocks.add(new Block.Note("skipped " + String.join(", ", cells) + ": " + reason)));
    }

    /** What the program said last, of the first trial that failed: it is the same in the others, or it is in the files. */
    private static List<Block> lastLines(CellResult cell) {
        return cell.trials().stream()
                .flatMap(trial -> trial.facts().outcome() instanceof Outcome.Failed(var _, var _, var lines)
                        ? Stream.of(lines)
                        : Stream.empty())
                .findFirst()
                .map(lines -> lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()))
                .orElse(List.of())
                .stream()
                .<Block>map(line -> new Block.Note("  | " + line))
                .toList();
    }

    private static String covered(Completeness left) {
        return Quantities.text(Duration.between(left.from(), left.to()).toNanos(), Unit.NANOSECONDS);
    }

    private static String wall(TrialResult trial) {
        return Quantities.text(trial.facts().wall(), Unit.NANOSECONDS);
    }

    private Map<String, List<String>> skippedByReason() {
        var byReason = new LinkedHashMap<String, List<String>>();
        run.skipped()
                .forEach(skipped -> byReason.computeIfAbsent(skipped.reason(), _ -> new ArrayList<>())
                        .add(names.of(skipped.cell())));
        return byReason;
    }
}
