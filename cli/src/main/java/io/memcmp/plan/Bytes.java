package io.memcmp.plan;

import java.util.Locale;
import java.util.regex.Pattern;

/**
 * A number of bytes.
 *
 * @param count not negative
 */
public record Bytes(long count) implements Comparable<Bytes> {
    private static final Pattern SIZE =
            Pattern.compile("(\\d{1,18})\\s*(?:([kmgt])(?:i?b)?|b)?", Pattern.CASE_INSENSITIVE);
    private static final String UNITS = "kmgt";

    /** Refuses a negative number. */
    public Bytes {
        if (count < 0) {
            throw new IllegalArgumentException("negative: " + count);
        }
    }

    /**
     * {@return the number of bytes in so many mebibytes}
     *
     * @param mebibytes of 1,048,576 bytes
     */
    public static Bytes ofMiB(long mebibytes) {
        return new Bytes(Math.multiplyExact(mebibytes, 1L << 20));
    }

    /**
     * {@return the size that the text says} Letters are powers of 1024, as in the JVM's own {@code -Xmx}.
     *
     * @param text for example {@code 256m}, {@code 2g}, {@code 512MiB}
     */
    public static Bytes parse(String text) {
        var size = SIZE.matcher(text.strip());
        if (!size.matches()) {
            throw new UserError("not a size: " + text, "write a number and a unit, for example 256m or 2g");
        }
        var unit = size.group(2);
        int power = unit == null ? 0 : UNITS.indexOf(unit.toLowerCase(Locale.ROOT)) + 1;
        try {
            return new Bytes(Math.multiplyExact(Long.parseLong(size.group(1)), 1L << (10 * power)));
        } catch (ArithmeticException tooLarge) {
            throw new UserError(
                    "size too large: " + text, "write a number and a unit, for example 256m or 2g", tooLarge);
        }
    }

    /** {@return the size as the JVM's options take it, in the largest unit that divides it: {@code 256m}} */
    public String forJvm() {
        for (int power = UNITS.length(); power > 0; power--) {
            if (count > 0 && count % (1L << (10 * power)) == 0) {
                return (count >> (10 * power)) + UNITS.substring(power - 1, power);
            }
        }
        return Long.toString(count);
    }

    @Override
    public int compareTo(Bytes other) {
        return Long.compare(count, other.count);
    }
}
