package io.memcmp.render;

import io.memcmp.result.Family;
import io.memcmp.result.Metric;
import io.memcmp.result.Unit;
import io.memcmp.stats.Comparison;
import io.memcmp.stats.Effect;
import io.memcmp.stats.Interval;
import io.memcmp.stats.Verdict;
import io.memcmp.stats.Verdict.Direction;

/**
 * Verdicts in words, the same in every report. Every percentage is one of the reference's figure; the amount that is called "at
 * least" is the nearer end of the simultaneous interval.
 */
final class VerdictWords {
    /** From here on a percentage is harder to read than a factor. */
    private static final double FACTOR = 2;

    private VerdictWords() {}

    /**
     * {@return the verdict: {@code slower by at least 5.1 %}, {@code equivalent within 3 %}, {@code no difference shown; could
     * have shown 7.0 %}}
     *
     * @param metric of what
     * @param comparison of two cells
     * @param margin within which a difference is negligible, 0.03 for 3 %
     */
    static String of(Metric metric, Comparison comparison, double margin) {
        return switch (comparison.verdict()) {
            case Verdict.Differs(var direction, var extent) -> {
                var way = comparative(metric, direction);
                var effect = comparison.effect();
                yield switch (extent) {
                    case BEYOND_MARGIN -> way + " by " + least(effect, metric.unit(), direction);
                    case PERHAPS_NEGLIGIBLE -> way + " by " + estimate(effect, metric.unit()) + ", perhaps negligibly";
                    case NEGLIGIBLE ->
                        way + " by " + estimate(effect, metric.unit()) + ", negligible: within " + percent(margin);
                };
            }
            case Verdict.Equivalent _ -> equivalent(comparison.effect(), margin);
            case Verdict.NotShown(double detectable) ->
                "no difference shown; " + detectable(detectable, comparison.effect(), metric.unit());
            case Verdict.TooFew(int needed) -> "too few trials to tell, it takes " + needed;
        };
    }

    /**
     * {@return what a figure that lies there is called: {@code slower}, {@code smaller}, {@code longer}}
     *
     * @param metric of what
     * @param direction where
     */
    static String comparative(Metric metric, Direction direction) {
        boolean higher = direction == Direction.HIGHER;
        return switch (metric.unit()) {
            case NANOSECONDS -> {
                if (metric.id().endsWith("cpu")) {
                    yield higher ? "more CPU" : "less CPU";
                }
                yield metric.family() == Family.TIME ? higher ? "slower" : "faster" : higher ? "longer" : "shorter";
            }
            case BYTES ->
                metric.family() == Family.ALLOCATION ? higher ? "more" : "less" : higher ? "larger" : "smaller";
            case BYTES_PER_SECOND, GROWTH, BYTE_SECONDS, RATIO -> higher ? "higher" : "lower";
            case COUNT -> higher ? "more" : "fewer";
        };
    }

    /**
     * {@return the estimate with its simultaneous interval: {@code +7.3 % [+5.1 %, +9.4 %]}, {@code ×2.31 [×2.1, ×2.6]}}
     *
     * @param effect how far apart
     * @param unit of the metric
     */
    static String effect(Effect effect, Unit unit) {
        return switch (effect) {
            case Effect.Ratio(double estimate, var _, var all) ->
                change(estimate) + " [" + change(all.low()) + ", " + change(all.high()) + "]";
            case Effect.Difference(double estimate, var _, var all) ->
                signed(estimate, unit) + " [" + signed(all.low(), unit) + ", " + signed(all.high(), unit) + "]";
            case Effect.Exact(double value, double reference) ->
                value == reference ? "the same" : signed(value - reference, unit) + " exactly";
        };
    }

    /**
     * {@return a ratio as a change: {@code +7.3 %}, {@code −20.0 %}, {@code ×2.31}}
     *
     * @param ratio of a figure and its reference, not negative; may be infinite
     */
    static String change(double ratio) {
        if (ratio == Double.POSITIVE_INFINITY) {
            return "∞";
        }
        if (ratio >= FACTOR || ratio <= 1 / (5 * FACTOR)) {
            return "×" + (ratio < 0.1 && ratio > 0 ? "1/" + Quantities.digits(1 / ratio) : Quantities.digits(ratio));
        }
        double percent = (ratio - 1) * 100;
        var sign = percent > 0 ? "+" : percent < 0 ? "−" : "±";
        return sign + Quantities.digits(Math.abs(percent)) + " %";
    }

    /**
     * {@return a share in per cent: {@code 3 %}, {@code 7.25 %}}
     *
     * @param share 0.03 for 3 %
     */
    static String percent(double share) {
        double percent = share * 100;
        double hundredths = Math.rint(percent * 100) / 100;
        return (hundredths == Math.rint(hundredths) ? Long.toString((long) hundredths) : Quantities.digits(percent))
                + " %";
    }

    private static boolean same(Effect effect) {
        return switch (effect) {
            case Effect.Exact(double value, double reference) -> value == reference;
            case Effect.Ratio(double estimate, var _, var all) -> estimate == 1 && point(all);
            case Effect.Difference(double estimate, var _, var all) -> estimate == 0 && point(all);
        };
    }

    private static boolean point(Interval interval) {
        return interval.low() == interval.high();
    }

    private static String equivalent(Effect effect, double margin) {
        return same(effect) ? "the same in every trial" : "equivalent within " + percent(margin);
    }

    private static String detectable(double detectable, Effect effect, Unit unit) {
        return Double.isFinite(detectable)
                ? "could have shown " + amount(detectable, effect, unit)
                : "too few trials to show any";
    }

    /** A relative change for ratios, else in the metric's unit. */
    private static String amount(double change, Effect effect, Unit unit) {
        return effect instanceof Effect.Ratio
                ? change + 1 >= FACTOR
                        ? "a factor of " + Quantities.digits(change + 1)
                        : Quantities.digits(change * 100) + " %"
                : Quantities.text(change, unit);
    }

    private static String least(Effect effect, Unit unit, Direction direction) {
        boolean higher = direction == Direction.HIGHER;
        return switch (effect) {
            case Effect.Ratio(var _, var _, var all) -> "at least " + by(higher ? all.low() : all.high());
            case Effect.Difference(var _, var _, var all) ->
                "at least " + Quantities.text(Math.abs(higher ? all.low() : all.high()), unit);
            case Effect.Exact _ -> "exactly " + estimate(effect, unit);
        };
    }

    private static String estimate(Effect effect, Unit unit) {
        return switch (effect) {
            case Effect.Ratio(double estimate, var _, var _) -> by(estimate);
            case Effect.Difference(double estimate, var _, var _) -> Quantities.text(Math.abs(estimate), unit);
            case Effect.Exact(double value, double reference) -> Quantities.text(Math.abs(value - reference), unit);
        };
    }

    /** By how much a ratio differs from 1. */
    private static String by(double ratio) {
        if (ratio >= FACTOR) {
            return "a factor of " + Quantities.digits(ratio);
        }
        if (ratio < 1 / (5 * FACTOR)) {
            return ratio > 0 ? "a factor of " + Quantities.digits(1 / ratio) : "100 %";
        }
        double percent = Math.abs(ratio - 1) * 100;
        return percent > 0 && percent < 0.005 ? "less than 0.01 %" : Quantities.digits(percent) + " %";
    }

    private static String signed(double figure, Unit unit) {
        if (Double.isInfinite(figure)) {
            return figure > 0 ? "∞" : "−∞";
        }
        var sign = figure > 0 ? "+" : figure < 0 ? "−" : "±";
        return sign + Quantities.text(Math.abs(figure), unit);
    }
}
