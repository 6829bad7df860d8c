package io.memcmp.result;

import io.memcmp.analysis.Observed;
import io.memcmp.stats.Comparison;
import io.memcmp.stats.Power;
import io.memcmp.stats.Verdict;
import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.Collectors;

/** What weakens a run's comparisons, or keeps them from being made. */
final class Warnings {
    private static final String ONE_CELL = "one cell: ";
    private static final String TOO_FEW = " verdict can be given at 95 %; it takes at least --repeat ";

    private Warnings() {}

    /** {@return whether it is of the comparisons of its run alone, and nothing to who compares the run with another} */
    static boolean inside(String warning) {
        return warning.startsWith(ONE_CELL) || warning.contains(TOO_FEW);
    }

    static List<String> of(List<CellResult> cells, List<Judgement> judgements) {
        var warnings = new ArrayList<String>();
        if (cells.size() == 1) {
            warnings.add(ONE_CELL + "there is nothing to hold it against, so nothing can be concluded");
            return warnings;
        }
        int trials = cells.stream().mapToInt(cell -> cell.trials().size()).max().orElse(0);
        var needed = needed(judgements);
        if (needed.isPresent()) {
            warnings.add((trials == 1 ? "one trial of each cell" : "at most " + trials + " trials of each cell")
                    + ": what differs may be chance, and "
                    + (judgements.stream().anyMatch(Judgement::conclusive) ? "for some comparisons no" : "no")
                    + TOO_FEW + needed.getAsInt());
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
        return judgements.stream()
                .filter(judgement -> judgement.judged().isPresent()
                        && judgement.comparison().present().isPresent())
                .collect(Collectors.groupingBy(Warnings::family, Collectors.counting()))
                .values()
                .stream()
                .mapToInt(size -> Power.fewestBlocks(Math.toIntExact(size), Judgements.ALPHA))
                .max();
    }

    private static String family(Judgement judgement) {
        return judgement.judged() + " " + judgement.cell().key().subject();
    }

    private static boolean tooFew(Judgement judgement) {
        return judgement.judged().isPresent()
                && judgement.comparison() instanceof Observed.Present<Comparison>(var comparison)
                && comparison.verdict() instanceof Verdict.TooFew;
    }
}
