package io.memcmp.stats;

import io.memcmp.stats.Contrast.Design;
import io.memcmp.stats.Contrast.Scale;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.SplittableRandom;

/**
 * What comes of comparing one configuration with itself: the trials of one metric, two by two, are taken for two configurations A
 * and B.
 *
 * @param scale what is estimated
 * @param spread standard deviation of the differences inside the pairs, of logarithms for ratios
 * @param alarms how many of the draws found a difference, with the names A and B given at random in each pair
 * @param draws how many times so many pairs were drawn
 * @param pairs how many in each draw
 * @param sequentialAlarms in how many windows a difference was found between the first half and the second: as if A had been
 *     measured first and B after it
 * @param windows how many there were; they overlap
 * @param detectable what one comparison detects
 */
public record SelfTest(
        Scale scale,
        double spread,
        int alarms,
        int draws,
        int pairs,
        int sequentialAlarms,
        int windows,
        List<Detects> detectable) {
    /** The least with which anything can be shown. */
    public static final int FEWEST_PAIRS = 6;

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
     * {@return what comes of it}
     *
     * @param figures one for each trial in the order in which they ran, at least twice {@link #FEWEST_PAIRS}
     * @param scale what is estimated
     * @param seed of the draws
     */
    public static SelfTest of(List<Double> figures, Scale scale, long seed) {
        int all = figures.size() / 2;
        if (all < FEWEST_PAIRS) {
            throw new IllegalArgumentException("too few pairs: " + all);
        }
        var first = new ArrayList<Double>();
        var second = new ArrayList<Double>();
        for (int pair = 0; pair < all; pair++) {
            first.add(figures.get(2 * pair));
            second.add(figures.get(2 * pair + 1));
        }
        int pairs = Math.min(all, MOST_PAIRS);
        double spread =
                Estimate.of(new Contrast(first, second, Design.PAIRED, scale)).spread();
        return new SelfTest(
                scale,
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

    /** {@return whether that is more than the level allows, by more than three standard deviations of such a count} */
    public boolean tooManyAlarms() {
        return falseAlarmRate() > ALPHA + 3 * Math.sqrt(ALPHA * (1 - ALPHA) / draws);
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
        // An alarm is what is said at this level, however small: the margin plays no part.
        return Comparisons.family(List.of(contrast), Double.MIN_VALUE, ALPHA)
                        .getFirst()
                        .verdict()
                instanceof Verdict.Differs;
    }

    private static double detectable(double spread, int blocks, Scale scale) {
        return switch (scale) {
            case RATIO -> Power.detectableRatio(spread, blocks, 1, ALPHA);
            case DIFFERENCE -> Power.detectableDifference(spread, blocks, 1, ALPHA);
        };
    }
}
