package io.memcmp.stats;

import io.memcmp.stats.Contrast.Design;
import io.memcmp.stats.Contrast.Scale;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.Predicate;

/** Runs of a machine whose truth is known. */
final class Simulation {
    static final double MARGIN = 0.03;
    static final double ALPHA = 0.05;

    private static final double QUIET = 0.1;

    private final Random random;
    private final Noise noise;
    private final int blocks;

    Simulation(long seed, Noise noise, int blocks) {
        this.random = new Random(seed);
        this.noise = noise;
        this.blocks = blocks;
    }

    /** {@return how often in so many runs} */
    static double share(int runs, Predicate<Integer> happens) {
        int count = 0;
        for (int run = 0; run < runs; run++) {
            count += happens.test(run) ? 1 : 0;
        }
        return (double) count / runs;
    }

    /** {@return three standard deviations of a share that is counted in so many runs} */
    static double error(double share, int runs) {
        return 3 * Math.sqrt(share * (1 - share) / runs);
    }

    /** {@return one comparison of two cells whose true ratio is this} */
    Comparison pair(double ratio) {
        return Comparisons.family(contrasts(1, 1, Math.log(ratio)), MARGIN, ALPHA)
                .getFirst();
    }

    /** {@return a family: so many cells against one reference, in so many metrics; the first cell's ratio is this} */
    List<Comparison> family(int cells, int metrics, double ratio) {
        return Comparisons.family(contrasts(cells, metrics, Math.log(ratio)), MARGIN, ALPHA);
    }

    /** {@return the contrasts of one run; all cells share the reference and the machine, as they do in a run} */
    List<Contrast> contrasts(int cells, int metrics, double shift) {
        var contrasts = new ArrayList<Contrast>();
        for (int metric = 0; metric < metrics; metric++) {
            var machine = noise.machine(blocks, random);
            var reference = cell(machine, 0);
            for (int cell = 0; cell < cells; cell++) {
                contrasts.add(
                        new Contrast(cell(machine, cell == 0 ? shift : 0), reference, Design.PAIRED, Scale.RATIO));
            }
        }
        return contrasts;
    }

    /**
     * {@return a cell whose noise is skewed against a reference that is nearly quiet; their medians are equal, but not what is
     *     estimated, {@link #unevenTruth}}
     */
    Comparison uneven() {
        var machine = noise.machine(blocks, random);
        var values = new ArrayList<Double>();
        var reference = new ArrayList<Double>();
        for (double off : machine) {
            values.add(Math.exp(5 + off + Noise.SKEWED.draw(random) - Noise.SKEWED_MEDIAN));
            reference.add(Math.exp(5 + off + QUIET * Noise.NORMAL.draw(random)));
        }
        var contrast = new Contrast(values, reference, Design.PAIRED, Scale.RATIO);
        return Comparisons.family(List.of(contrast), MARGIN, ALPHA).getFirst();
    }

    /** {@return the ratio that {@link #uneven} estimates: the median of means of two differences, of very many of them} */
    static double unevenTruth() {
        var random = new Random(1);
        var means = new double[1_000_001];
        for (int i = 0; i < means.length; i++) {
            double sum = Noise.SKEWED.draw(random) + Noise.SKEWED.draw(random) - 2 * Noise.SKEWED_MEDIAN;
            double quiet = QUIET * (Noise.NORMAL.draw(random) + Noise.NORMAL.draw(random));
            means[i] = (sum - quiet) / 2;
        }
        Arrays.sort(means);
        return Math.exp(means[means.length / 2]);
    }

    private List<Double> cell(double[] machine, double shift) {
        var figures = new ArrayList<Double>();
        for (double off : machine) {
            figures.add(Math.exp(5 + shift + off + noise.draw(random)));
        }
        return figures;
    }

    /** {@return two cells measured apart} */
    Comparison apart(double ratio) {
        var machine = new double[blocks];
        var contrast = new Contrast(cell(machine, Math.log(ratio)), cell(machine, 0), Design.INDEPENDENT, Scale.RATIO);
        return Comparisons.family(List.of(contrast), MARGIN, ALPHA).getFirst();
    }

    /** {@return counts of a rare event in two cells, the same on average} */
    Comparison counts(double mean, Design design) {
        var contrast = new Contrast(poisson(mean), poisson(mean), design, Scale.DIFFERENCE);
        return Comparisons.family(List.of(contrast), MARGIN, ALPHA).getFirst();
    }

    private List<Double> poisson(double mean) {
        var counts = new ArrayList<Double>();
        for (int block = 0; block < blocks; block++) {
            double product = random.nextDouble();
            int count = 0;
            while (product > Math.exp(-mean)) {
                product *= random.nextDouble();
                count++;
            }
            counts.add((double) count);
        }
        return counts;
    }

    static boolean differs(Comparison comparison) {
        return comparison.verdict() instanceof Verdict.Differs;
    }

    /** {@return whether the interval of one comparison holds this ratio} */
    static boolean covers(Comparison comparison, double ratio) {
        return comparison.effect() instanceof Effect.Ratio effect
                && effect.interval().contains(ratio);
    }
}
