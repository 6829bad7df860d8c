package io.memcmp.analysis.heapdump;

import java.io.IOException;
import java.util.ArrayList;

/** Goes through the objects of a graph in several ranges at once. */
final class Ranges {
    /** What an object takes in the tables of a graph, about: so many bytes are worth a thread, as they are in a file. */
    private static final long BYTES = 32;

    private final int objects;
    private final int parts;

    Ranges(int objects, Splitting splitting) {
        this.objects = objects;
        this.parts = splitting.parts(BYTES * objects);
    }

    /** Does something with the objects of one range. */
    interface Task {
        void run(int from, int to);
    }

    /**
     * Returns when all was done. Each thread sees what the others did before.
     *
     * @throws IOException when it was interrupted
     */
    void run(Task task) throws IOException {
        var tasks = new ArrayList<Together.Task>();
        for (int part = 0; part < parts; part++) {
            int from = begin(part);
            int to = begin(part + 1);
            tasks.add(() -> task.run(from, to));
        }
        Together.run(tasks);
    }

    private int begin(int part) {
        return (int) ((long) objects * part / parts);
    }
}
