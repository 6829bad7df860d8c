package io.memcmp.analysis.jfr;

import java.nio.file.Path;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Reads a recording: files of chunks, one after the other. What is damaged is left out and told; only a recording of which
 * nothing can be read is refused.
 *
 * <p>Memory: one buffer of at most {@value #WINDOW_BYTES} bytes for each worker (more only where one event is larger) and
 * the constants that visited events may refer to; independent of the size of the files.
 */
@SuppressWarnings("DoNotCallSuggester")
public final class JfrReader {
    /** No chunk that a virtual machine writes by default is larger. */
    static final int WINDOW_BYTES = 16 << 20;

    private final List<Path> files;

    /**
     * Reads nothing yet.
     *
     * @param files chunks, in the order of time
     */
    public JfrReader(List<Path> files) {
        this.files = List.copyOf(files);
    }

    /**
     * {@return a reader with so many threads} Left alone, it takes one, and more where a recording is so large that they
     * pay.
     *
     * @param threads at least one
     */
    public JfrReader workers(int threads) {
        throw new UnsupportedOperationException(files.toString());
    }

    /**
     * {@return a reader that tells how far it is}
     *
     * @param bytes is told how many bytes were read, now and then
     */
    public JfrReader progress(LongConsumer bytes) {
        throw new UnsupportedOperationException(files.toString());
    }

    /**
     * {@return whether the first or the last chunk knows an event of that name, recorded or not}
     *
     * @param event its name
     * @throws RecordingException if a file is missing or cannot be read at all
     */
    public boolean knows(String event) throws RecordingException {
        throw new UnsupportedOperationException(files.toString());
    }

    /**
     * Hands every chosen event to those who chose it.
     *
     * @param visitors who listens
     * @return what was met
     * @throws RecordingException if a file is missing, is no recording, or none of its chunks can be read
     */
    public ReadResult read(List<? extends EventVisitor> visitors) throws RecordingException {
        throw new UnsupportedOperationException(files.toString());
    }
}
