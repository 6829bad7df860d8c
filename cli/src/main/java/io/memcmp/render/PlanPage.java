package io.memcmp.render;

import io.memcmp.plan.Skipped;
import io.memcmp.plan.Trial;
import io.memcmp.result.Report;
import io.memcmp.result.Unit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What a run is going to do. */
final class PlanPage {
    private static final List<String> COLUMNS = List.of(
            "position",
            "block",
            "attempt",
            "subject",
            "collector",
            "jdk",
            "heap_bytes",
            "heap_multiple",
            "headers",
            "compressed_oops",
            "cell",
            "command");

    private PlanPage() {}

    static List<Block> of(Report.Planned planned, boolean details) {
        var plan = planned.plan();
        var names = CellNames.of(
                Stream.concat(plan.cells().stream(), plan.skipped().stream().map(Skipped::cell))
                        .toList(),
                planned.subjects().size());
        var label = planned.subjects().stream().map(each -> each.label()).collect(Collectors.joining(", "));
        var common = names.common();
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Heading("Plan: " + label + (common.isEmpty() ? "" : " · " + common)));
        blocks.add(new Block.Note("%d cells, %d trials: %s%d blocks after %s, seed %d"
                .formatted(
                        plan.cells().size(),
                        plan.trials().size(),
                        planned.design().protocol().precision().isPresent() ? "at most " : "",
                        plan.counted(),
                        ConductNotes.warmUp(planned.design()),
                        plan.seed())));
        blocks.add(new Block.Note("likely duration: " + Quantities.text(planned.likelyNanos(), Unit.NANOSECONDS)));
        blocks.add(new Block.Table(
                List.of("block", "order"),
                plan.blocks().stream().map(block -> row(block, names)).toList(),
                Block.Kind.WORDS));
        var byReason = new LinkedHashMap<String, List<String>>();
        plan.skipped()
                .forEach(skipped -> byReason.computeIfAbsent(skipped.reason(), _ -> new ArrayList<>())
                        .add(names.of(skipped.cell())));
        byReason.forEach(
                (reason, cells) -> blocks.add(new Block.Note("skipped " + String.join(", ", cells) + ": " + reason)));
        if (details) {
            blocks.add(new Block.Heading("Command lines"));
            for (int i = 0; i < planned.commands().size(); i++) {
                blocks.add(new Block.Note(place(plan.trials().get(i)) + ", "
                        + names.of(plan.trials().get(i).cell()) + ": "
                        + String.join(" ", planned.commands().get(i))));
            }
        }
        blocks.add(new Block.Note("nothing was launched; the run would go to " + planned.directory()));
        return List.copyOf(blocks);
    }

    private static List<String> row(List<Trial> block, CellNames names) {
        return List.of(
                block.getFirst().warmsUp()
                        ? "warm-up"
                        : Integer.toString(block.getFirst().block()),
                block.stream().map(trial -> names.of(trial.cell())).collect(Collectors.joining(", ")));
    }

    private static String place(Trial trial) {
        return trial.warmsUp() ? "warm-up" : "block " + trial.block();
    }

    static List<List<String>> rows(Report.Planned planned) {
        var rows = new ArrayList<List<String>>();
        rows.add(COLUMNS);
        var trials = planned.plan().trials();
        for (int i = 0; i < trials.size(); i++) {
            var trial = trials.get(i);
            var row = new ArrayList<String>();
            row.add(Integer.toString(i + 1));
            row.add(Integer.toString(trial.block()));
            row.add(Integer.toString(trial.attempt()));
            row.addAll(CsvRenderer.axes(trial.cell()));
            row.add(trial.cell().id());
            row.add(
                    i < planned.commands().size()
                            ? String.join(" ", planned.commands().get(i))
                            : "");
            rows.add(row);
        }
        return rows;
    }
}
