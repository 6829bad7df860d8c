package io.memcmp.stats;

import java.util.List;

/** Compares the metrics of one family simultaneously. */
public final class Comparisons {
    private Comparisons() {}

    /**
     * {@return a comparison for each contrast, in their order}
     *
     * @param family all that is compared together
     * @param margin within which a difference is negligible, 0.03 for 3 %
     * @param alpha share of families in which a difference may be said where there is none
     */
    public static List<Comparison> family(List<Contrast> family, double margin, double alpha) {
        if (family.isEmpty()) {
            return List.of();
        }
        throw new UnsupportedOperationException("on its way: " + family + margin + alpha);
    }
}
