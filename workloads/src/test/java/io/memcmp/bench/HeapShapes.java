package io.memcmp.bench;

import java.util.HashMap;
import java.util.Map;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** Graphs that are hard for a reader of heap dumps, each in a way of its own. Those of one size are the same in every run. */
final class HeapShapes {
    private static final int CACHED_BYTES = 1000;

    private HeapShapes() {}

    /** A link of a chain: the node of {@code linked-list}. */
    static final class Node {
        final int value;
        final @Nullable Node next;

        Node(int value, @Nullable Node next) {
            this.value = value;
            this.next = next;
        }
    }

    /** A node of a web. */
    static final class Knot {
        final int value;

        @Nullable
        Knot next;

        @Nullable
        Knot left;

        @Nullable
        Knot right;

        Knot(int value) {
            this.value = value;
        }
    }

    /** What a forgotten entry of a cache holds. */
    static final class Entry {
        final long created;
        final byte[] data = new byte[CACHED_BYTES];

        Entry(long created) {
            this.created = created;
        }
    }

    /** {@return the head of a chain as deep as it is long} */
    static Object chain(int nodes) {
        Node head = null;
        for (int i = 0; i < nodes; i++) {
            head = new Node(i, head);
        }
        if (head == null) {
            throw new IllegalArgumentException("an empty chain");
        }
        return head;
    }

    /**
     * {@return a node of one strongly connected component}
     * One circle leads through all nodes in random order, and each refers to two others at random: nearly every reference
     * leads far away in memory.
     */
    static Object cyclic(int nodes) {
        var random = new Random(7);
        var all = new Knot[nodes];
        for (int i = 0; i < nodes; i++) {
            all[i] = new Knot(i);
        }
        for (int i = nodes - 1; i > 0; i--) {
            int other = random.nextInt(i + 1);
            var knot = all[i];
            all[i] = all[other];
            all[other] = knot;
        }
        for (int i = 0; i < nodes; i++) {
            all[i].next = all[(i + 1) % nodes];
            all[i].left = all[random.nextInt(nodes)];
            all[i].right = all[random.nextInt(nodes)];
        }
        return all[0];
    }

    /** {@return a cache that nothing is ever removed from} */
    static Object leak(int entries) {
        Map<Long, Entry> cache = new HashMap<>();
        for (long i = 0; i < entries; i++) {
            cache.put(i, new Entry(i));
        }
        return cache;
    }
}
