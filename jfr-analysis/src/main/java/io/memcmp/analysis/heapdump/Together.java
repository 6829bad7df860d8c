package io.memcmp.analysis.heapdump;

import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Does several things at once, the first of them in the thread that asks. */
final class Together {
    /** One of them. */
    interface Task {
        void run() throws IOException;
    }

    private Together() {}

    /**
     * Returns when all are done, or have ended since one failed.
     *
     * @throws IOException when one of them fails so
     */
    static void run(List<? extends Task> tasks) throws IOException {
        if (tasks.size() == 1) {
            tasks.getFirst().run();
            return;
        }
        var threads = Thread.ofPlatform().daemon().name("memcmp-dump-", 1).factory();
        try (var pool = Executors.newFixedThreadPool(tasks.size() - 1, threads)) {
            var others = new ArrayList<Future<?>>();
            for (var task : tasks.subList(1, tasks.size())) {
                others.add(pool.submit(() -> {
                    task.run();
                    return null;
                }));
            }
            boolean done = false;
            try {
                tasks.getFirst().run();
                for (var other : others) {
                    await(other);
                }
                done = true;
            } finally {
                if (!done) {
                    pool.shutdownNow(); // their reading of the file ends
                }
            }
        }
    }

    private static void await(Future<?> task) throws IOException {
        try {
            task.get();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IOException("interrupted", interrupted);
        } catch (ExecutionException failed) {
            switch (failed.getCause()) {
                case IOException cause -> throw cause;
                case RuntimeException cause -> throw cause;
                case Error cause -> throw cause;
                case null, default -> throw new IllegalStateException(failed);
            }
        }
    }
}
