package io.memcmp.analysis.heapdump;

/** Tells which hashes may have come more than once: all that did, and of the others about one in eight. */
final class Repeats {
    private static final int ROOM = 8;
    private static final int BITS = 2;
    private static final int CELLS_A_WORD = Long.SIZE / BITS;
    private static final int MOST_WORDS = 1 << 28;

    private final long[] words;

    /** @param hashes how many will come */
    Repeats(long hashes) {
        long needed = Math.max(1, hashes * ROOM / CELLS_A_WORD);
        words = new long[(int) Math.min(MOST_WORDS, Long.highestOneBit(needed) << 1)];
    }

    void see(long hash) {
        int word = word(hash);
        long seen = words[word] >>> shift(hash) & 3;
        words[word] |= (seen == 0 ? 1L : 2L) << shift(hash);
    }

    boolean mayRepeat(long hash) {
        return (words[word(hash)] >>> shift(hash) & 2) != 0;
    }

    private int word(long hash) {
        return (int) (hash >>> 5) & (words.length - 1);
    }

    private static int shift(long hash) {
        return (int) (hash & (CELLS_A_WORD - 1)) * BITS;
    }
}
