package io.memcmp.stats;

import io.memcmp.stats.Contrast.Design;
import io.memcmp.stats.Contrast.Scale;
import io.memcmp.stats.Verdict.Direction;
import io.memcmp.stats.Verdict.Extent;
import java.util.List;

/**
 * Compares the metrics of one family simultaneously. Everything that is said about a comparison follows from its simultaneous
 * interval, at the confidence {@code 1 - alpha / m} for m comparisons: a difference is said exactly where that interval
 * leaves "no difference" out, which is exactly where the adjusted p is at most alpha. So all intervals of a family hold
 * together, and no verdict contradicts its interval or its p. Holm's step-down would refuse "no difference" a little more
 * often, but no intervals that hold together go with it: {@code docs/adr/0007-statistics.md} has the figures.
 */
public final class Comparisons {
    private final int comparisons;
    private final double margin;
    private final double alpha;

    private Comparisons(int comparisons, double margin, double alpha) {
        this.comparisons = comparisons;
        this.margin = margin;
        this.alpha = alpha;
    }

    /**
     * {@return a comparison for each contrast, in their order}
     *
     * @param family all that is compared together
     * @param margin within which a difference is negligible, 0.03 for 3 %; where a difference and no ratio is estimated, that
     *     share of the reference's mean
     * @param alpha share of families in which a difference may be said where there is none
     */
    public static List<Comparison> family(List<Contrast> family, double margin, double alpha) {
        var comparisons = new Comparisons(family.size(), margin, alpha);
        return family.stream().map(comparisons::compare).toList();
    }

    private Comparison compare(Contrast contrast) {
        return contrast.exact() ? exact(contrast) : estimated(Estimate.of(contrast), contrast);
    }

    private Comparison estimated(Estimate estimate, Contrast contrast) {
        var single = estimate.inversion().interval(alpha / 2);
        var simultaneous = estimate.inversion().interval(level() / 2);
        double p = estimate.inversion().p();
        double detectable = detectable(estimate, contrast);
        return new Comparison(
                effect(contrast, estimate.center(), single, simultaneous),
                contrast.values().size(),
                contrast.reference().size(),
                p,
                Math.min(1, comparisons * p),
                estimate.spread(),
                detectable,
                verdict(estimate, contrast, simultaneous, detectable));
    }

    private double detectable(Estimate estimate, Contrast contrast) {
        int trials = contrast.values().size();
        int others = contrast.reference().size();
        double effect = Detectable.effect(contrast.scale(), contrast.design(), trials, others, level());
        if (Double.isInfinite(effect)) {
            return effect;
        }
        double shift = effect * estimate.spread();
        return contrast.scale() == Scale.RATIO ? Math.expm1(shift) : shift;
    }

    private static Effect effect(Contrast contrast, double center, Interval single, Interval simultaneous) {
        return switch (contrast.scale()) {
            case RATIO -> new Effect.Ratio(Math.exp(center), exponential(single), exponential(simultaneous));
            case DIFFERENCE -> new Effect.Difference(center, single, simultaneous);
        };
    }

    private static Interval exponential(Interval logarithms) {
        return logarithms.bounded()
                ? new Interval(Math.exp(logarithms.low()), Math.exp(logarithms.high()), logarithms.confidence())
                : logarithms;
    }

    private Verdict verdict(Estimate estimate, Contrast contrast, Interval simultaneous, double detectable) {
        if (!simultaneous.bounded()) {
            return new Verdict.TooFew(
                    contrast.design() == Design.PAIRED
                            ? Power.fewestBlocks(comparisons, alpha)
                            : Power.fewestTrials(comparisons, alpha));
        }
        double negligible = negligible(contrast);
        // Two one-sided tests, each at the level of the comparison: the claim is familywise as the others are.
        var within = estimate.inversion().interval(level());
        boolean equivalent = -negligible <= within.low() && within.high() <= negligible;
        if (!simultaneous.contains(0)) {
            double nearest = Math.min(Math.abs(simultaneous.low()), Math.abs(simultaneous.high()));
            return differs(simultaneous.high() < 0, nearest > negligible, equivalent);
        }
        return equivalent ? new Verdict.Equivalent() : new Verdict.NotShown(detectable);
    }

    private static Verdict differs(boolean lower, boolean beyond, boolean within) {
        return new Verdict.Differs(
                lower ? Direction.LOWER : Direction.HIGHER,
                beyond ? Extent.BEYOND_MARGIN : within ? Extent.NEGLIGIBLE : Extent.PERHAPS_NEGLIGIBLE);
    }

    /** {@return the margin on the scale on which differences are estimated} */
    private double negligible(Contrast contrast) {
        return switch (contrast.scale()) {
            case RATIO -> Math.log1p(margin);
            case DIFFERENCE -> margin * Math.abs(Numbers.mean(Numbers.array(contrast.reference())));
        };
    }

    private Comparison exact(Contrast contrast) {
        double value = contrast.values().getFirst();
        double reference = contrast.reference().getFirst();
        double coincidence = coincidence(contrast);
        double p = value == reference ? 1 : coincidence;
        boolean tooFew = coincidence > level();
        return new Comparison(
                tooFew ? effectOfTooFew(contrast, value, reference) : new Effect.Exact(value, reference),
                contrast.values().size(),
                contrast.reference().size(),
                p,
                Math.min(1, comparisons * p),
                tooFew ? Double.NaN : 0,
                tooFew ? Double.POSITIVE_INFINITY : 0,
                tooFew
                        ? new Verdict.TooFew(Power.fewestExact(contrast.design(), comparisons, alpha))
                        : exactVerdict(contrast, value, reference));
    }

    private static double coincidence(Contrast contrast) {
        return Power.coincidence(
                contrast.design(),
                contrast.values().size(),
                contrast.reference().size());
    }

    /** A trial agrees with itself, and two may by chance: how far such figures would vary is not known. */
    private Effect effectOfTooFew(Contrast contrast, double value, double reference) {
        double center = contrast.scale() == Scale.RATIO ? Math.log(value / reference) : value - reference;
        return effect(contrast, center, unbounded(1 - alpha), unbounded(1 - level()));
    }

    private static Interval unbounded(double confidence) {
        return new Interval(Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, confidence);
    }

    private Verdict exactVerdict(Contrast contrast, double value, double reference) {
        if (value == reference) {
            return new Verdict.Equivalent();
        }
        double distance = contrast.scale() == Scale.RATIO ? Math.log(value / reference) : value - reference;
        boolean beyond = Math.abs(distance) > negligible(contrast);
        return differs(value < reference, beyond, !beyond);
    }

    private double level() {
        return alpha / comparisons;
    }
}
