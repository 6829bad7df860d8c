package io.memcmp.result;

import io.memcmp.analysis.Observed;
import io.memcmp.stats.Comparison;
import io.memcmp.stats.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;

/** What weakens a run's comparisons, or keeps them from being made. */
final class Warnings {
    private Warnings() {}

    static List<String> of(List<CellResult> cells, List<Judgement> judgements) {
        var warnings = new ArrayList<String>();
        if (cells.size() == 1) {
            warnings.add("one cell: there is nothing to hold it against, so nothing can be concluded");
            return warnings;
        }
        int trials = cells.stream().mapToInt(cell -> cell.trials().size()).max().orElse(0);
        var needed = needed(judgements);
        if (needed.isPresent()) {
            warnings.add((trials == 1 ? "one trial of each cell" : "at most " + trials + " trials of each cell")
                    + ": what differs may be chance, and "
                    + (judgements.stream().anyMatch(Judgement::conclusive) ? "for some comparisons no" : "no")
                    + " verdict can be given at 95 %; it takes at least --repeat " + needed.getAsInt());
        }
        return warnings;
    }

    private static OptionalInt needed(List<Judgement> judgements) {
        return judgements.stream()
                .filter(judgement -> judgement.judged().isPresent())
                .mapToInt(Warnings::needed)
                .filter(needed -> needed > 0)
                .max();
    }

    private static int needed(Judgement judgement) {
        return judgement.comparison() instanceof Observed.Present<Comparison>(var comparison)
                        && comparison.verdict() instanceof Verdict.TooFew(int trials)
                ? trials
                : 0;
    }
}
