package io.memcmp.result;

import java.util.List;

/**
 * Who dominates whom. What an object dominates is what would be free if it were, and so is part of what it retains.
 *
 * @param live bytes that are reached by the references that count
 * @param below what no single object dominates
 */
public record DumpTree(long live, Below below) {
    /**
     * An object and the greatest of what it dominates.
     *
     * @param reference how its dominator refers to it: {@code .table}, {@code []}; empty where it does so only through
     *     others
     * @param object what
     * @param below what it dominates directly
     */
    public record Node(String reference, DumpObject object, Below below) {}

    /**
     * What is dominated directly by the same object.
     *
     * @param nodes the objects that retain most, most first
     * @param groups what else there is, by class, most first
     * @param others objects that are in neither list
     * @param otherBytes that those retain
     */
    public record Below(List<Node> nodes, List<Group> groups, long others, long otherBytes) {
        /** Not looked at. */
        public static final Below NOTHING = new Below(List.of(), List.of(), 0, 0);

        /** Copies the lists. */
        public Below {
            nodes = List.copyOf(nodes);
            groups = List.copyOf(groups);
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
