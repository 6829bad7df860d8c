package io.memcmp.render;

import io.memcmp.launch.Outcome;
import io.memcmp.plan.Reference;
import io.memcmp.result.CellResult;
import io.memcmp.result.Metrics;
import io.memcmp.result.Report;
import io.memcmp.result.Summary;
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
        blocks.addAll(MinimumHeapNotes.of(run.design().minimumHeaps()));
        var rows = run.cells().stream().map(cell -> Row.of(cell, names)).toList();
        blocks.addAll(Headline.of(run.cells().stream()
                .filter(CellResult::completed)
                .map(cell -> Row.of(cell, names))
                .toList()));
        blocks.addAll(table());
        blocks.addAll(GrowthNotes.of(run, names));
        run.conduct().warnings().forEach(warning -> blocks.add(new Block.Note(warning)));
        run.findings().warnings().forEach(warning -> blocks.add(new Block.Note(warning)));
        blocks.addAll(CostPage.of(run, names));
        remarks(blocks);
        blocks.addAll(ConductNotes.of(run, names));
        blocks.addAll(WorkNotes.of(rows));
        blocks.addAll(OverheadTable.of(rows));
        blocks.addAll(CensusPage.of(run, names, details));
        blocks.addAll(KeptAlive.of(run, names, details));
        blocks.addAll(ExamplePaths.of(run, names));
        blocks.addAll(AgainstReference.of(run, names, details));
        blocks.addAll(MeanTable.of(run, names));
        blocks.addAll(Conclusion.of(run, names));
        if (details) {
            blocks.addAll(CurvesPage.of(run, names));
            run.cells().forEach(cell -> blocks.addAll(CellPage.of(cell, names)));
        }
        blocks.add(new Block.Heading("Files"));
        blocks.add(new Block.Note("recordings, GC logs, output and report.json are in " + run.directory()));
        return List.copyOf(blocks);
    }

    private String title() {
        var common = names.common();
        return run.label() + (common.isEmpty() ? "" : " · " + common);
    }

    private String tally() {
        var parts = new ArrayList<String>();
        long completed = run.cells().stream().filter(CellResult::completed).count();
        long notRun = count("not_run");
        long setAside = count("set_aside");
        long others = count("not_completed");
        parts.add(completed + " of " + (run.cells().size() + run.skipped().size()) + " cells measured");
        if (others > 0) {
            parts.add(others + " did not complete");
        }
        if (setAside > 0) {
            parts.add(setAside + " set aside");
        }
        if (notRun > 0) {
            parts.add(notRun + " not reached");
        }
        if (!run.skipped().isEmpty()) {
            parts.add(run.skipped().size() + " skipped");
        }
        if (run.design().blocks() > 1) {
            int begun = run.conduct().blocks() > 0
                    ? run.conduct().blocks()
                    : run.design().blocks();
            parts.add(begun + " blocks after " + ConductNotes.warmUp(run.design()) + ", median and "
                    + (intervals() ? "its 95 % interval" : "range"));
        }
        parts.add("seed " + run.design().seed());
        return (run.interrupted() ? "interrupted: " : "") + String.join(", ", parts);
    }

    private long count(String status) {
        return run.cells().stream().filter(cell -> cell.status().equals(status)).count();
    }

    /** Whether there are enough trials of some cell that its median has one. */
    private boolean intervals() {
        return run.cells().stream()
                .flatMap(cell -> Metrics.ALL.stream().map(cell::summary))
                .anyMatch(summary ->
                        summary instanceof Summary.Of(var sample) && Spread.of(sample) instanceof Spread.Known);
    }

    private List<Block> table() {
        var table = new MetricTable(run.bundled() ? Metrics.WINDOW : Metrics.WALL);
        run.findings()
                .reference()
                .filter(_ -> run.findings().conclusive())
                .ifPresentOrElse(
                        reference -> grouped(table, reference),
                        () -> run.cells().forEach(cell -> line(table, Row.of(cell, names), cell)));
        return table.blocks();
    }

    /** Cells that are compared stand together, their reference first. */
    private void grouped(MetricTable table, Reference reference) {
        var groups = new LinkedHashMap<String, List<CellResult>>();
        run.cells()
                .forEach(cell -> groups.computeIfAbsent(
                                names.beside(reference.axis(), cell.cell()), _ -> new ArrayList<>())
                        .add(cell));
        groups.forEach((group, cells) -> {
            if (groups.size() > 1) {
                table.header(group);
            }
            Stream.concat(
                            cells.stream().filter(cell -> reference.holds(cell.cell())),
                            cells.stream().filter(cell -> !reference.holds(cell.cell())))
                    .forEach(cell ->
                            line(table, Row.of(cell, names).named(names.along(reference.axis(), cell.cell())), cell));
        });
    }

    private void line(MetricTable table, Row row, CellResult cell) {
        table.medians(row);
        if (cell.trials().size() > 1) {
            table.scatter(row, intervals());
        }
    }

    private void remarks(List<Block> blocks) {
        for (var cell : run.cells()) {
            var name = names.of(cell.cell());
            Endings.of(cell).forEach(ending -> blocks.add(new Block.Note(name + ": " + ending)));
            blocks.addAll(lastLines(cell));
            Endings.incomplete(cell).forEach(left -> blocks.add(new Block.Note(name + ": " + left)));
            cell.remarks().forEach(remark -> blocks.add(new Block.Note(name + ": " + remark)));
        }
        skippedByReason()
                .forEach((reason, cells) ->
                        blocks.add(new Block.Note("skipped " + String.join(", ", cells) + ": " + reason)));
    }

    /** What the program said last, of the first trial that failed: it is the same in the others, or it is in the files. */
    private static List<Block> lastLines(CellResult cell) {
        return cell.trials().stream()
                .flatMap(trial -> trial.outcome() instanceof Outcome.Failed(var _, var _, var lines)
                        ? Stream.of(lines)
                        : Stream.empty())
                .findFirst()
                .map(lines -> lines.subList(Math.max(0, lines.size() - LAST_LINES), lines.size()))
                .orElse(List.of())
                .stream()
                .<Block>map(line -> new Block.Note("  | " + line))
                .toList();
    }

    private Map<String, List<String>> skippedByReason() {
        var byReason = new LinkedHashMap<String, List<String>>();
        run.skipped()
                .forEach(skipped -> byReason.computeIfAbsent(skipped.reason(), _ -> new ArrayList<>())
                        .add(names.of(skipped.cell())));
        return byReason;
    }
}
