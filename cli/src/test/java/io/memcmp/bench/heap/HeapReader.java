package io.memcmp.bench.heap;

import java.io.IOException;
import java.nio.file.Path;

/** A way to read a dump, used as its documentation tells. */
public interface HeapReader {
    /**
     * Reads a dump once.
     *
     * @param dump the file
     * @param question what is wanted of it
     * @param findings takes the answer
     * @throws IOException if the file cannot be read
     */
    void read(Path dump, Question question, Findings findings) throws IOException;
}
