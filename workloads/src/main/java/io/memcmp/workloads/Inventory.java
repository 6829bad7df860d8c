package io.memcmp.workloads;

import io.memcmp.probe.Node;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * What a run was made of, by construction.
 *
 * @param kinds the kinds of object that its structure consists of
 * @param discarded bytes of further objects that it made inside the window and that are garbage since
 */
record Inventory(List<Kind> kinds, long discarded) {

    Inventory {
        kinds = List.copyOf(kinds);
    }

    Inventory(Kind... kinds) {
        this(List.of(kinds), 0);
    }

    /**
     * One kind of object.
     *
     * @param node how many are alive, and how large
     * @param made how many were made inside the window
     */
    record Kind(Node node, long made) {}

    /** {@return bytes of data in all that was made} */
    long payload() {
        return kinds.stream()
                .mapToLong(kind -> kind.made() * kind.node().payload())
                .sum();
    }

    /** {@return bytes allocated inside the window, −1 when the sizes of objects are unknown} */
    long allocated() {
        return sizesKnown()
                ? discarded
                        + kinds.stream()
                                .mapToLong(kind -> kind.made() * kind.node().size())
                                .sum()
                : -1;
    }

    /** {@return bytes still alive, −1 when the sizes of objects are unknown} */
    long live() {
        return sizesKnown()
                ? kinds.stream()
                        .map(Kind::node)
                        .mapToLong(node -> node.instances() * node.size())
                        .sum()
                : -1;
    }

    private boolean sizesKnown() {
        return kinds.stream().noneMatch(kind -> kind.node().size() < 0);
    }

    Set<String> classNames() {
        return kinds.stream().map(kind -> kind.node().className()).collect(Collectors.toSet());
    }
}
