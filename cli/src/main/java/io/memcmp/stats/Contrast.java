package io.memcmp.stats;

import java.util.List;

/**
 * One metric of two cells, one value for each trial.
 *
 * @param values of the cell
 * @param reference of the cell it is held against
 * @param design how the trials belong together
 * @param scale what is estimated
 */
public record Contrast(List<Double> values, List<Double> reference, Design design, Scale scale) {
    /** Copies the lists. */
    public Contrast {
        values = List.copyOf(values);
        reference = List.copyOf(reference);
    }

    /** How trials belong together. */
    public enum Design {
        /** The same place in both lists is the same block. */
        PAIRED,
        /** They were measured apart. */
        INDEPENDENT
    }

    /** What is estimated. */
    public enum Scale {
        /** A ratio; all figures are positive. */
        RATIO,
        /** A difference, of counts and of figures that may be zero. */
        DIFFERENCE
    }
}
