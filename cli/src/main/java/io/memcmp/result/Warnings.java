package io.memcmp.result;

import io.memcmp.analysis.Observed;
import io.memcmp.stats.Comparison;
import io.memcmp.stats.Power;
import io.memcmp.stats.Verdict;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
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

    /**
     * How many blocks it takes so that every class can have its verdicts; empty where no verdict is missing for want of blocks. A
     * single trial looks exact, which says nothing of how many it takes: so the families are counted.
     */
    private static OptionalInt needed(List<Judgement> judgements) {
        if (judgements.stream().noneMatch(Warnings::tooFew)) {
            return OptionalInt.empty();
        }
        return Arrays.stream(MetricClass.values())
                .mapToInt(question -> Power.fewestBlocks(
                        Math.max(1, (int) judgements.stream()
                                .filter(judgement -> judgement.judged().equals(Optional.of(question)))
                                .filter(judgement -> judgement.comparison().present().isPresent())
                                .count()),
                        Judgements.ALPHA))
                .max();
    }

    private static boolean tooFew(Judgement judgement) {
        return judgement.judged().isPresent()
                && judgement.comparison() instanceof Observed.Present<Comparison>(var comparison)
                && comparison.verdict() instanceof Verdict.TooFew;
    }
}
