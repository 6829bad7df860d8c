package io.memcmp.plan;

import java.util.Optional;

/**
 * How a run goes about its trials, beside their order.
 *
 * @param warmUpBlocks how many blocks run first and do not count: they fill the page cache and find the processor's speed
 * @param keepNoisy whether trials count that the machine disturbed
 * @param precision when the run may end early; empty runs as many blocks as were asked for
 */
public record Protocol(int warmUpBlocks, boolean keepNoisy, Optional<Precision> precision) {
    /** Refuses less than none. */
    public Protocol {
        if (warmUpBlocks < 0) {
            throw new UserError("--warmup-blocks must not be negative: " + warmUpBlocks, "0 leaves the warm-up out");
        }
    }

    /**
     * {@return the usual way} A single look is told as it is; whoever repeats wants to compare, and warms up first.
     *
     * @param repeat how many blocks
     */
    public static Protocol usual(int repeat) {
        return new Protocol(repeat > 1 ? 1 : 0, false, Optional.empty());
    }

    /**
     * Enough is known when every interval is narrow enough; never before the tenth block, and looked at every fifth only,
     * because who looks after every block finds what chance gives for a moment.
     *
     * @param halfWidth of every interval, 0.02 for 2 %
     * @param maxBlocks where it ends in any case
     */
    public record Precision(double halfWidth, int maxBlocks) {
        /** There is no look before this many blocks. */
        private static final int FIRST_LOOK = 10;

        /** Refuses what cannot be reached. */
        public Precision {
            if (!(halfWidth > 0 && halfWidth < 1)) {
                throw new UserError(
                        "not a precision: " + halfWidth, "write a share between 0 and 100 %, for example 2%");
            }
            if (maxBlocks < FIRST_LOOK) {
                throw new UserError(
                        "--max-blocks must be at least " + FIRST_LOOK + ": " + maxBlocks,
                        "with fewer blocks no precision is known; leave --until-precision out and use --repeat");
            }
        }
    }
}
