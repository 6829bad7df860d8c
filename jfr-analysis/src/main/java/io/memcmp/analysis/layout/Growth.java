package io.memcmp.analysis.layout;

import io.memcmp.analysis.layout.Piece.Length;

/** How long the arrays are in the collections of the JDK, filled element by element from their default size. */
final class Growth {
    private static final int TABLE = 16;
    private static final int LIST = 10;
    private static final int DEQUE = 17;
    private static final int SMALL_DEQUE = 64;

    /** Of HashMap and what is built of it. */
    static final Length HASH_TABLE = new Length(
            "table(n)",
            "16, doubled as long as n is more than three quarters of it; no table while it is empty",
            n -> table(n, false));

    /** Of ConcurrentHashMap, which doubles one element earlier. */
    static final Length CONCURRENT_TABLE = new Length(
            "table(n)",
            "16, doubled as long as n is three quarters of it or more; no table while it is empty",
            n -> table(n, true));

    /** Of ArrayList. */
    static final Length ARRAY_LIST = new Length(
            "capacity(n)",
            "10, grown by half as long as n is more; 0 while it is empty, in an array that all empty lists share",
            Growth::list);

    /** Of ArrayDeque. */
    static final Length ARRAY_DEQUE = new Length(
            "capacity(n)",
            "17, as long as n is not less than it: doubled and 2 more below 64, grown by half from there",
            Growth::deque);

    private Growth() {}

    private static long table(long elements, boolean early) {
        if (elements == 0) {
            return 0;
        }
        long length = TABLE;
        while (early ? elements >= length / 4 * 3 : elements > length / 4 * 3) {
            length *= 2;
        }
        return length;
    }

    private static long list(long elements) {
        if (elements == 0) {
            return 0;
        }
        long capacity = LIST;
        while (capacity < elements) {
            capacity += capacity / 2;
        }
        return capacity;
    }

    private static long deque(long elements) {
        long capacity = DEQUE;
        while (capacity <= elements) {
            capacity += capacity < SMALL_DEQUE ? capacity + 2 : capacity / 2;
        }
        return capacity;
    }
}
