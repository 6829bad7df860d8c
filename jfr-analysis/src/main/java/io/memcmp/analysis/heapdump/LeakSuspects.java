package io.memcmp.analysis.heapdump;

import java.io.IOException;
import java.util.List;
import java.util.Optional;

/** Finds what holds an unusual share of a heap. */
public final class LeakSuspects {
    private LeakSuspects() {}

    /**
     * What holds a large share of the heap.
     *
     * @param object the object; {@link HeapDump#NONE} where it is many objects of one class
     * @param name its class, or of a class object {@code class} and its name
     * @param instances how many objects this is
     * @param retained bytes that they retain
     * @param share of the bytes that are strongly reachable, from 0 to 1
     * @param accumulation where in it the memory piles up; empty where it does not at one place
     * @param path from a root to it, or to one of its objects
     * @param reason all of this in plain words, one or two sentences
     */
    public record Suspect(
            int object,
            String name,
            long instances,
            long retained,
            double share,
            Optional<Accumulation> accumulation,
            List<PathStep> path,
            String reason) {
        /** Copies the list. */
        public Suspect {
            path = List.copyOf(path);
        }
    }

    /**
     * Where memory piles up.
     *
     * @param object the last object from which it fans out into many
     * @param name its class
     * @param retained bytes that it retains
     * @param content the class of which most is
     * @param instances how many of that
     * @param bytes that those retain
     */
    public record Accumulation(
            int object, String name, long retained, String content, long instances, long bytes) {}

    /**
     * {@return what holds an unusual share, most first}
     *
     * @param dump read with its retained sizes
     * @param share from which on it is unusual, from 0 to 1
     * @throws IOException when the file can no longer be read
     */
    public static List<Suspect> of(HeapDump dump, double share) throws IOException {
        throw new UnsupportedOperationException();
    }
}
