package io.memcmp.bench.heap;

import java.util.Comparator;
import java.util.List;
import java.util.PriorityQueue;

/** Of all objects those that retain most; the same for every reader that has no such list of its own. */
public final class Largest {
    private final PriorityQueue<Retaining> kept = new PriorityQueue<>(Comparator.comparingLong(Retaining::bytes));

    /**
     * An object.
     *
     * @param object by which the reader knows it
     * @param bytes it retains
     */
    public record Retaining(long object, long bytes) {}

    /** Nothing yet. */
    public Largest() {}

    /**
     * Keeps an object if it belongs here.
     *
     * @param object by which the reader knows it
     * @param bytes it retains
     */
    public void offer(long object, long bytes) {
        if (kept.size() < Question.MOST) {
            kept.add(new Retaining(object, bytes));
        } else if (bytes > kept.element().bytes()) {
            kept.remove();
            kept.add(new Retaining(object, bytes));
        }
    }

    /** {@return what was kept, that which retains most first} */
    public List<Retaining> descending() {
        return kept.stream()
                .sorted(Comparator.comparingLong(Retaining::bytes).reversed())
                .toList();
    }
}
