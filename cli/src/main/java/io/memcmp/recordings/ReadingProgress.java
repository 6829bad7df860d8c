package io.memcmp.recordings;

/** Hears how far an analysis is. */
public interface ReadingProgress {
    /**
     * A recording is about to be read.
     *
     * @param number which one, from 1 on
     * @param of how many there are
     * @param name what to call it
     * @param bytes its size
     */
    void started(int number, int of, String name, long bytes);

    /**
     * So much of that recording was read.
     *
     * @param bytes since its beginning
     */
    void read(long bytes);

    /** That recording is done. */
    void ended();
}
