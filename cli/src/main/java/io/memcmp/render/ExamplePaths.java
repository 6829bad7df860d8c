package io.memcmp.render;

import io.memcmp.analysis.Observed;
import io.memcmp.analysis.leak.LeakPath;
import io.memcmp.result.CellResult;
import io.memcmp.result.OldObjects;
import io.memcmp.result.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** Samples of old objects: examples of paths, cell by cell, never side by side. */
final class ExamplePaths {
    private ExamplePaths() {}

    static List<Block> of(Report.Run run, CellNames names) {
        var blocks = new ArrayList<Block>();
        for (var cell : run.cells()) {
            cell.diagnosis().oldObjects().ifPresent(samples -> blocks.addAll(of(cell, samples, names)));
        }
        if (!blocks.isEmpty()) {
            blocks.addFirst(new Block.Heading("Example paths of old objects"));
            blocks.add(
                    new Block.Note("sampled in a trial of its own for each cell, after all trials with figures; which"
                            + " objects are sampled differs with the collector beyond any use for comparison: these are examples,"
                            + " no number here stands for bytes, and no sample means unknown, not that nothing leaks"));
        }
        return blocks;
    }

    private static List<Block> of(CellResult cell, Observed<OldObjects> samples, CellNames names) {
        var blocks = new ArrayList<Block>();
        var collector = cell.cell().collector().id();
        var own = names.of(cell.cell()); // in a run of one cell it may be empty
        var name = own.isEmpty() || own.equals(collector) ? collector : own + " (" + collector + ")";
        switch (samples) {
            case Observed.Missing<OldObjects>(var reason) -> blocks.add(new Block.Note(name + ": unknown: " + reason));
            case Observed.Present<OldObjects>(var found) -> {
                blocks.add(new Block.Note(name + ": " + counts(found)));
                found.paths().forEach(path -> blocks.add(new Block.Note("  " + path(path))));
            }
        }
        return blocks;
    }

    private static String counts(OldObjects found) {
        if (found.samples() == 0) {
            return "no sample: unknown, not no leak";
        }
        return found.samples() + " samples, " + found.withRoot() + " with a path to a root"
                + (found.otherPaths() > 0
                        ? "; the most frequent of " + (found.paths().size() + found.otherPaths()) + " paths"
                        : "");
    }

    private static String path(LeakPath path) {
        return path.samples() + (path.samples() == 1 ? " sample: " : " samples: ") + path.root() + " → "
                + path.steps().stream()
                        .map(step -> step.reference().isEmpty()
                                ? step.className()
                                : step.reference() + " → " + step.className())
                        .collect(Collectors.joining(" "));
    }
}
