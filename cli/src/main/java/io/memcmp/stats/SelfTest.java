package io.memcmp.stats;

import io.memcmp.stats.Contrast.Design;
import io.memcmp.stats.Contrast.Scale;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * What comes of comparing one configuration with itself: the trials of one metric, two by two, are taken for two configurations A
 * and B.
 *
 * @param scale what is estimated
 * @param asRun the second trial of each pair against the first, one of the family of all metrics: whatever is found to differ is
 *     the machine's doing
 * @param spread standard deviation of the differences inside the pairs, of logarithms for ratios
 * @param alarms how many of the draws found a difference, with the names A and B given at random in each pair: at most 5 % by
 *     construction, on any machine, for so the test is made
 * @param draws how many times so many pairs were drawn
 * @param pairs how many in each draw
 * @param sequentialAlarms in how many windows a difference was found between the first half and the second: as if A had been
 *     measured first and B after it
 * @param windows how many there were; they overlap
 * @param detectable what one comparison detects
 */
public record SelfTest(
        Scale scale,
        Comparison asRun,
        double spread,
        int alarms,
        int draws,
        int pairs,
        int sequentialAlarms,
        int windows,
        List<Detects> detectable) {
    /** The least with which a difference can be shown in any of six metrics. */
    public static final int FEWEST_PAIRS = 8;

    private static final double ALPHA = 0.05;
    private static final int DRAWS = 2_000;
    private static final int MOST_PAIRS = 10;
    private static final List<Integer> BLOCKS = List.of(6, 8, 10, 15, 20, 30, 50);

    /** Copies the list. */
    public SelfTest {
        detectable = List.copyOf(detectable);
    }

    /**
     * What so many blocks detect with a power of 80 %.
     *
     * @param blocks how many
     * @param difference a relative change for ratios, else in the metric's unit
     */
    public record Detects(int blocks, double difference) {}

    /**
     * One metric of all trials.
     *
     * @param figures one for each trial in the order in which they ran, pair by pair, at least twice {@link #FEWEST_PAIRS}
     * @param scale what is estimated
     */
    public record Figures(List<Double> figures, Scale scale) {
        /** Copies the list, and refuses too short ones. */
        public Figures {
            figures = List.copyOf(figures);
            if (figures.size() / 2 < FEWEST_PAIRS) {
                throw new IllegalArgumentException("too few pairs: " + figures.size() / 2);
            }
        }

        private List<Double> ofPairs(int place) {
            return IntStream.range(0, figures.size() / 2)
                    .mapToObj(pair -> figures.get(2 * pair + place))
                    .toList();
        }

        private Contrast asRun() {
            return new Contrast(ofPairs(1), ofPairs(0), Design.PAIRED, scale);
        }
    }

    /**
     * {@return what comes of each metric, in their order}
     *
     * @param metrics all that are judged
     * @param seed of the draws
     */
    public static List<SelfTest> of(List<Figures> metrics, long seed) {
        var asRun = asRun(metrics);
        return IntStream.range(0, metrics.size())
                .mapToObj(metric -> of(metrics.get(metric), asRun.get(metric), seed))
                .toList();
    }

    static List<Comparison> asRun(List<Figures> metrics) {
        // An alarm is what is said at this level, however small: the margin plays no part.
        return Comparisons.family(metrics.stream().map(Figures::asRun).toList(), Double.MIN_VALUE, ALPHA);
    }

    private static SelfTest of(Figures metric, Comparison asRun, long seed) {
        var figures = metric.figures();
        var scale = metric.scale();
        var first = metric.ofPairs(0);
        var second = metric.ofPairs(1);
        int pairs = Math.min(first.size(), MOST_PAIRS);
        double spread = Estimate.of(metric.asRun()).spread();
        return new SelfTest(
                scale,
                asRun,
                spread,
                alarms(first, second, pairs, scale, new SplittableRandom(seed)),
                DRAWS,
                pairs,
                sequential(figures, pairs, scale),
                figures.size() - 2 * pairs + 1,
                BLOCKS.stream()
                        .map(n -> new Detects(n, detectable(spread, n, scale)))
                        .toList());
    }

    /** {@return the share of the draws that found a difference} */
    public double falseAlarmRate() {
        return (double) alarms / draws;
    }

    /** {@return whether the second trial of a pair differs from the first, where it may not} */
    public boolean alarmsAsRun() {
        return differ(asRun);
    }

    private static int alarms(
            List<Double> first, List<Double> second, int pairs, Scale scale, SplittableRandom random) {
        var order = new ArrayList<Integer>();
        for (int pair = 0; pair < first.size(); pair++) {
            order.add(pair);
        }
        int alarms = 0;
        for (int draw = 0; draw < DRAWS; draw++) {
            Collections.shuffle(order, random);
            var a = new ArrayList<Double>();
            var b = new ArrayList<Double>();
            for (int pair : order.subList(0, pairs)) {
                boolean swapped = random.nextBoolean();
                a.add((swapped ? second : first).get(pair));
                b.add((swapped ? first : second).get(pair));
            }
            alarms += differ(new Contrast(a, b, Design.PAIRED, scale)) ? 1 : 0;
        }
        return alarms;
    }

    private static int sequential(List<Double> figures, int half, Scale scale) {
        int alarms = 0;
        for (int start = 0; start + 2 * half <= figures.size(); start++) {
            var earlier = figures.subList(start, start + half);
            var later = figures.subList(start + half, start + 2 * half);
            alarms += differ(new Contrast(earlier, later, Design.INDEPENDENT, scale)) ? 1 : 0;
        }
        return alarms;
    }

    private static boolean differ(Contrast contrast) {
        return differ(
                Comparisons.family(List.of(contrast), Double.MIN_VALUE, ALPHA).getFirst());
    }

    private static boolean differ(Comparison comparison) {
        return comparison.verdict() instanceof Verdict.Differs;
    }

    private static double detectable(double spread, int blocks, Scale scale) {
        return switch (scale) {
            case RATIO -> Power.detectableRatio(spread, blocks, 1, ALPHA);
            case DIFFERENCE -> Power.detectableDifference(spread, blocks, 1, ALPHA);
        };
    }
}
