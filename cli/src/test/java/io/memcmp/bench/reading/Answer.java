package io.memcmp.bench.reading;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a reader found, so that it can be compared with what the others found. Written without lambdas, formats and the like,
 * whose first use would cost a short job more than the reading.
 */
public final class Answer {
    /** Stands for a class or a frame that was not recorded. */
    public static final String NONE = "-";

    private final Map<String, long[]> counts = new HashMap<>();
    private final Map<Site, long[]> weights = new HashMap<>();
    private long[] pauses = new long[1024];
    private int pauseCount;
    private long sumOfPauses;

    /** Where something was allocated; names as {@code Class.getName} gives them. */
    private static final class Site {
        private final String type;
        private final String holder;
        private final String method;

        Site(String type, String holder, String method) {
            this.type = type;
            this.holder = holder;
            this.method = method;
        }

        @Override
        public boolean equals(@Nullable Object other) {
            return other instanceof Site site
                    && type.equals(site.type)
                    && holder.equals(site.holder)
                    && method.equals(site.method);
        }

        @Override
        public int hashCode() {
            return 31 * (31 * type.hashCode() + holder.hashCode()) + method.hashCode();
        }
    }

    /**
     * Counts events.
     *
     * @param event their name
     * @param times how many
     */
    public void count(String event, long times) {
        add(counts, event, times);
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
        add(weights, new Site(type, holder, method), bytes);
    }

    /**
     * Adds what another answer says of allocation.
     *
     * @param other the other
     */
    public void addAllocations(Answer other) {
        for (var weight : other.weights.entrySet()) {
            add(weights, weight.getKey(), weight.getValue()[0]);
        }
    }

    private static <K> void add(Map<K, long[]> sums, K key, long amount) {
        long[] sum = sums.get(key);
        if (sum == null) {
            sums.put(key, new long[] {amount});
        } else {
            sum[0] += amount;
        }
    }

    /** {@return it all, sorted; what a line begins with is the question that it answers} */
    public List<String> lines() {
        var lines = new ArrayList<String>();
        for (var count : counts.entrySet()) {
            lines.add("count ".concat(count.getKey()).concat(" ").concat(Long.toString(count.getValue()[0])));
        }
        for (var weight : weights.entrySet()) {
            var site = weight.getKey();
            var top = site.holder.concat(".").concat(site.method);
            lines.add(String.join(" ", "weight", site.type, top, Long.toString(weight.getValue()[0])));
        }
        lines.sort(null);
        lines.add(pauses());
        lines.add("sum-of-pauses ".concat(Long.toString(sumOfPauses)));
        return lines;
    }

    private String pauses() {
        var ascending = Arrays.copyOf(pauses, pauseCount);
        Arrays.sort(ascending);
        long sum = 0;
        for (long pause : ascending) {
            sum += pause;
        }
        return String.join(
                " ",
                "pauses count",
                Integer.toString(pauseCount),
                "sum",
                Long.toString(sum),
                "p50",
                Long.toString(rank(ascending, 0.5)),
                "p99",
                Long.toString(rank(ascending, 0.99)),
                "max",
                Long.toString(rank(ascending, 1)));
    }

    /** The nearest rank. */
    private static long rank(long[] ascending, double quantile) {
        int n = ascending.length;
        return n == 0 ? 0 : ascending[Math.clamp((int) Math.ceil(quantile * n) - 1, 0, n - 1)];
    }
}
