package io.memcmp.render;

import io.memcmp.analysis.Completeness;
import io.memcmp.result.CellResult;
import io.memcmp.result.TrialResult;
import io.memcmp.result.Unit;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** How trials ended that did not complete, and what is left of their recordings; of many alike the first is told. */
final class Endings {
    /** So many are told one by one. */
    private static final int FEW = 3;

    private Endings() {}

    static List<String> of(CellResult cell) {
        if (cell.completed() || cell.trials().isEmpty()) {
            return List.of();
        }
        var texts =
                cell.trials().stream().map(trial -> trial.outcome().text()).distinct().toList();
        return texts.size() <= FEW
                ? List.of(String.join("; ", texts))
                : List.of(cell.outcomes() + ": " + String.join("; ", texts.subList(0, FEW)) + " and so on");
    }

    static List<String> incomplete(CellResult cell) {
        var byReason = new LinkedHashMap<String, List<TrialResult>>();
        for (var trial : cell.trials()) {
            trial.salvaged().map(Completeness::reason).ifPresent(reason -> byReason.computeIfAbsent(
                            reason, _ -> new ArrayList<>())
                    .add(trial));
        }
        var told = new ArrayList<String>();
        byReason.forEach((reason, trials) -> {
            if (trials.size() <= FEW) {
                trials.forEach(trial -> told.add("recording incomplete, it covers " + covered(trial) + ": " + reason));
            } else {
                told.add("%d of %d recordings incomplete, the first covers %s: %s"
                        .formatted(trials.size(), cell.trials().size(), covered(trials.getFirst()), reason));
            }
        });
        return told;
    }

    private static String covered(TrialResult trial) {
        var left = trial.salvaged()
                .map(salvaged ->
                        Duration.between(salvaged.from(), salvaged.to()).toNanos())
                .orElse(0L);
        return Quantities.text(left, Unit.NANOSECONDS) + " of "
                + Quantities.text(trial.facts().wall(), Unit.NANOSECONDS);
    }
}
