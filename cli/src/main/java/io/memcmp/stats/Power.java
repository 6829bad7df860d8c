package io.memcmp.stats;

import io.memcmp.stats.Contrast.Design;
import io.memcmp.stats.Contrast.Scale;

/** What a number of blocks can show, and how many it takes. */
public final class Power {
    private Power() {}

    /**
     * {@return the smallest relative change that is shown with a power of 80 %, 0.07 for 7 %; infinite where so few blocks can
     *     show nothing}
     *
     * @param spread standard deviation of the paired differences of logarithms
     * @param blocks how many
     * @param comparisons in the family
     * @param alpha of the family
     */
    public static double detectableRatio(double spread, int blocks, int comparisons, double alpha) {
        return Math.expm1(detectable(spread, Scale.RATIO, blocks, comparisons, alpha));
    }

    /**
     * {@return the smallest difference that is shown with a power of 80 %; infinite where so few blocks can show nothing}
     *
     * @param spread standard deviation of the paired differences
     * @param blocks how many
     * @param comparisons in the family
     * @param alpha of the family
     */
    public static double detectableDifference(double spread, int blocks, int comparisons, double alpha) {
        return detectable(spread, Scale.DIFFERENCE, blocks, comparisons, alpha);
    }

    private static double detectable(double spread, Scale scale, int blocks, int comparisons, double alpha) {
        double effect = Detectable.effect(scale, Design.PAIRED, blocks, blocks, alpha / comparisons);
        return Double.isFinite(effect) ? effect * spread : effect;
    }

    /**
     * {@return how many blocks show a change as large as the margin with a power of 80 %}
     *
     * @param spread standard deviation of the paired differences of logarithms
     * @param margin a relative change, 0.03 for 3 %
     * @param comparisons in the family
     * @param alpha of the family
     */
    public static int blocksFor(double spread, double margin, int comparisons, double alpha) {
        int blocks = byNormal(spread, margin, comparisons, alpha);
        while (detectableRatio(spread, blocks, comparisons, alpha) > margin) {
            blocks++;
        }
        return blocks;
    }

    /** {@return the same by the formula for means, which is a little too few where they are few} */
    static int byNormal(double spread, double margin, int comparisons, double alpha) {
        double z = Quantiles.normal(1 - alpha / comparisons / 2) + Quantiles.normal(Detectable.POWER);
        double normal = Math.pow(z * spread / Math.log1p(margin), 2);
        // Two more, for the spread is only estimated: t and not z.
        return (int) Math.max(fewestBlocks(comparisons, alpha), Math.min(1e9, Math.ceil(normal + 2)));
    }

    /**
     * {@return the fewest blocks with which a paired comparison can show anything at all}
     *
     * @param comparisons in the family
     * @param alpha of the family
     */
    public static int fewestBlocks(int comparisons, double alpha) {
        int blocks = 1;
        while (Math.scalb(2.0, -blocks) > alpha / comparisons) {
            blocks++;
        }
        return blocks;
    }

    /**
     * {@return the fewest trials on each side with which a comparison of independent trials can show anything at all}
     *
     * @param comparisons in the family
     * @param alpha of the family
     */
    public static int fewestTrials(int comparisons, double alpha) {
        int trials = 1;
        double groupings = 2;
        while (2 / groupings > alpha / comparisons) {
            trials++;
            groupings = groupings * 2 * (2 * trials - 1) / trials;
        }
        return trials;
    }

    /**
     * {@return the largest probability with which all trials of one side would happen to agree, and all of the other, but on
     * another figure, although there is no difference between the sides} In blocks a figure may follow the place in the block,
     * which chance gives to one side or the other. Independent trials are drawn from one distribution; it is largest when that
     * one has two figures.
     */
    static double coincidence(Design design, int trials, int others) {
        double all = trials + others;
        return 2
                * switch (design) {
                    case PAIRED -> Math.scalb(1.0, -trials);
                    case INDEPENDENT -> Math.pow(trials / all, trials) * Math.pow(others / all, others);
                };
    }

    /** {@return the fewest trials on each side with which figures that all agree are more than a coincidence} */
    static int fewestExact(Design design, int comparisons, double alpha) {
        int trials = 1;
        while (coincidence(design, trials, trials) > alpha / comparisons) {
            trials++;
        }
        return trials;
    }
}
