package io.memcmp.plan;

/**
 * One launch of one JVM.
 *
 * @param cell what is launched
 * @param block in which block, from 1; 0 is the one that warms up the machine and is not counted
 * @param attempt the how manieth in this block, from 1: one that the machine disturbed is repeated; of the warm-up, the
 *     how manieth round
 */
public record Trial(Cell cell, int block, int attempt) {
    /** The block whose trials are not counted. */
    public static final int WARM_UP = 0;

    /**
     * The first attempt.
     *
     * @param cell what is launched
     * @param block in which block
     */
    public Trial(Cell cell, int block) {
        this(cell, block, 1);
    }

    /** {@return the same once more, after the machine disturbed this one} */
    public Trial again() {
        return new Trial(cell, block, attempt + 1);
    }

    /** {@return whether it only warms up the machine} */
    public boolean warmsUp() {
        return block == WARM_UP;
    }
}
