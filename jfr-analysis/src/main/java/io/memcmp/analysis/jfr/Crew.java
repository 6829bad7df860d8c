package io.memcmp.analysis.jfr;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import org.jspecify.annotations.Nullable;

/**
 * Prepares chunks, several at a time where there are several workers, and gives them back in the order in which they came.
 */
final class Crew implements AutoCloseable {
    private final int workers;
    private final Deque<ChunkReader> idle = new ArrayDeque<>();
    private final Deque<Worker> busy = new ArrayDeque<>();

    Crew(int workers) {
        this.workers = workers;
    }

    /**
     * Prepares one chunk. A thread for each costs next to nothing beside a chunk, while to make the first pool of threads
     * takes a virtual machine longer than to read a small recording.
     */
    private static final class Worker extends Thread {
        private final ChunkReader reader;
        private final PlannedChunk chunk;
        private @Nullable Throwable failure;

        Worker(ChunkReader reader, PlannedChunk chunk) {
            super("memcmp reader");
            setDaemon(true);
            this.reader = reader;
            this.chunk = chunk;
        }

        @Override
        public void run() {
            try {
                reader.prepare(chunk);
            } catch (IOException | RuntimeException | Error problem) {
                failure = problem;
            }
        }

        /** The reader once it is done, or what stopped it. */
        ChunkReader await() throws IOException {
            try {
                join();
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IOException("interrupted", interrupted);
            }
            return switch (failure) {
                case null -> reader;
                case IOException problem -> throw problem;
                case Error problem -> throw problem;
                case RuntimeException problem -> throw problem;
                default -> throw new IllegalStateException(failure);
            };
        }
    }

    /** Takes a chunk; gives the one whose turn it is, or null while there is room for more. */
    @Nullable
    ChunkReader read(PlannedChunk chunk) throws IOException {
        var reader = idle.isEmpty() ? new ChunkReader(workers == 1) : idle.remove();
        if (workers == 1) {
            return reader.prepare(chunk);
        }
        var worker = new Worker(reader, chunk);
        worker.start();
        busy.add(worker);
        return busy.size() == workers ? await() : null;
    }

    /** Waits for the chunk whose turn it is; null where there is none. */
    @Nullable
    ChunkReader await() throws IOException {
        return busy.isEmpty() ? null : busy.remove().await();
    }

    /** Its chunk is done with. */
    void release(ChunkReader reader) {
        idle.add(reader);
    }

    /** Ends what is still being prepared: nobody waits for it. */
    @Override
    public void close() {
        for (var worker : busy) {
            worker.interrupt();
        }
        boolean interrupted = false;
        while (!busy.isEmpty()) {
            try {
                busy.peek().join();
                busy.remove();
            } catch (InterruptedException _) {
                interrupted = true;
            }
        }
        if (interrupted) {
            Thread.currentThread().interrupt();
        }
    }
}
