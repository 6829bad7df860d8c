package io.memcmp.analysis.heapdump;

/** Is told how far the reading of a dump is. */
public interface DumpProgress {
    /** Tells nobody. */
    DumpProgress NONE = new DumpProgress() {};

    /** What is done one after the other, with its usual share of the whole time. */
    enum Step {
        /** The whole file is looked through for objects, classes and roots. */
        OBJECTS("finding objects", 0.15),
        /** It is read again, for who refers to whom. */
        REFERENCES("reading references", 0.35),
        /** Who dominates whom. */
        DOMINATORS("finding dominators", 0.35),
        /** What each retains. */
        RETAINED("adding up", 0.15);

        private final String text;
        private final double share;

        Step(String text, double share) {
            this.text = text;
            this.share = share;
        }

        /** {@return what is being done, for people} */
        public String text() {
            return text;
        }

        /** {@return its usual share of the whole time} */
        public double share() {
            return share;
        }
    }

    /**
     * The dump is looked through, and it is known how much memory the rest takes; it is taken after this returns.
     *
     * @param bytes in all, beside the virtual machine itself
     * @throws HeapDumpException to give up
     */
    default void needs(long bytes) throws HeapDumpException {}

    /**
     * A step begins or goes on.
     *
     * @param step which
     * @param done from 0 to 1
     */
    default void at(Step step, double done) {}
}
