package io.memcmp.result;

import io.memcmp.analysis.Observed;
import io.memcmp.plan.Judging;
import io.memcmp.plan.Reference;
import io.memcmp.plan.Skipped;
import io.memcmp.stats.Comparison;
import io.memcmp.stats.Contrast.Design;
import java.util.List;
import java.util.Optional;

/**
 * What a run's comparisons say; each statement of a report is made of these.
 *
 * @param reference what cells are held against; empty where nothing varies
 * @param judgements every metric of every cell against its reference
 * @param alone cells that have no opposite
 * @param overWorkloads the same over several workloads
 * @param conclusion what each cell comes to, those of one reference together and best first
 * @param gcCost what collection costs at least
 * @param warnings what weakens all that, in the user's words
 */
public record Findings(
        Optional<Reference> reference,
        List<Judgement> judgements,
        List<Opposites.Alone> alone,
        OverWorkloads overWorkloads,
        List<Statement> conclusion,
        Observed<GcCost> gcCost,
        List<String> warnings) {
    /** Nothing was compared. */
    public static final Findings NONE = new Findings(
            Optional.empty(),
            List.of(),
            List.of(),
            OverWorkloads.NONE,
            List.of(),
            Observed.missing("nothing was measured"),
            List.of());

    /** Copies the lists. */
    public Findings {
        judgements = List.copyOf(judgements);
        alone = List.copyOf(alone);
        conclusion = List.copyOf(conclusion);
        warnings = List.copyOf(warnings);
    }

    /**
     * {@return what the cells of a run say when they are held against each other}
     *
     * @param cells what was measured
     * @param skipped what could not be
     * @param judging the reference and the margin, chosen before the run
     * @param windowed whether costs are of the measured window
     */
    public static Findings of(List<CellResult> cells, List<Skipped> skipped, Judging judging, boolean windowed) {
        var opposites = Opposites.of(cells, skipped, judging);
        var pairs = opposites.pairs().stream()
                .map(pair -> new CellPair(CellFigures.of(pair.cell()), CellFigures.of(pair.reference())))
                .toList();
        var judgements = Judgements.of(pairs, windowed, Design.PAIRED, judging.margin());
        var conclusive = judgements.stream().anyMatch(Judgement::conclusive);
        return new Findings(
                opposites.reference(),
                judgements,
                opposites.alone(),
                OverWorkloads.of(opposites.pairs(), windowed, judging.margin()),
                conclusive ? Trade.of(judgements, windowed, judging.margin()) : List.of(),
                Observed.missing("nothing was measured"),
                Warnings.of(cells, judgements));
    }

    /** {@return the same numbers and nothing said of them, for a run that the machine disturbed too much} */
    Findings withoutVerdicts() {
        return new Findings(
                reference,
                judgements.stream().map(Judgement::withoutVerdict).toList(),
                alone,
                OverWorkloads.NONE,
                List.of(),
                gcCost,
                warnings);
    }

    /** {@return whether there is a judged comparison of which something may be said} */
    public boolean conclusive() {
        return judgements.stream().anyMatch(Judgement::conclusive);
    }

    /** {@return the comparisons that are judged} */
    public List<Comparison> judged() {
        return judgements.stream()
                .filter(judgement -> judgement.judged().isPresent())
                .flatMap(judgement -> judgement.comparison().present().stream())
                .toList();
    }

    /**
     * {@return the same, and what collection costs}
     *
     * @param cost what it costs at least
     */
    public Findings with(GcCost cost) {
        return new Findings(reference, judgements, alone, overWorkloads, conclusion, Observed.of(cost), warnings);
    }

    /**
     * {@return the judgements of one class, in its order}
     *
     * @param question which class
     */
    public List<Judgement> of(MetricClass question) {
        return judgements.stream()
                .filter(judgement -> judgement.judged().equals(Optional.of(question)))
                .toList();
    }
}
