package io.memcmp.heaps;

import java.time.Duration;
import java.util.Optional;

/** Hears how far the reading of heap dumps is. */
public interface DumpListener {
    /**
     * A dump is about to be read.
     *
     * @param number which one, from 1 on
     * @param of how many there are
     * @param name what to call it
     */
    void started(int number, int of, String name);

    /**
     * It is known how much memory this one takes.
     *
     * @param bytes beside the virtual machine itself
     */
    void needs(long bytes);

    /**
     * It is so far.
     *
     * @param doing what is being done
     * @param percent of all of it, 0 to 100
     * @param left how long the rest is likely to take; empty while nobody can tell
     */
    void at(String doing, int percent, Optional<Duration> left);

    /**
     * Something that its reader must know, whether he follows the progress or not.
     *
     * @param text without the name of the dump
     */
    void remark(String text);

    /** That dump is done. */
    void ended();
}
