package io.memcmp.analysis.jfr;

import java.io.IOException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.jspecify.annotations.Nullable;

/**
 * Prepares chunks, several at a time where there are several workers, and gives them back in the order in which they came.
 */
final class Crew implements AutoCloseable {
    private final int workers;
    private final Deque<ChunkReader> idle = new ArrayDeque<>();
    private final Deque<Future<ChunkReader>> busy = new ArrayDeque<>();
    private final @Nullable ExecutorService threads;

    Crew(int workers) {
        this.workers = workers;
        this.threads = workers == 1
                ? null
                : Executors.newFixedThreadPool(
                        workers,
                        Thread.ofPlatform().daemon().name("memcmp reader ", 1).factory());
    }

    /** Takes a chunk; gives the one whose turn it is, or null while there is room for more. */
    @Nullable
    ChunkReader read(PlannedChunk chunk) throws IOException {
        var reader = idle.isEmpty() ? new ChunkReader(threads == null) : idle.remove();
        if (threads == null) {
            return reader.prepare(chunk);
        }
        busy.add(threads.submit(() -> reader.prepare(chunk)));
        return busy.size() > workers ? await() : null;
    }

    /** Waits for the chunk whose turn it is; null where there is none. */
    @Nullable
    ChunkReader await() throws IOException {
        if (busy.isEmpty()) {
            return null;
        }
        try {
            return busy.remove().get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case IOException problem -> throw problem;
                case Error problem -> throw problem;
                case RuntimeException problem -> throw problem;
                case null, default -> throw new IllegalStateException(failed);
            }
        }
    }

    /** Its chunk is done with. */
    void release(ChunkReader reader) {
        idle.add(reader);
    }

    @Override
    public void close() {
        if (threads != null) {
            threads.shutdownNow();
            threads.close();
        }
    }
}
