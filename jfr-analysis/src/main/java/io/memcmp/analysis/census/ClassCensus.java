package io.memcmp.analysis.census;

import java.util.List;

/**
 * The live objects of one class, or of all classes of one name.
 *
 * @param name in source form, for example {@code byte[]}
 * @param instances how many
 * @param parts what their bytes are spent on
 * @param predicted their bytes in each of {@link Census#predictions()}, in that order
 */
public record ClassCensus(String name, long instances, Parts parts, List<Long> predicted) {
    /** Copies the list. */
    public ClassCensus {
        predicted = List.copyOf(predicted);
    }
}
