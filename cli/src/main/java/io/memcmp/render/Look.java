package io.memcmp.render;

/**
 * How a text report looks.
 *
 * @param colour whether the reader sees colours
 * @param unicode whether the reader's encoding has more than ASCII
 * @param details whether everything is shown, or the main figures alone
 */
public record Look(boolean colour, boolean unicode, boolean details) {
    /** For files: no colour. */
    public static final Look PLAIN = new Look(false, true, false);
}
