package io.memcmp.analysis.leak;

/** How many pairs of n figures in random order stand the wrong way round: Kendall's S is the number of pairs less twice that. */
final class Kendall {
    private Kendall() {}

    /**
     * {@return how many of the pairs' slopes, from either end, lie outside an interval: the largest k for which fewer than k
     * inversions have at most this chance}
     *
     * @param n how many figures
     * @param chance of one end
     */
    static int outside(int n, double chance) {
        double below = 0;
        int k = 0;
        for (double share : inversions(n)) {
            below += share;
            if (below > chance) {
                return k;
            }
            k++;
        }
        return k;
    }

    /** The chance of 0, 1, 2 … inversions: the next figure stands before 0 to i of those there are, each as likely. */
    private static double[] inversions(int n) {
        var chances = new double[] {1};
        for (int i = 1; i < n; i++) {
            var next = new double[chances.length + i];
            double within = 0;
            for (int k = 0; k < next.length; k++) {
                within += k < chances.length ? chances[k] : 0;
                within -= k > i ? chances[k - i - 1] : 0;
                next[k] = within / (i + 1);
            }
            chances = next;
        }
        return chances;
    }
}
