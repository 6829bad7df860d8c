package io.memcmp.analysis.leak;

import java.util.OptionalInt;

/**
 * The growth that was going on when the window ended. What filled up before that is not in it: where the slopes before and after
 * a point differ, what lies before is dropped. And growth counts only where the later half of what is left shows it alone: a
 * cache that has filled grew on the whole, but not lately.
 *
 * @param from the first look of the stretch that it speaks of
 * @param line through that stretch
 */
record Trend(int from, Line line) {
    /** Of the slope's interval. */
    static final double CONFIDENCE = 0.95;

    /** Half of them must tell a slope of their own. */
    static final int FEWEST_LOOKS = 10;

    private static final int FEWEST_OF_A_SIDE = FEWEST_LOOKS / 2;

    /** Many places are tried, so each must be surer. */
    private static final double CONFIDENCE_OF_A_CHANGE = 0.99;

    /** Late changes first: what is left then is the least. */
    private static final double[] PLACES = {0.75, 0.5, 0.25};

    /**
     * {@return the growth at the end}
     *
     * @param looks at least {@value #FEWEST_LOOKS}
     */
    static Trend of(Looks looks) {
        int from = 0;
        var rest = looks;
        for (var change = change(rest); change.isPresent(); change = change(rest)) {
            from += change.getAsInt();
            rest = rest.between(change.getAsInt(), rest.size());
        }
        var line = Line.through(rest, CONFIDENCE);
        int half = rest.size() / 2;
        if (rest.size() < FEWEST_LOOKS || line.contains(0)) {
            return new Trend(from, line);
        }
        var later = Line.through(rest.between(half, rest.size()), CONFIDENCE);
        return later.contains(0) ? new Trend(from + half, later) : new Trend(from, line);
    }

    private static OptionalInt change(Looks looks) {
        int n = looks.size();
        for (double place : PLACES) {
            int at = (int) Math.rint(n * place);
            if (at >= FEWEST_OF_A_SIDE && n - at >= FEWEST_OF_A_SIDE) {
                var before = Line.through(looks.between(0, at), CONFIDENCE_OF_A_CHANGE);
                var after = Line.through(looks.between(at, n), CONFIDENCE_OF_A_CHANGE);
                if (before.differs(after)) {
                    return OptionalInt.of(at);
                }
            }
        }
        return OptionalInt.empty();
    }
}
