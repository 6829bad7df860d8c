package io.memcmp.result;

import io.memcmp.plan.UserError;
import java.math.BigDecimal;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Pattern;

/** Amounts as people write them, in the unit of their metric: {@code 5ms}, {@code 200MiB}, {@code 3%}, {@code 40}. */
final class Amounts {
    private static final Pattern AMOUNT = Pattern.compile("(\\d{1,18}(?:[.]\\d{1,9})?)\\s*([^\\d\\s.].{0,7})?");
    private static final Map<String, Long> TIME =
            Map.of("ns", 1L, "us", 1_000L, "µs", 1_000L, "ms", 1_000_000L, "s", 1_000_000_000L, "min", 60_000_000_000L);
    private static final Map<String, Long> SECONDS = Map.of("s", 1L, "min", 60L, "h", 3_600L);
    private static final Pattern SIZE = Pattern.compile("(?:b|([kmgt])(?:i?b)?)");

    private Amounts() {}

    static double parse(String text, Metric metric) {
        var amount = AMOUNT.matcher(text.strip());
        if (amount.matches()) {
            var unit = amount.group(2) == null ? "" : amount.group(2).strip().toLowerCase(Locale.ROOT);
            double factor = factor(unit, metric.unit());
            if (factor > 0) {
                return new BigDecimal(amount.group(1)).doubleValue() * factor;
            }
        }
        throw new UserError(
                "not an amount of " + metric.id() + ": " + text, "it is counted in " + example(metric.unit()));
    }

    /** Zero for a unit that is none. */
    private static double factor(String unit, Unit metric) {
        return switch (metric) {
            case NANOSECONDS -> TIME.getOrDefault(unit, 0L);
            case BYTES -> size(unit);
            case BYTES_PER_SECOND -> unit.endsWith("/s") ? size(unit.substring(0, unit.length() - 2)) : 0;
            case GROWTH -> {
                var parts = unit.split("/", -1);
                yield parts.length == 2 ? size(parts[0]) / SECONDS.getOrDefault(parts[1], Long.MAX_VALUE) : 0;
            }
            case BYTE_SECONDS -> {
                var parts = unit.split("[*·]", -1);
                yield parts.length == 2 && parts[1].equals("s") ? size(parts[0]) : 0;
            }
            case COUNT -> unit.isEmpty() ? 1 : 0;
            case RATIO -> unit.equals("%") ? 0.01 : 0;
        };
    }

    private static double size(String unit) {
        var size = SIZE.matcher(unit);
        if (!size.matches()) {
            return 0;
        }
        return size.group(1) == null ? 1 : 1L << (10 * ("kmgt".indexOf(size.group(1)) + 1));
    }

    private static String example(Unit unit) {
        return switch (unit) {
            case NANOSECONDS -> "ns, us, ms, s or min, for example 5ms";
            case BYTES -> "B, KiB, MiB or GiB, for example 200MiB";
            case BYTES_PER_SECOND -> "B/s, KiB/s, MiB/s or GiB/s, for example 500MiB/s";
            case GROWTH -> "KiB, MiB or GiB by s, min or h, for example 2MiB/min";
            case BYTE_SECONDS -> "B*s, MiB*s or GiB*s, for example 2GiB*s";
            case COUNT -> "whole things without a unit, for example 40";
            case RATIO -> "per cent, for example 5%";
        };
    }
}
