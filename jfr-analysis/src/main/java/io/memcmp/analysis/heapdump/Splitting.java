package io.memcmp.analysis.heapdump;

/**
 * Into how many parts a dump is cut, which are read at once.
 *
 * @param most so many parts
 * @param leastBytes for less than so many a part is not worth a thread
 */
record Splitting(int most, long leastBytes) {
    private static final int MOST_THREADS = 8;

    /** As many parts as there are processors, up to eight. */
    static final Splitting USUAL =
            new Splitting(Math.min(MOST_THREADS, Runtime.getRuntime().availableProcessors()), 16 << 20);

    /** {@return into how many parts so many bytes are cut} */
    int parts(long bytes) {
        return Math.clamp(bytes / Math.max(1, leastBytes), 1, most);
    }
}
