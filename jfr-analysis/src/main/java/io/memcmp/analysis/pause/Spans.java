package io.memcmp.analysis.pause;

import java.util.Arrays;

/**
 * Spans of time in their order, none touching another, without an object for any of them. Nanoseconds since a window
 * began; what lies outside of it is cut off.
 */
final class Spans {
    private final long[] begins;
    private final long[] ends;
    private int size;

    private Spans(int most) {
        this.begins = new long[most];
        this.ends = new long[most];
    }

    /**
     * {@return what these spans cover}
     *
     * @param begins of each, in any order; sorted in place
     * @param ends of each; sorted in place
     * @param length of the window
     */
    static Spans of(long[] begins, long[] ends, long length) {
        // How many have begun and how many have ended by an instant does not depend on which is whose.
        Arrays.sort(begins);
        Arrays.sort(ends);
        var spans = new Spans(begins.length);
        for (int first = 0; first < begins.length; ) {
            int last = first;
            while (last + 1 < begins.length && begins[last + 1] <= ends[last]) {
                last++;
            }
            spans.add(Math.max(0, begins[first]), Math.min(length, ends[last]));
            first = last + 1;
        }
        return spans;
    }

    private void add(long begin, long end) {
        if (begin < end) {
            begins[size] = begin;
            ends[size] = end;
            size++;
        }
    }

    /** {@return what these and further spans cover together} The arrays are sorted in place. */
    Spans with(long[] moreBegins, long[] moreEnds, long length) {
        int all = size + moreBegins.length;
        var allBegins = Arrays.copyOf(begins, all);
        var allEnds = Arrays.copyOf(ends, all);
        System.arraycopy(moreBegins, 0, allBegins, size, moreBegins.length);
        System.arraycopy(moreEnds, 0, allEnds, size, moreEnds.length);
        return of(allBegins, allEnds, length);
    }

    int size() {
        return size;
    }

    long begin(int span) {
        return begins[span];
    }

    long end(int span) {
        return ends[span];
    }
}
