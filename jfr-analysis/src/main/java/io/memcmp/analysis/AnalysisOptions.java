package io.memcmp.analysis;

/**
 * What is wanted of a recording.
 *
 * @param scope which part of it
 * @param top how many entries the longest lists have
 * @param depth how many frames make a place of allocation; 1 is the program's own line alone
 * @param tree whether every stack that allocated is kept, for a flame graph
 */
public record AnalysisOptions(Scope scope, int top, int depth, boolean tree) {
    /** What {@code memcmp run} uses: the measured window, lists of 20, single lines. */
    public static final AnalysisOptions DEFAULT = new AnalysisOptions(Scope.MEASURED_WINDOW, 20, 1, false);

    /** Refuses lists and places of nothing. */
    public AnalysisOptions {
        if (top < 1 || depth < 1) {
            throw new IllegalArgumentException("at least 1: top " + top + ", depth " + depth);
        }
    }

    /**
     * {@return these options for another part of a recording}
     *
     * @param other which part
     */
    public AnalysisOptions with(Scope other) {
        return new AnalysisOptions(other, top, depth, tree);
    }
}
