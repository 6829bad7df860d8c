package io.memcmp.result;

import io.memcmp.plan.UserError;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A limit for one metric.
 *
 * @param cells words that a cell must have, each the value of one of its axes; empty for every cell
 * @param metric of which metric
 * @param side on which side of the limit it must lie
 * @param limit in the metric's unit
 */
public record Budget(List<String> cells, Metric metric, Side side, double limit) {
    private static final Pattern WRITTEN = Pattern.compile("(?:([^:=]{1,200}):)?([^:=]{1,60})=(.{1,60})");

    /** On which side. */
    public enum Side {
        /** At the limit or below. */
        MAX,
        /** At the limit or above. */
        MIN
    }

    /** Copies the list. */
    public Budget {
        cells = List.copyOf(cells);
    }

    /**
     * {@return the budget that the text says}
     *
     * @param text {@code pause.p99=5ms}, or {@code g1,64m:pause.p99=5ms} for some cells
     * @param side on which side of the limit
     */
    public static Budget parse(String text, Side side) {
        var written = WRITTEN.matcher(text.strip());
        if (!written.matches()) {
            throw new UserError(
                    "not a budget: " + text,
                    "write a metric and an amount, for example pause.p99=5ms, or g1:pause.p99=5ms for some cells");
        }
        var metric = Metrics.parse(written.group(2).strip());
        return new Budget(words(written.group(1)), metric, side, Amounts.parse(written.group(3), metric));
    }

    static List<String> words(@org.jspecify.annotations.Nullable String pattern) {
        return pattern == null
                ? List.of()
                : Arrays.stream(pattern.split(",", -1))
                        .map(word -> word.strip().toLowerCase(Locale.ROOT))
                        .filter(word -> !word.isEmpty())
                        .toList();
    }

    /** {@return whether it is for that cell} */
    boolean covers(Point point) {
        var values = point.values().values().stream()
                .map(value -> value.toLowerCase(Locale.ROOT))
                .toList();
        return cells.stream()
                .allMatch(word -> values.contains(word)
                        || word.equalsIgnoreCase(point.cell().key().version()));
    }
}
