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
    /** Copies the lists, and refuses what cannot be compared so. */
    public Contrast {
        values = List.copyOf(values);
        reference = List.copyOf(reference);
        if (values.isEmpty() || reference.isEmpty()) {
            throw new IllegalArgumentException("an empty sample");
        }
        if (design == Design.PAIRED && values.size() != reference.size()) {
            throw new IllegalArgumentException("not pairs: " + values.size() + " and " + reference.size());
        }
        if (scale == Scale.RATIO && !(positive(values) && positive(reference))) {
            throw new IllegalArgumentException("no ratio of figures that are not positive");
        }
    }

    private static boolean positive(List<Double> figures) {
        return figures.stream().allMatch(figure -> figure > 0);
    }

    /** {@return whether every trial of each side agrees} */
    boolean exact() {
        return agree(values) && agree(reference);
    }

    private static boolean agree(List<Double> figures) {
        return figures.stream().distinct().count() == 1;
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
