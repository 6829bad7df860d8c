package io.memcmp.experiment;

import io.memcmp.analysis.Observed;
import io.memcmp.result.CellResult;
import io.memcmp.result.Conduct;
import io.memcmp.result.Report;
import io.memcmp.result.TrialResult;
import io.memcmp.stats.Drift;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;

/** How a run went. */
final class Conducts {
    /** Share of disturbed trials beyond which the rest is no longer believed either. */
    private static final double NOISY = 0.2;

    private Conducts() {}

    static Conduct of(Report.Planned planned, Blocks blocks, List<CellResult> cells) {
        int setAside = cells.stream().mapToInt(CellResult::disturbed).sum();
        int counted = cells.stream().mapToInt(cell -> cell.trials().size()).sum();
        boolean noisy = setAside > NOISY * (setAside + counted);
        int tolerated = (int) cells.stream()
                .flatMap(cell -> cell.trials().stream())
                .filter(trial -> trial.noise().tolerated())
                .count();
        var drift = drift(cells);
        var warnings = warnings(cells, noisy, setAside, setAside + counted, tolerated);
        drift.present()
                .filter(Drift::significant)
                .ifPresent(told -> warnings.add(String.format(
                        Locale.ROOT,
                        "the machine drifted: wall times changed by %+.1f %% over the run; comparisons are made within"
                                + " blocks, which leaves that out",
                        told.change() * 100)));
        return new Conduct(
                planned.origin(),
                blocks.begun(),
                setAside + tolerated,
                blocks.repeated(),
                noisy,
                blocks.resumed(),
                drift,
                warnings);
    }

    private static Observed<Drift> drift(List<CellResult> cells) {
        var walls = cells.stream()
                .filter(CellResult::completed)
                .map(Conducts::walls)
                .toList();
        return Drift.of(walls).map(Observed::of).orElse(Observed.missing("needs three blocks"));
    }

    private static Map<Integer, Double> walls(CellResult cell) {
        var walls = new TreeMap<Integer, Double>();
        for (var trial : cell.trials()) {
            trial.facts()
                    .wall()
                    .value()
                    .ifPresent(wall -> walls.put(trial.trial().block(), wall));
        }
        return walls;
    }

    private static List<String> warnings(List<CellResult> cells, boolean noisy, int setAside, int all, int tolerated) {
        var warnings = new ArrayList<String>();
        if (noisy) {
            warnings.add(
                    ("the machine disturbed %d of %d trials, more than a fifth: too noisy for a verdict; stop other"
                                    + " work, or count them with --keep-noisy")
                            .formatted(setAside, all));
        }
        if (tolerated > 0) {
            warnings.add("the machine disturbed %d of the %d trials that count".formatted(tolerated, all - setAside));
        }
        long throttled = all(cells)
                .filter(trial -> trial.noise().throttled().value().orElse(0) > 0)
                .count();
        if (throttled > 0) {
            warnings.add(
                    ("the CPU limit of a control group stopped the program in %d of %d trials: wall times are those of"
                                    + " a program under that limit")
                            .formatted(throttled, all(cells).count()));
        }
        return warnings;
    }

    private static Stream<TrialResult> all(List<CellResult> cells) {
        return cells.stream().flatMap(cell -> cell.trials().stream());
    }
}
