package io.memcmp.stats;

import org.apache.commons.statistics.distribution.NormalDistribution;
import org.apache.commons.statistics.distribution.TDistribution;

/** The quantiles of known distributions, each by the probability below it. */
final class Quantiles {
    private static final NormalDistribution NORMAL = NormalDistribution.of(0, 1);

    private Quantiles() {}

    static double normal(double probability) {
        return NORMAL.inverseCumulativeProbability(probability);
    }

    static double belowNormal(double value) {
        return NORMAL.cumulativeProbability(value);
    }

    static double t(int freedom, double probability) {
        return TDistribution.of(freedom).inverseCumulativeProbability(probability);
    }
}
