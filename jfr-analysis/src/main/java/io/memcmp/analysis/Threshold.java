package io.memcmp.analysis;

import java.util.regex.Pattern;

/**
 * How long an event must last to be recorded.
 *
 * @param text as the recording writes it, for example {@code 20 ms}
 * @param nanos the same in nanoseconds; infinite where it is not understood, for something may be hidden
 */
record Threshold(String text, double nanos) {
    static final Threshold NONE = new Threshold("0 ns", 0);

    private static final Pattern WRITTEN = Pattern.compile("(\\d{1,19})\\s*([a-z]*)");

    static Threshold of(String text) {
        var matcher = WRITTEN.matcher(text);
        if (!matcher.matches()) {
            return new Threshold(text, Double.POSITIVE_INFINITY);
        }
        double number = Double.parseDouble(matcher.group(1));
        return new Threshold(text, number == 0 ? 0 : number * unit(matcher.group(2)));
    }

    private static double unit(String name) {
        return switch (name) {
            case "ns" -> 1;
            case "us" -> 1e3;
            case "ms" -> 1e6;
            case "s" -> 1e9;
            case "m" -> 60e9;
            case "h" -> 3600e9;
            case "d" -> 86_400e9;
            default -> Double.POSITIVE_INFINITY;
        };
    }
}
