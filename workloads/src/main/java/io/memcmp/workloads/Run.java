package io.memcmp.workloads;

/** One run of a workload. The harness calls these in this order; {@link #drop} also as soon as memory has run out. */
interface Run {

    /** What the self-check found, and the words for it. */
    record Check(boolean passed, String compared) {
        static Check equal(String what, long expected, long found) {
            return new Check(expected == found, what + ": expected " + expected + ", found " + found);
        }
    }

    /** The fixed work of the measured window. */
    void measure() throws InterruptedException;

    /** {@return operations done so far} */
    long operations();

    /** {@return what the work was made of; the results are still held} */
    Inventory inventory(Sizes sizes);

    /** {@return whether the work came to the right result; called when all garbage has been collected} */
    Check check();

    /** Lets go of everything. Must not allocate. */
    void drop();

    /** {@return whether running out of memory is what was asked for} */
    default boolean outOfMemoryIsTheAnswer() {
        return false;
    }
}
