package io.memcmp.plan;

import java.util.Optional;

/**
 * How cells are held against each other. It is chosen before the run: afterwards every margin fits.
 *
 * @param reference a value of one axis, for example {@code g1}, {@code 17} or {@code 512m}: what the others are held
 *     against; empty chooses it by the matrix
 * @param margin within which a difference is negligible, 0.03 for 3 %
 */
public record Judging(Optional<String> reference, double margin) {
    /** The usual way. */
    public static final Judging DEFAULT = new Judging(Optional.empty(), 0.03);

    /** Refuses a margin that is none. */
    public Judging {
        if (!(margin > 0 && margin < 1)) {
            throw new UserError(
                    "not a margin: " + margin, "write a share between 0 and 100 %, for example --margin 3%");
        }
    }
}
