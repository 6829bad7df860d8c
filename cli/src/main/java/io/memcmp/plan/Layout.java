package io.memcmp.plan;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What a cell asks of the JVM's object layout.
 *
 * @param headers which object headers
 * @param oops whether references are compressed
 */
public record Layout(Headers headers, Oops oops) {
    /** The JVM's own choice. */
    public static final Layout DEFAULT = new Layout(Headers.DEFAULT, Oops.DEFAULT);

    /** Object headers. */
    public enum Headers {
        /** The JVM's own choice. */
        DEFAULT,
        /** Eight bytes. */
        COMPACT,
        /** Twelve or sixteen bytes. */
        LEGACY
    }

    /** Compressed references. */
    public enum Oops {
        /** The JVM's own choice. */
        DEFAULT,
        /** Four bytes. */
        ON,
        /** Eight bytes. */
        OFF
    }

    /**
     * {@return the headers of that name}
     *
     * @param name {@code compact} or {@code legacy}
     */
    public static Headers parseHeaders(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "compact" -> Headers.COMPACT;
            case "legacy" -> Headers.LEGACY;
            default -> throw UserError.unknown("kind of object headers", name, List.of("compact", "legacy"));
        };
    }

    /**
     * {@return the setting of that name}
     *
     * @param name {@code on} or {@code off}
     */
    public static Oops parseOops(String name) {
        return switch (name.toLowerCase(Locale.ROOT)) {
            case "on" -> Oops.ON;
            case "off" -> Oops.OFF;
            default -> throw UserError.unknown("setting of compressed oops", name, List.of("on", "off"));
        };
    }

    /**
     * {@return the options that ask for it}
     *
     * @param feature the JDK's feature release: before 24 there is no option for headers, and legacy is all there is
     */
    List<String> flags(int feature) {
        var flags = new ArrayList<String>();
        switch (headers) {
            case DEFAULT -> {}
            case COMPACT -> {
                if (feature == 24) {
                    flags.add("-XX:+UnlockExperimentalVMOptions");
                }
                flags.add("-XX:+UseCompactObjectHeaders");
            }
            case LEGACY -> {
                if (feature >= 25) {
                    flags.add("-XX:-UseCompactObjectHeaders");
                }
            }
        }
        switch (oops) {
            case DEFAULT -> {}
            case ON -> flags.add("-XX:+UseCompressedOops");
            case OFF -> flags.add("-XX:-UseCompressedOops");
        }
        return List.copyOf(flags);
    }

    /** {@return what sets it apart, for names and tables: {@code compact, oops off}; empty for the default} */
    public String label() {
        var parts = new ArrayList<String>();
        if (headers != Headers.DEFAULT) {
            parts.add(headers.name().toLowerCase(Locale.ROOT));
        }
        if (oops != Oops.DEFAULT) {
            parts.add("oops " + oops.name().toLowerCase(Locale.ROOT));
        }
        return String.join(", ", parts);
    }
}
