package io.memcmp.stats;

import java.util.List;
import java.util.stream.IntStream;

/**
 * Whether a median lies at or below a limit, as far as a sample tells: its interval between two of the values decides. Below
 * six values there is none at 95 %. Five on one side of the limit still decide, for that happens by chance in 3 % of cases at
 * most; four, in 6 %, do not.
 *
 * @param answer what may be said
 * @param interval of the median; unbounded where the sample is too small for one
 * @param further how many more trials decide it if the same share of them lies beyond the limit as did so far: 0 where it is
 *     decided, {@link #NEVER} where no number does because half of them lie on either side
 */
public record MedianLimit(Answer answer, Interval interval, int further) {
    /** No number of trials decides it. */
    public static final int NEVER = Integer.MAX_VALUE;

    private static final int MOST = 2000;

    /** What may be said. */
    public enum Answer {
        /** It lies at or below the limit. */
        BELOW,
        /** It lies above. */
        ABOVE,
        /** It is not known. */
        OPEN
    }

    /**
     * {@return what a sample tells}
     *
     * @param values one for each trial, at least one
     * @param limit finite
     * @param confidence of the interval, 0.95 for 95 %
     */
    public static MedianLimit of(List<Double> values, double limit, double confidence) {
        var sample = Sample.of(values);
        var interval = sample.interval(confidence);
        if (rank(values.size(), confidence) > 0) {
            double low = interval.bounded() ? interval.low() : sample.min();
            double high = interval.bounded() ? interval.high() : sample.max();
            if (high <= limit) {
                return new MedianLimit(Answer.BELOW, interval, 0);
            }
            if (low > limit) {
                return new MedianLimit(Answer.ABOVE, interval, 0);
            }
        }
        long above = values.stream().filter(value -> value > limit).count();
        long minority = Math.min(above, values.size() - above);
        return new MedianLimit(Answer.OPEN, interval, further(minority, values.size(), confidence));
    }

    /** {@return whether all five trials, or at another confidence as many as it takes, decided it without an interval} */
    public boolean byEveryTrial() {
        return answer != Answer.OPEN && !interval.bounded();
    }

    private static int further(long minority, int trials, double confidence) {
        if (2 * minority == trials) {
            return NEVER;
        }
        for (int n = trials + 1; n <= MOST; n++) {
            if (Math.ceil((double) minority * n / trials) < rank(n, confidence)) {
                return n - trials;
            }
        }
        return NEVER;
    }

    /**
     * {@return which value from either end decides, from 1: those that bound the interval, or where there is none the outermost
     *     if all of so many lie on the wrong side of the median rarely enough; 0 where none does}
     */
    private static int rank(int n, double confidence) {
        var interval = Sample.of(
                        IntStream.rangeClosed(1, n).mapToObj(i -> (double) i).toList())
                .interval(confidence);
        if (interval.bounded()) {
            return (int) interval.low();
        }
        return Math.scalb(1.0, -n) <= 1 - confidence ? 1 : 0;
    }
}
