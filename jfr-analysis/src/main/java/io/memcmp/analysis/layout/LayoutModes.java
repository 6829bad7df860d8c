package io.memcmp.analysis.layout;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;

/** The ways in which the virtual machine of a JDK may lay objects out, with their names and options. */
public final class LayoutModes {
    /**
     * What the virtual machine does unasked, in a heap below 32 GiB (4 GiB for each byte of its objects' alignment) and with a
     * collector that compresses references.
     */
    public static final LayoutMode DEFAULT = new LayoutMode(true, true, false, 8);

    /** The first release with compact headers: there as an experiment, since 25 as a feature. */
    private static final int COMPACT_SINCE = 24;

    private static final int CLASS_POINTERS_DEPRECATED = 25;

    private LayoutModes() {}

    /**
     * {@return every mode with objects aligned to 8 or 16 bytes, the default first}
     *
     * @param release feature release of the JDK
     */
    public static List<LayoutMode> of(int release) {
        var modes = new ArrayList<LayoutMode>();
        for (boolean compact : release >= COMPACT_SINCE ? List.of(false, true) : List.of(false)) {
            for (boolean classPointers : compact ? List.of(true) : List.of(true, false)) {
                for (boolean oops : List.of(true, false)) {
                    for (int alignment : List.of(8, 16)) {
                        modes.add(new LayoutMode(oops, classPointers, compact, alignment));
                    }
                }
            }
        }
        return List.copyOf(modes);
    }

    /**
     * {@return the mode's name} {@code ccp} are compressed class pointers. What differs from the default, joined by {@code +}: {@code oops-off+align-16}.
     *
     * @param mode any
     */
    public static String id(LayoutMode mode) {
        var parts = new ArrayList<String>();
        if (mode.compactHeaders()) {
            parts.add("compact");
        }
        if (!mode.compressedClassPointers()) {
            parts.add("ccp-off");
        }
        if (!mode.compressedOops()) {
            parts.add("oops-off");
        }
        if (mode.objectAlignment() != DEFAULT.objectAlignment()) {
            parts.add("align-" + mode.objectAlignment());
        }
        return parts.isEmpty() ? "default" : String.join("+", parts);
    }

    /**
     * {@return the mode of that name, its parts in any order; empty where that JDK has none}
     *
     * @param id as typed
     * @param release feature release of the JDK
     */
    public static Optional<LayoutMode> parse(String id, int release) {
        var parts = new LinkedHashSet<>(List.of(id.split("\\+", -1)));
        return of(release).stream()
                .filter(mode -> new LinkedHashSet<>(List.of(id(mode).split("\\+", -1))).equals(parts))
                .findFirst();
    }

    /**
     * {@return the options that put the virtual machine into that mode} None for the default.
     *
     * @param mode any
     * @param release feature release of the JDK
     */
    public static List<String> flags(LayoutMode mode, int release) {
        var flags = new ArrayList<String>();
        if (mode.compactHeaders()) {
            if (release == COMPACT_SINCE) {
                flags.add("-XX:+UnlockExperimentalVMOptions");
            }
            flags.add("-XX:+UseCompactObjectHeaders");
        }
        if (!mode.compressedClassPointers()) {
            flags.add("-XX:-UseCompressedClassPointers");
        }
        if (!mode.compressedOops()) {
            flags.add("-XX:-UseCompressedOops");
        }
        if (mode.objectAlignment() != DEFAULT.objectAlignment()) {
            flags.add("-XX:ObjectAlignmentInBytes=" + mode.objectAlignment());
        }
        return List.copyOf(flags);
    }

    /**
     * {@return what that JDK says of the mode's options; empty where it says nothing}
     *
     * @param mode any
     * @param release feature release of the JDK
     */
    public static Optional<String> remark(LayoutMode mode, int release) {
        if (!mode.compressedClassPointers() && release >= CLASS_POINTERS_DEPRECATED) {
            return Optional.of("-XX:-UseCompressedClassPointers is deprecated since JDK 25");
        }
        if (mode.compactHeaders() && release == COMPACT_SINCE) {
            return Optional.of("-XX:+UseCompactObjectHeaders is experimental in JDK 24");
        }
        return Optional.empty();
    }
}
