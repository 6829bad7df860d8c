package io.memcmp.stats;

/**
 * How far two samples lie apart, on the scale on which differences add up: of logarithms where a ratio is asked for.
 *
 * @param center the estimate
 * @param inversion its test and its intervals
 * @param spread standard deviation of the paired differences, else pooled; not a number where a single trial leaves it open
 */
record Estimate(double center, Inversion inversion, double spread) {
    /** Two figures that differ by less are equal: no clock and no counter is as fine. */
    private static final double RESOLUTION = 1e-12;

    static Estimate of(Contrast contrast) {
        var values = Numbers.array(contrast.values());
        var reference = Numbers.array(contrast.reference());
        return switch (contrast.scale()) {
            case RATIO -> ofLogarithms(Numbers.logarithms(values), Numbers.logarithms(reference), contrast.design());
            case DIFFERENCE -> ofMeans(values, reference, contrast.design());
        };
    }

    static Estimate ofLogarithms(double[] values, double[] reference, Contrast.Design design) {
        return switch (design) {
            case PAIRED -> {
                var differences = Numbers.differences(values, reference);
                var chance = NullDistribution.signedRank(differences.length);
                var inversion = new Inversion(Numbers.walshAverages(differences), RESOLUTION, chance);
                yield paired(inversion.median(), inversion, differences);
            }
            case INDEPENDENT -> {
                var chance = NullDistribution.mannWhitney(values.length, reference.length);
                var inversion = new Inversion(Numbers.allDifferences(values, reference), RESOLUTION, chance);
                yield independent(inversion.median(), inversion, values, reference);
            }
        };
    }

    static Estimate ofMeans(double[] values, double[] reference, Contrast.Design design) {
        double center = Numbers.mean(values) - Numbers.mean(reference);
        double resolution = RESOLUTION * Math.max(Numbers.largest(values), Numbers.largest(reference));
        return switch (design) {
            case PAIRED -> {
                var differences = Numbers.differences(values, reference);
                yield paired(center, regrouped(Regroupings.signs(differences), resolution), differences);
            }
            case INDEPENDENT -> {
                var inversion = regrouped(Regroupings.exchanges(values, reference), resolution);
                yield independent(center, inversion, values, reference);
            }
        };
    }

    private static Inversion regrouped(double[] thresholds, double resolution) {
        return new Inversion(thresholds, resolution, NullDistribution.regroupings(thresholds.length));
    }

    private static Estimate paired(double center, Inversion inversion, double[] differences) {
        double spread = Math.sqrt(Numbers.squares(differences) / (differences.length - 1));
        return new Estimate(center, inversion, spread);
    }

    private static Estimate independent(double center, Inversion inversion, double[] values, double[] reference) {
        int freedom = values.length + reference.length - 2;
        double spread = Math.sqrt((Numbers.squares(values) + Numbers.squares(reference)) / freedom);
        return new Estimate(center, inversion, spread);
    }
}
