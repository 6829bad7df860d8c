package io.memcmp.render;

import io.memcmp.analysis.Reading;
import io.memcmp.result.Unit;
import java.util.Locale;

/** Figures in the unit that suits their size, three digits that count. */
final class Quantities {
    private static final String[] TIME = {"ns", "µs", "ms", "s"};
    private static final String[] SIZE = {"B", "KiB", "MiB", "GiB", "TiB"};

    private static final double MINUTE = 60;
    private static final double HOUR = 3600;

    /** Of growth in a minute. */
    private static final double LITTLE = 64 << 10;

    private Quantities() {}

    static String text(double figure, Unit unit) {
        return switch (unit) {
            case NANOSECONDS -> scaled(figure, 1000, TIME, "");
            case BYTES -> scaled(figure, 1024, SIZE, "");
            case BYTES_PER_SECOND -> scaled(figure, 1024, SIZE, "/s");
            case GROWTH -> scaled(figure * period(figure), 1024, SIZE, period(figure) == HOUR ? "/h" : "/min");
            case BYTE_SECONDS -> scaled(figure, 1024, SIZE, "·s");
            case COUNT ->
                figure == Math.rint(figure) ? String.format(Locale.ROOT, "%,d", (long) figure) : digits(figure);
            case RATIO -> digits(figure * 100) + " %";
        };
    }

    static String text(long figure, Unit unit) {
        return text((double) figure, unit);
    }

    static String text(Reading reading, Unit unit) {
        return switch (reading) {
            case Reading.Value(double figure) -> text(figure, unit);
            case Reading.Absent(var reason) -> "– (" + reason + ")";
        };
    }

    /** {@return both ends in the unit of the larger, the unit left out: it stands beside the median} */
    static String range(double min, double max, double median, Unit unit) {
        double divisor = divisor(median, unit);
        return digits(min / divisor) + "–" + digits(max / divisor);
    }

    private static double divisor(double figure, Unit unit) {
        return switch (unit) {
            case NANOSECONDS -> step(figure, 1000, TIME.length);
            case GROWTH -> step(figure * period(figure), 1024, SIZE.length) / period(figure);
            case BYTES, BYTES_PER_SECOND, BYTE_SECONDS -> step(figure, 1024, SIZE.length);
            case COUNT -> 1;
            case RATIO -> 0.01;
        };
    }

    /** {@return of how many seconds growth is told: of a minute, and of an hour where that would be little} */
    private static double period(double bytesPerSecond) {
        return Math.abs(bytesPerSecond) * MINUTE < LITTLE ? HOUR : MINUTE;
    }

    private static double step(double figure, double base, int units) {
        double divisor = 1;
        for (int i = 1; i < units && Math.abs(figure) >= rollover(base) * divisor; i++) {
            divisor *= base;
        }
        return divisor;
    }

    /** 999.6 would be printed as "1000": then the next unit is meant. */
    private static double rollover(double base) {
        return base - 0.5;
    }

    private static String scaled(double figure, double base, String[] units, String suffix) {
        double divisor = step(figure, base, units.length);
        int power = (int) Math.round(Math.log(divisor) / Math.log(base));
        var number =
                power == 0 && figure == Math.rint(figure) ? Long.toString((long) figure) : digits(figure / divisor);
        return number + " " + units[power] + suffix;
    }

    /** {@return the figure to one decimal, groups of three apart: 1,080.4} */
    static String tenths(double figure) {
        return String.format(Locale.ROOT, "%,.1f", figure);
    }

    /** {@return three digits that count: 1.23, 12.3, 123, 1234} */
    static String digits(double figure) {
        double size = Math.abs(figure);
        int decimals = size >= 99.95 ? 0 : size >= 9.995 ? 1 : 2;
        return String.format(Locale.ROOT, "%." + decimals + "f", figure);
    }
}
