package io.memcmp.analysis.heapdump;

/** How many sizes, of eight and more, there are of which magnitude, to an eighth of a power of two. */
final class SizeClasses {
    private static final int STEPS = 3;

    private final long[] counts = new long[Long.SIZE << STEPS];

    void add(long size) {
        counts[index(size)]++;
    }

    /** {@return the size from which on there are no more than so many} */
    long least(long most) {
        long seen = 0;
        for (int index = counts.length - 1; index > 0; index--) {
            seen += counts[index];
            if (seen > most) {
                return lowest(index + 1);
            }
        }
        return 0;
    }

    private static int index(long size) {
        int power = Long.SIZE - 1 - Long.numberOfLeadingZeros(size | 1);
        int step = (int) (power >= STEPS ? size >>> (power - STEPS) : size << (STEPS - power)) & ((1 << STEPS) - 1);
        return (power << STEPS) | step;
    }

    private static long lowest(int index) {
        int power = index >>> STEPS;
        if (power >= Long.SIZE - 1) {
            return Long.MAX_VALUE;
        }
        long whole = (1L << STEPS) | (index & ((1 << STEPS) - 1));
        return power >= STEPS ? whole << (power - STEPS) : whole >>> (STEPS - power);
    }
}
