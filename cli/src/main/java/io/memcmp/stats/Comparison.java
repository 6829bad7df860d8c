package io.memcmp.stats;

/**
 * One metric of one cell against its reference.
 *
 * @param effect how far apart
 * @param trials how many of the cell
 * @param referenceTrials how many of the reference
 * @param p two-sided, of this comparison alone
 * @param adjustedP within the family (Bonferroni): at most alpha exactly where the simultaneous interval leaves "no
 *     difference" out
 * @param spread standard deviation of the paired differences, of logarithms for ratios; pooled where trials are independent;
 *     not a number where so few trials leave it open
 * @param minimalDetectable what could have been shown with a power of 80 %, as in {@link Verdict.NotShown}
 * @param verdict what may be said
 */
public record Comparison(
        Effect effect,
        int trials,
        int referenceTrials,
        double p,
        double adjustedP,
        double spread,
        double minimalDetectable,
        Verdict verdict) {}
