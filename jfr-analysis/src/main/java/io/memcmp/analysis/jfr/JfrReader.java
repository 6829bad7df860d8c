package io.memcmp.analysis.jfr;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.List;
import java.util.function.LongConsumer;

/**
 * Reads a recording: files of chunks, one after the other. What is damaged is left out and told; only a recording of which
 * nothing can be read is refused.
 *
 * <p>Memory: a buffer of {@value #WINDOW_BYTES} bytes (more only where one event is larger) and the constants that chosen events
 * of a chunk may refer to; with several workers that for each of them and one more, and copies of the events that wait for
 * their turn, 16 MiB at most. Independent of the size of the files.
 */
public final class JfrReader {
    /** What a processor holds close to itself: a file that comes through it in such slices is read once from far away. */
    static final int WINDOW_BYTES = 1 << 18;

    /** Below, a second thread only takes time from the compiler of this virtual machine; measured with two processors. */
    private static final long WORTH_WORKERS = 512L << 20;

    private static final int MOST_WORKERS = 4;

    /** What one may need for the constants of a chunk, and for events that wait. */
    private static final long WORKER_BYTES = 16 << 20;

    /** No lambda: the first of a virtual machine takes as long as to read a small recording. */
    private static final LongConsumer NOBODY = new LongConsumer() {
        @Override
        public void accept(long bytes) {
            // nobody wants to know
        }
    };

    private final List<Path> files;
    private final int workers;
    private final LongConsumer progress;

    private JfrReader(List<Path> files, int workers, LongConsumer progress) {
        this.files = List.copyOf(files);
        this.workers = workers;
        this.progress = progress;
    }

    /**
     * Reads nothing yet.
     *
     * @param files chunks, in the order of time
     */
    public JfrReader(List<Path> files) {
        this(files, 0, NOBODY);
        if (files.isEmpty()) {
            throw new IllegalArgumentException("no file");
        }
    }

    /**
     * {@return a reader with so many threads} Left alone, it takes one, and more where a recording is so large that they
     * pay.
     *
     * @param threads at least one
     */
    public JfrReader workers(int threads) {
        if (threads < 1) {
            throw new IllegalArgumentException("at least one: " + threads);
        }
        return new JfrReader(files, threads, progress);
    }

    /**
     * {@return a reader that tells how far it is}
     *
     * @param bytes is told how many bytes were read, now and then
     */
    public JfrReader progress(LongConsumer bytes) {
        return new JfrReader(files, workers, bytes);
    }

    /**
     * {@return whether any chunk knows an event of that name, recorded or not}
     *
     * @param event its name
     * @throws RecordingException if a file is missing or cannot be read at all
     */
    public boolean knows(String event) throws RecordingException {
        for (var file : files) {
            try (var channel = FileChannel.open(checked(file), StandardOpenOption.READ)) {
                if (knows(file, channel, event)) {
                    return true;
                }
            } catch (IOException problem) {
                throw unreadable(file, problem);
            }
        }
        return false;
    }

    private static boolean knows(Path file, FileChannel channel, String event) throws IOException {
        var finder = new ChunkFinder(file, channel, new Losses());
        var plans = new Plans(new Choices(List.of()));
        for (var chunk = finder.next(); chunk.isPresent(); chunk = finder.next()) {
            try {
                if (plans.of(channel, chunk.get()).knows(event)) {
                    return true;
                }
            } catch (Malformed _) {
                // whoever reads the recording is told
            }
        }
        return false;
    }

    /**
     * Hands every chosen event to those who chose it.
     *
     * @param visitors who listens
     * @return what was met
     * @throws RecordingException if a file is missing, is no recording, or none of its chunks can be read
     */
    public ReadResult read(List<? extends EventVisitor> visitors) throws RecordingException {
        try (var crew = new Crew(workers == 0 ? fitting() : workers)) {
            var session = new ReadSession(new Choices(visitors), crew, progress);
            for (var file : files) {
                try {
                    session.read(checked(file));
                } catch (IOException problem) {
                    throw unreadable(file, problem);
                }
            }
            return session.result();
        }
    }

    private int fitting() throws RecordingException {
        long bytes = 0;
        for (var file : files) {
            try {
                bytes += Files.size(checked(file));
            } catch (IOException problem) {
                throw unreadable(file, problem);
            }
        }
        var runtime = Runtime.getRuntime();
        // Half of the memory is for those who listen.
        long room = runtime.maxMemory() / (8L * WORKER_BYTES);
        long most = bytes < WORTH_WORKERS ? 1 : Math.min(MOST_WORKERS, runtime.availableProcessors());
        return (int) Math.clamp(room, 1, most);
    }

    private static Path checked(Path file) throws RecordingException {
        if (!Files.exists(file)) {
            throw new RecordingException(file + " does not exist");
        }
        if (!Files.isRegularFile(file)) {
            throw new RecordingException(file + " is not a file");
        }
        return file;
    }

    private static RecordingException unreadable(Path file, IOException problem) {
        var message = problem.getMessage();
        var told = message == null ? problem.getClass().getSimpleName() : message;
        return new RecordingException(file + " cannot be read: " + told, problem);
    }
}
