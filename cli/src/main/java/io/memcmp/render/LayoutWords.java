package io.memcmp.render;

import io.memcmp.analysis.layout.LayoutMode;

/** Object layouts in words. */
final class LayoutWords {
    private static final int USUAL_ALIGNMENT = 8;

    private LayoutWords() {}

    /** {@return {@code legacy headers, references of 4 bytes}, and what is unusual beside} */
    static String of(LayoutMode mode) {
        return headers(mode) + ", references of " + (mode.compressedOops() ? 4 : 8) + " bytes"
                + (mode.compressedClassPointers() ? "" : ", class pointers of 8 bytes")
                + (mode.objectAlignment() == USUAL_ALIGNMENT ? "" : ", alignment " + mode.objectAlignment());
    }

    /** {@return the same for a table: {@code legacy, refs of 4}} */
    static String brief(LayoutMode mode) {
        return (mode.compactHeaders() ? "compact" : "legacy") + ", refs of " + (mode.compressedOops() ? 4 : 8);
    }

    static String headers(LayoutMode mode) {
        return (mode.compactHeaders() ? "compact" : "legacy") + " headers";
    }
}
