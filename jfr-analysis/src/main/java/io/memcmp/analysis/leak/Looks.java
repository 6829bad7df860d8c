package io.memcmp.analysis.leak;

import java.util.Arrays;

/** The heap at moments when next to nothing but live objects was in it, in the order of time. */
final class Looks {
    private final double[] seconds;
    private final double[] bytes;

    /**
     * Keeps them.
     *
     * @param seconds since the begin of the window, ascending
     * @param bytes heap used
     */
    Looks(double[] seconds, double[] bytes) {
        this.seconds = seconds;
        this.bytes = bytes;
    }

    int size() {
        return seconds.length;
    }

    double seconds(int look) {
        return seconds[look];
    }

    double bytes(int look) {
        return bytes[look];
    }

    Looks between(int from, int to) {
        return new Looks(Arrays.copyOfRange(seconds, from, to), Arrays.copyOfRange(bytes, from, to));
    }

    /**
     * {@return the lowest of each of so many equal spans of time} All looks lie above the live set, so the lowest lies closest
     * to it; and the work for all pairs stays small.
     *
     * @param spans how many
     * @param end of the last span, seconds
     */
    Looks lowestOf(int spans, double end) {
        var lowest = new int[spans];
        Arrays.fill(lowest, -1);
        for (int i = 0; i < seconds.length; i++) {
            int span = Math.clamp((long) (seconds[i] / end * spans), 0, spans - 1);
            if (lowest[span] < 0 || bytes[i] < bytes[lowest[span]]) {
                lowest[span] = i;
            }
        }
        var kept = Arrays.stream(lowest).filter(look -> look >= 0).toArray();
        return new Looks(
                Arrays.stream(kept).mapToDouble(look -> seconds[look]).toArray(),
                Arrays.stream(kept).mapToDouble(look -> bytes[look]).toArray());
    }
}
