package io.memcmp.result;

import java.util.List;

/**
 * What a run's comparisons say; each statement of a report is made of these.
 *
 * @param judgements every metric of every cell against its reference
 * @param warnings what weakens them, in the user's words
 */
public record Findings(List<Judgement> judgements, List<String> warnings) {
    /** Nothing was compared. */
    public static final Findings NONE = new Findings(List.of(), List.of());

    /** Copies the lists. */
    public Findings {
        judgements = List.copyOf(judgements);
        warnings = List.copyOf(warnings);
    }
}
