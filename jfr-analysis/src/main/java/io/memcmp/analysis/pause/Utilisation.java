package io.memcmp.analysis.pause;

/**
 * How much of a window of time the program's threads have for themselves at worst: MMU of Cheng and Blelloch, 2001, and BMU
 * of Sachindran, Moss and Berger, 2004. A window longer than the run is as long as the run.
 */
final class Utilisation {
    private final Spans stops;
    private final long length;
    /** Time stopped before each stop. */
    private final long[] before;

    Utilisation(Spans stops, long length) {
        if (length <= 0) {
            throw new IllegalArgumentException("a run without length");
        }
        this.stops = stops;
        this.length = length;
        this.before = new long[stops.size() + 1];
        for (int stop = 0; stop < stops.size(); stop++) {
            before[stop + 1] = before[stop] + stops.end(stop) - stops.begin(stop);
        }
    }

    /** {@return the least share of any window of that length} */
    double minimum(long window) {
        long width = Math.min(window, length);
        return 1 - (double) mostStopped(width) / width;
    }

    /**
     * Stopped time inside a sliding window is piecewise linear; it is largest where the window begins with a stop or ends
     * with one, or at an end of the run.
     */
    private long mostStopped(long width) {
        int n = stops.size();
        long most = Math.max(until(width), before[n] - until(length - width));
        int reached = -1;
        for (int stop = 0; stop < n && stops.begin(stop) <= length - width; stop++) {
            long end = stops.begin(stop) + width;
            reached = lastBegun(reached, end);
            most = Math.max(most, until(reached, end) - before[stop]);
        }
        reached = -1;
        for (int stop = 0; stop < n; stop++) {
            long begin = stops.end(stop) - width;
            if (begin >= 0) {
                reached = lastBegun(reached, begin);
                most = Math.max(most, before[stop + 1] - until(reached, begin));
            }
        }
        return most;
    }

    private int lastBegun(int from, long at) {
        int last = from;
        while (last + 1 < stops.size() && stops.begin(last + 1) <= at) {
            last++;
        }
        return last;
    }

    private long until(long at) {
        return until(lastBegun(-1, at), at);
    }

    /** Time stopped up to an instant, by the last stop that has begun. */
    private long until(int lastBegun, long at) {
        return lastBegun < 0 ? 0 : before[lastBegun] + Math.min(at, stops.end(lastBegun)) - stops.begin(lastBegun);
    }

    /**
     * {@return the least share of any window of at least that length} The densest such window is either just so long, or it
     * begins with a stop and ends with one: else one end could move and make it denser. Starting from the densest one that
     * is just so long, each round finds the window that most exceeds the density so far, until none does (Dinkelbach, 1967);
     * that takes a handful of rounds and ends at the exact answer, where bisection would take fifty.
     */
    double bounded(long window) {
        long width = Math.min(window, length);
        double densest = (double) mostStopped(width) / width;
        while (true) {
            double denser = denserThan(densest, width);
            if (denser <= densest) {
                return 1 - densest;
            }
            densest = denser;
        }
    }

    /** The density of the window that holds most above what the given density would leave in it. */
    private double denserThan(double density, long width) {
        double least = Double.POSITIVE_INFINITY;
        double best = Double.NEGATIVE_INFINITY;
        double found = density;
        int begun = 0;
        int begin = 0;
        for (int stop = 0; stop < stops.size(); stop++) {
            for (; begun < stops.size() && stops.begin(begun) <= stops.end(stop) - width; begun++) {
                double level = before[begun] - density * stops.begin(begun);
                if (level < least) {
                    least = level;
                    begin = begun;
                }
            }
            double gain = before[stop + 1] - density * stops.end(stop) - least;
            if (gain > best && least < Double.POSITIVE_INFINITY) {
                best = gain;
                found = (double) (before[stop + 1] - before[begin]) / (stops.end(stop) - stops.begin(begin));
            }
        }
        return found;
    }
}
