package io.memcmp.stats;

import io.memcmp.stats.Contrast.Design;
import io.memcmp.stats.Contrast.Scale;
import java.util.Arrays;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.ConcurrentHashMap;

/**
 * The effect that is shown with a power of 80 %, for a spread of 1. The formula with Student's t is that of a test of means; the
 * exact tests know few levels where trials are few, and find at its effect with six blocks only three of five, not four. So
 * there the tests themselves are asked: the effect that a sample needs is what lifts its interval above "none", which is how far
 * the interval's lower end lies below; of samples without effect, the end that four of five reach is the answer.
 */
final class Detectable {
    static final double POWER = 0.8;

    private static final int SAMPLES = 5_000;
    private static final int MOST_THRESHOLDS = 512;
    private static final long SEED = 0x6d656d636d70L;

    private record Question(Scale scale, Design design, int trials, int others, int depth) {}

    /** The answers, which are always the same, take some milliseconds each. */
    private static final Map<Question, Double> ANSWERS = new ConcurrentHashMap<>();

    private Detectable() {}

    /**
     * {@return the effect, in standard deviations of paired differences or of single trials; infinite where nothing can be
     *     shown}
     */
    static double effect(Scale scale, Design design, int trials, int others, double level) {
        var sample = estimate(scale, design, new double[trials], new double[others]);
        int depth = sample.inversion().depth(level / 2);
        if (depth == 0) {
            return Double.POSITIVE_INFINITY;
        }
        return sample.inversion().thresholds() > MOST_THRESHOLDS
                ? byT(design, trials, others, level)
                : ANSWERS.computeIfAbsent(new Question(scale, design, trials, others, depth), Detectable::sampled);
    }

    /** {@return the same by the formula for means} */
    static double byT(Design design, int trials, int others, double level) {
        int freedom = design == Design.PAIRED ? trials - 1 : trials + others - 2;
        double error = design == Design.PAIRED ? Math.sqrt(1.0 / trials) : Math.sqrt(1.0 / trials + 1.0 / others);
        return freedom < 1
                ? Double.POSITIVE_INFINITY
                : (Quantiles.t(freedom, 1 - level / 2) + Quantiles.t(freedom, POWER)) * error;
    }

    private static double sampled(Question question) {
        var random = new SplittableRandom(SEED);
        var needed = new double[SAMPLES];
        for (int i = 0; i < SAMPLES; i++) {
            var values = normal(random, question.trials());
            // Of paired trials only the differences count: the reference may as well not vary.
            var reference = question.design() == Design.PAIRED
                    ? new double[question.others()]
                    : normal(random, question.others());
            var sample = estimate(question.scale(), question.design(), values, reference);
            needed[i] = -sample.inversion().end(question.depth());
        }
        Arrays.sort(needed);
        return needed[(int) Math.ceil(POWER * SAMPLES) - 1];
    }

    private static Estimate estimate(Scale scale, Design design, double[] values, double[] reference) {
        return switch (scale) {
            case RATIO -> Estimate.ofLogarithms(values, reference, design);
            case DIFFERENCE -> Estimate.ofMeans(values, reference, design);
        };
    }

    private static double[] normal(SplittableRandom random, int count) {
        return random.doubles(count, Double.MIN_NORMAL, 1)
                .map(Quantiles::normal)
                .toArray();
    }
}
