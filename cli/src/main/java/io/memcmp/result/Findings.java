package io.memcmp.result;

import io.memcmp.analysis.Observed;
import java.util.List;

/**
 * What a run's comparisons say; each statement of a report is made of these.
 *
 * @param judgements every metric of every cell against its reference
 * @param warnings what weakens them, in the user's words
 * @param gcCost what collection costs at least
 */
public record Findings(List<Judgement> judgements, List<String> warnings, Observed<GcCost> gcCost) {
    /** Nothing was compared. */
    public static final Findings NONE = new Findings(List.of(), List.of(), Observed.missing("nothing was compared"));

    /** Copies the lists. */
    public Findings {
        judgements = List.copyOf(judgements);
        warnings = List.copyOf(warnings);
    }

    /**
     * {@return the same, and what collection costs}
     *
     * @param cost what it costs at least
     */
    public Findings with(GcCost cost) {
        return new Findings(judgements, warnings, Observed.of(cost));
    }
}
