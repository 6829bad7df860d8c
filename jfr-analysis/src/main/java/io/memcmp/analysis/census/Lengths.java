package io.memcmp.analysis.census;

import java.util.HashMap;
import java.util.Map;

/**
 * How many arrays there are of which length. Arrays of n different lengths take n²/2 bytes at least, so that the table
 * stays small whatever the heap.
 */
final class Lengths {
    private static final int SHORT = 512;

    private final long[] ofShort = new long[SHORT];
    private final Map<Integer, Long> ofLong = new HashMap<>();

    void add(int length) {
        if (length < SHORT) {
            ofShort[length]++;
        } else {
            ofLong.merge(length, 1L, Long::sum);
        }
    }

    /** Takes a length and how many arrays have it. */
    interface Visitor {
        void visit(int length, long arrays);
    }

    void forEach(Visitor visitor) {
        for (int length = 0; length < SHORT; length++) {
            if (ofShort[length] > 0) {
                visitor.visit(length, ofShort[length]);
            }
        }
        ofLong.forEach(visitor::visit);
    }
}
