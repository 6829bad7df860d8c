package io.memcmp.result;

import io.memcmp.analysis.heapdump.Amount;
import java.util.List;

/**
 * Who dominates whom: large objects each by itself, small ones of a class beside each other as one. What an object
 * dominates would be free if it were, and is part of what it retains.
 *
 * @param live bytes that are reached by the references that count
 * @param top what no single object dominates, what retains most first
 * @param others what else there is of that; bytes are what they retain
 * @param complete false where there were too many different places to tell all apart
 */
public record DumpTree(long live, List<Node> top, Amount others, boolean complete) {
    /** Copies the list. */
    public DumpTree {
        top = List.copyOf(top);
    }

    /**
     * An object, or several of one class that the same object, or the same several, dominate.
     *
     * @param reference how what dominates it refers to it: {@code .table}, {@code []}, {@code static cache}; empty where
     *     it does so only through others
     * @param name their class; of a class object {@code class} and its name
     * @param address of the object; of several, of one of them as an example
     * @param instances how many stand beside each other
     * @param nested how many more of the same class those dominate one behind another: links of a chain, nodes of a tree
     * @param bytes of all of them themselves
     * @param retained bytes
     * @param below what they dominate directly, what retains most first
     * @param others what else they dominate directly
     */
    public record Node(
            String reference,
            String name,
            long address,
            long instances,
            long nested,
            long bytes,
            long retained,
            List<Node> below,
            Amount others) {
        /** Copies the list. */
        public Node {
            below = List.copyOf(below);
        }
    }

    /**
     * Objects of a class.
     *
     * @param name of the class
     * @param instances how many
     * @param retained bytes that each of them retains, together
     */
    public record Group(String name, long instances, long retained) {}
}
