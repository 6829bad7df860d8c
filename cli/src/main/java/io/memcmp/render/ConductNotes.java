package io.memcmp.render;

import io.memcmp.plan.Trial;
import io.memcmp.result.CellResult;
import io.memcmp.result.Report;
import io.memcmp.result.TrialResult;
import java.util.ArrayList;
import java.util.List;

/** How a run went: of each cell which trials were set aside and why. */
final class ConductNotes {
    private ConductNotes() {}

    static List<Block> of(Report.Run run, CellNames names) {
        var blocks = new ArrayList<Block>();
        for (var cell : run.cells()) {
            if (cell.disturbed() > 0) {
                blocks.add(new Block.Note("%s: %d of %d trials set aside: %s"
                        .formatted(
                                names.of(cell.cell()),
                                cell.disturbed(),
                                cell.disturbed() + cell.trials().size(),
                                reasons(cell))));
            }
            if (run.design().blocks() == 1) {
                cell.trials().stream()
                        .filter(trial -> trial.noise().tolerated())
                        .forEach(trial -> blocks.add(new Block.Note(names.of(cell.cell())
                                + ": the machine disturbed this trial: "
                                + String.join(", ", trial.noise().faults()))));
            }
        }
        if (run.conduct().resumed() > 0) {
            blocks.add(new Block.Note(
                    run.conduct().resumed() + " trials were taken over from before the run was interrupted"));
        }
        return List.copyOf(blocks);
    }

    /** {@return how much warm-up there was, as part of a sentence} */
    static String warmUp(Report.Design design) {
        int rounds = design.protocol().warmUpBlocks();
        return switch (rounds) {
            case 0 -> "no warm-up";
            case 1 -> "one to warm up";
            default -> rounds + " to warm up";
        };
    }

    /** Each trial's reasons; of many trials those of the first few, because the rest stands in the JSON. */
    private static String reasons(CellResult cell) {
        var reasons = cell.setAside().stream()
                .filter(trial -> trial.trial().block() != Trial.WARM_UP)
                .map(TrialResult::noise)
                .map(noise -> String.join(", ", noise.faults()))
                .toList();
        int most = 3;
        return String.join("; ", reasons.subList(0, Math.min(most, reasons.size())))
                + (reasons.size() > most ? "; …" : "");
    }
}
