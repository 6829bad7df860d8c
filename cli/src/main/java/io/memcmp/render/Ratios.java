package io.memcmp.render;

import io.memcmp.result.Unit;
import io.memcmp.stats.Effect;
import io.memcmp.stats.Interval;
import java.util.Locale;

/** How far a cell lies from its reference, as a multiple of it: {@code 1.55 [1.46, 1.64]}. */
final class Ratios {
    private Ratios() {}

    /** {@return the estimate and its simultaneous interval} Differences are in their unit. */
    static String simultaneous(Effect effect, Unit unit) {
        return switch (effect) {
            case Effect.Ratio(double estimate, var _, var all) -> digits(estimate) + " " + ends(all);
            case Effect.Difference difference -> VerdictWords.effect(difference, unit);
            case Effect.Exact exact -> exact(exact, unit);
        };
    }

    /** {@return the same with the interval of this comparison alone} */
    static String single(Effect effect, Unit unit) {
        return switch (effect) {
            case Effect.Ratio(double estimate, var own, var _) -> digits(estimate) + " " + ends(own);
            case Effect.Difference(double estimate, var own, var _) ->
                VerdictWords.effect(new Effect.Difference(estimate, own, own), unit);
            case Effect.Exact exact -> exact(exact, unit);
        };
    }

    /** {@return the same in a sentence: {@code 1.55 × g1 [1.46, 1.64]}} */
    static String against(Effect effect, Unit unit, String reference) {
        return switch (effect) {
            case Effect.Ratio(double estimate, var _, var all) ->
                digits(estimate) + " × " + reference + " " + ends(all);
            case Effect.Difference difference -> VerdictWords.effect(difference, unit) + " against " + reference;
            case Effect.Exact exact ->
                exact.reference() > 0
                        ? digits(exact.value() / exact.reference()) + " × " + reference + " exactly"
                        : exact(exact, unit) + " against " + reference;
        };
    }

    /** {@return at least two digits that count, also far below 1: 0.023} */
    static String digits(double ratio) {
        if (Double.isInfinite(ratio)) {
            return ratio > 0 ? "∞" : "0"; // of an interval that has no end on this side
        }
        return ratio > 0 && ratio < 0.095
                ? String.format(Locale.ROOT, "%." + (1 - (int) Math.floor(Math.log10(ratio * 1.05))) + "f", ratio)
                : Quantities.digits(ratio);
    }

    private static String ends(Interval interval) {
        return "[" + end(interval.low()) + ", " + end(interval.high()) + "]";
    }

    /** An end that lies beside 1 must not be rounded to it: on which side it lies is the verdict. */
    private static String end(double ratio) {
        double distance = Math.abs(ratio - 1);
        return distance > 0 && distance < 0.005
                ? String.format(Locale.ROOT, "%." + Math.max(3, (int) Math.ceil(-Math.log10(distance))) + "f", ratio)
                : digits(ratio);
    }

    private static String exact(Effect.Exact exact, Unit unit) {
        return exact.reference() > 0
                ? digits(exact.value() / exact.reference()) + " exactly"
                : VerdictWords.effect(exact, unit);
    }
}
