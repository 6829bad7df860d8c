package io.memcmp.render;

import io.memcmp.analysis.Observed;
import io.memcmp.analysis.RecordingProfile;
import io.memcmp.analysis.leak.GrowthProfile;
import io.memcmp.plan.Axis;
import io.memcmp.plan.Subject;
import io.memcmp.result.CellGrowth;
import io.memcmp.result.CellResult;
import io.memcmp.result.GrowthAgreement;
import io.memcmp.result.Report;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/**
 * Whether the heap after collections grows, in a sentence for each cell and one for the collectors together. Of bundled
 * workloads, whose windows are short, only what grows is told.
 */
final class GrowthNotes {
    private GrowthNotes() {}

    static List<Block> of(Report.Run run, CellNames names) {
        var sentences = new ArrayList<String>();
        var agreements = GrowthAgreement.of(run.cells());
        for (var agreement : agreements) {
            if (told(agreement)) {
                var place = names.beside(
                        Axis.COLLECTOR, agreement.cells().getFirst().cell());
                sentences.add((place.isEmpty() ? "" : place + ": ") + sentence(agreement, names));
            }
        }
        var silent = agreements.stream()
                .filter(agreement -> agreement.verdict() == GrowthAgreement.Verdict.NOT_SHOWN)
                .flatMap(agreement -> agreement.cells().stream())
                .map(CellGrowth::cell)
                .toList();
        var untold = new LinkedHashMap<String, List<String>>();
        for (var cell : run.cells()) {
            var growth = CellGrowth.of(cell);
            if (growth.isPresent() && !silent.contains(cell.cell()) && told(growth.get())) {
                sentences.add(names.of(cell.cell()) + ": " + sentence(growth.get(), cell));
            } else if (growth.isEmpty() && !bundled(cell)) {
                reason(cell, untold, names.of(cell.cell()));
            }
        }
        untold.forEach((reason, cells) -> sentences.add(
                "growth of the heap after collections is not told for " + String.join(", ", cells) + ": " + reason));
        return sentences.stream().<Block>map(Block.Note::new).toList();
    }

    /** What one recording tells; where it tells nothing, the reason stands among those of the other figures. */
    static List<Block> of(RecordingProfile profile, String name) {
        return profile.growth().present().stream()
                .filter(growth -> growth.grows() || !profile.window().marked())
                .<Block>map(growth -> new Block.Note((name.isEmpty() ? "" : name + ": ") + sentence(growth, profile)))
                .toList();
    }

    private static String sentence(GrowthProfile growth, RecordingProfile profile) {
        return GrowthWords.sentence(
                growth,
                profile.window().duration(),
                Duration.between(growth.since(), profile.window().end()));
    }

    private static boolean bundled(CellResult cell) {
        return cell.cell().subject() instanceof Subject.Bundled;
    }

    private static boolean told(CellGrowth growth) {
        return growth.growing() > 0 || !(growth.cell().subject() instanceof Subject.Bundled);
    }

    private static boolean told(GrowthAgreement agreement) {
        return agreement.cells().stream().anyMatch(GrowthNotes::told);
    }

    private static void reason(CellResult cell, Map<String, List<String>> untold, String name) {
        cell.trials().stream()
                .flatMap(trial -> trial.facts().profile().present().stream())
                .<String>mapMulti((profile, next) -> {
                    if (profile.growth() instanceof Observed.Missing<GrowthProfile>(var reason)) {
                        next.accept(reason);
                    }
                })
                .findFirst()
                .ifPresent(reason ->
                        untold.computeIfAbsent(reason, _ -> new ArrayList<>()).add(name));
    }

    private static String sentence(CellGrowth growth, CellResult cell) {
        if (growth.of() == 1) {
            return cell.profile()
                    .map(profile -> sentence(growth.middle(), profile))
                    .orElseThrow();
        }
        var rate = GrowthWords.rate(growth.bytesPerSecond(), growth.low(), growth.high());
        if (growth.grows()) {
            return "the heap after collections grows in all " + growth.of() + " trials, by " + rate
                    + GrowthWords.outOfMemory(growth.middle());
        }
        return growth.growing() == 0
                ? "no growth of the heap after collections is shown: " + rate
                : "the heap after collections grows in " + growth.growing() + " of " + growth.of() + " trials: " + rate;
    }

    private static String sentence(GrowthAgreement agreement, CellNames names) {
        var all = agreement.cells().size();
        var growing = agreement.growing();
        var range = GrowthWords.between(agreement.slowest(), agreement.fastest());
        return switch (agreement.verdict()) {
            case GROWS -> "the heap after collections grows under all " + all + " collectors that tell: " + range;
            case RATES_DIFFER ->
                "the heap after collections grows under all " + all + " collectors that tell, but not at one rate: "
                        + range;
            case OPEN ->
                "the heap after collections grows under " + collectors(growing, names) + "; under "
                        + collectors(agreement.others(), names)
                        + " growth is neither shown nor excluded";
            case DISAGREE ->
                "collectors disagree: the heap after collections grows under " + collectors(growing, names)
                        + " and far less or not at all under " + collectors(agreement.others(), names)
                        + "; what grows is then rather dead objects left uncollected than a leak";
            case NOT_SHOWN ->
                "no growth of the heap after collections is shown under any of the " + all + " collectors that tell: "
                        + range;
        };
    }

    private static String collectors(List<CellGrowth> cells, CellNames names) {
        return cells.stream()
                .map(cell -> names.along(Axis.COLLECTOR, cell.cell()))
                .collect(Collectors.joining(", "));
    }
}
