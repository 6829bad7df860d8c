package io.memcmp.analysis.heapdump;

import java.io.IOException;
import java.util.ArrayList;
import java.util.function.Supplier;

/**
 * Goes through the objects of a graph in several ranges at once, and through each in pieces: a method that is called often is
 * compiled as a whole, where one long loop goes on in the interpreter whenever the compiler has bet on something that then
 * did not hold.
 */
final class Ranges {
    /** What an object takes in the tables of a graph, about: so many bytes are worth a thread, as they are in a file. */
    private static final long BYTES = 32;

    private static final int PIECE = 1 << 12;

    private final int objects;
    private final int parts;

    Ranges(int objects, Splitting splitting) {
        this.objects = objects;
        this.parts = splitting.parts(BYTES * objects);
    }

    /** Does something with the objects of one piece. */
    interface Task {
        void run(int from, int to);
    }

    /**
     * Returns when all was done. Each thread sees what the others did before.
     *
     * @throws IOException when it was interrupted
     */
    void run(Task task) throws IOException {
        run(() -> task);
    }

    /**
     * As above, with a task of its own for each thread.
     *
     * @throws IOException when it was interrupted
     */
    void run(Supplier<Task> taskOfAThread) throws IOException {
        var tasks = new ArrayList<Together.Task>();
        for (int part = 0; part < parts; part++) {
            int from = begin(part);
            int to = begin(part + 1);
            var task = taskOfAThread.get();
            tasks.add(() -> inPieces(from, to, task));
        }
        Together.run(tasks);
    }

    private static void inPieces(int from, int to, Task task) {
        for (int at = from; at < to; at += PIECE) {
            task.run(at, Math.min(at + PIECE, to));
        }
    }

    private int begin(int part) {
        return (int) ((long) objects * part / parts);
    }
}
