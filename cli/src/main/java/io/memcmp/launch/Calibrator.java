package io.memcmp.launch;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.List;
import java.util.Optional;

/**
 * How fast this machine is just now: a fixed loop over integers, timed before each trial. Some changes of speed are seen by
 * nothing else from inside a virtual machine.
 *
 * <p>The loop runs in pieces and the quickest counts: a piece that another process interrupted says nothing of the trial to
 * come. A trial is compared with the last few and not with all of the run: a machine that is slower from now on is drift,
 * which the blocks take out of every comparison; a machine that is slower for a moment spoils this trial.
 */
final class Calibrator {
    private static final int PIECES = 35;
    private static final int STEPS = 1_000_000;
    private static final int WINDOW = 15;
    private static final int FEWEST = 5;
    private static final double TO_SIGMA = 1.4826;
    private static final double SIGMAS = 5;
    private static final double NEGLIGIBLE = 0.05;

    private final Deque<Double> recent = new ArrayDeque<>();
    private long sink = 1;
    private boolean warm;

    /** {@return the quickest piece now, nanoseconds} */
    double measure() {
        if (!warm) {
            pieces(); // the first pieces are interpreted
            warm = true;
        }
        return pieces();
    }

    private double pieces() {
        long quickest = Long.MAX_VALUE;
        for (int piece = 0; piece < PIECES; piece++) {
            long start = System.nanoTime();
            sink = loop(sink);
            quickest = Math.min(quickest, System.nanoTime() - start);
        }
        return quickest;
    }

    private static long loop(long seed) {
        long state = seed | 1;
        for (int step = 0; step < STEPS; step++) {
            state ^= state << 13;
            state ^= state >>> 7;
            state ^= state << 17;
        }
        return state;
    }

    /**
     * What one time says.
     *
     * @param ratio through the median of the last few; 1 is the usual speed; empty as long as there are too few
     * @param changed whether the speed was another than usual
     */
    record Speed(Optional<Double> ratio, boolean changed) {}

    /**
     * {@return what this time says after those before it, and remembers it}
     *
     * @param nanos as measured before a trial
     */
    Speed judge(double nanos) {
        var speed = against(List.copyOf(recent), nanos);
        recent.addLast(nanos);
        if (recent.size() > WINDOW) {
            recent.removeFirst();
        }
        return speed;
    }

    private static Speed against(List<Double> before, double nanos) {
        if (before.size() < FEWEST) {
            return new Speed(Optional.empty(), false);
        }
        double median = median(before);
        double mad = median(before.stream().map(each -> Math.abs(each - median)).toList());
        double deviation = Math.abs(nanos - median);
        return new Speed(
                Optional.of(nanos / median), deviation > SIGMAS * TO_SIGMA * mad && deviation > NEGLIGIBLE * median);
    }

    private static double median(List<Double> values) {
        var sorted = new ArrayList<>(values);
        Collections.sort(sorted);
        int n = sorted.size();
        return (sorted.get((n - 1) / 2) + sorted.get(n / 2)) / 2;
    }
}
