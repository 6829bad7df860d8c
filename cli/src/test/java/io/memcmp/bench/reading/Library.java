package io.memcmp.bench.reading;

import java.io.IOException;
import java.nio.file.Path;

/** A way to read a recording, used as its documentation tells. */
public interface Library {
    /**
     * Reads a recording once, from beginning to end.
     *
     * @param recording the file
     * @param job what is wanted of it: the full job or the collections alone
     * @param answer takes it
     * @throws IOException if the file cannot be read
     */
    void read(Path recording, Job job, Answer answer) throws IOException;
}
