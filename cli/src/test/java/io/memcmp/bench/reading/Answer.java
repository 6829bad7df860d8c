package io.memcmp.bench.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What a reader found, so that it can be compared with what the others found. */
public final class Answer {
    /** Stands for a class or a frame that was not recorded. */
    public static final String NONE = "-";

    private final Map<String, long[]> counts = new HashMap<>();
    private final Map<Site, long[]> weights = new HashMap<>();
    private long[] pauses = new long[1024];
    private int pauseCount;
    private long sumOfPauses;

    /** Where something was allocated; names as {@code Class.getName} gives them. */
    private record Site(String type, String holder, String method) {}

    /**
     * Counts events.
     *
     * @param event their name
     * @param times how many
     */
    public void count(String event, long times) {
        counts.computeIfAbsent(event, _ -> new long[1])[0] += times;
    }

    /**
     * Notes a pause.
     *
     * @param nanos how long it was
     */
    public void pause(long nanos) {
        if (pauseCount == pauses.length) {
            pauses = Arrays.copyOf(pauses, 2 * pauseCount);
        }
        pauses[pauseCount++] = nanos;
    }

    /**
     * Adds what a collection says of its pauses.
     *
     * @param nanos their sum
     */
    public void collection(long nanos) {
        sumOfPauses += nanos;
    }

    /**
     * Adds to what was allocated.
     *
     * @param type class of the object
     * @param holder class of the top frame
     * @param method method of the top frame
     * @param bytes how much
     */
    public void allocation(String type, String holder, String method, long bytes) {
        weights.computeIfAbsent(new Site(type, holder, method), _ -> new long[1])[0] += bytes;
    }

    /** {@return it all, sorted; what a line begins with is the question that it answers} */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        counts.forEach((event, count) -> lines.add("count " + event + " " + count[0]));
        weights.forEach((site, bytes) ->
                lines.add("weight " + site.type + " " + site.holder + "." + site.method + " " + bytes[0]));
        lines.sort(null);
        var ascending = Arrays.copyOf(pauses, pauseCount);
        Arrays.sort(ascending);
        lines.add(String.format(
                "pauses count %d, sum %d, p50 %d, p99 %d, max %d",
                pauseCount,
                Arrays.stream(ascending).sum(),
                rank(ascending, 0.5),
                rank(ascending, 0.99),
                rank(ascending, 1)));
        lines.add("sum-of-pauses " + sumOfPauses);
        return lines;
    }

    /** The nearest rank. */
    private static long rank(long[] ascending, double quantile) {
        int n = ascending.length;
        return n == 0 ? 0 : ascending[Math.clamp((int) Math.ceil(quantile * n) - 1, 0, n - 1)];
    }
}
