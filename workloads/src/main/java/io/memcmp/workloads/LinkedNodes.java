package io.memcmp.workloads;

import io.memcmp.probe.Node;
import java.util.List;

/**
 * Builds one long singly linked list some times over, goes through the last one some times and keeps it.
 *
 * <p>Shows what a small object costs beside its data, and how a collector copes with a structure that it can only follow
 * one step at a time. Parameters: {@code nodes} of one int each, built {@code builds} times, gone
 * through {@code traversals} times.
 */
final class LinkedNodes extends Workload {

    @Override
    public String id() {
        return "linked-list";
    }

    @Override
    public String summary() {
        return "build, traverse and keep a linked list: the overhead of small objects, and marking without parallelism";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter("nodes", "4000000", "how many nodes of one int"),
                new Parameter("builds", "5", "how often the list is built, each time without the one before"),
                new Parameter("traversals", "100", "how often the last list is gone through and summed"));
    }

    @Override
    public int defaultHeapMiB() {
        return 256;
    }

    @Override
    Run run(Arguments arguments) {
        return new Chain(
                arguments.integer("nodes", 1, Integer.MAX_VALUE),
                arguments.integer("builds", 1, 1_000_000),
                arguments.integer("traversals", 1, 1_000_000));
    }

    /** The object under test: the article's {@code Node}. */
    private static final class Link {
        private final int value;
        private final Link next;

        private Link(int value, Link next) {
            this.value = value;
            this.next = next;
        }
    }

    private static final class Chain implements Run {

        private final int nodes;
        private final int builds;
        private final int traversals;
        private Link head;
        private long built;
        private int traversed;
        private long sum;

        private Chain(int nodes, int builds, int traversals) {
            this.nodes = nodes;
            this.builds = builds;
            this.traversals = traversals;
        }

        @Override
        public void measure() {
            for (int build = 0; build < builds; build++) {
                head = null;
                build();
            }
            for (int round = 0; round < traversals; round++) {
                sum += sum(head);
                traversed = round + 1;
            }
        }

        private void build() {
            for (int value = 0; value < nodes; value++) {
                head = new Link(value, head);
                built++;
            }
        }

        private static long sum(Link first) {
            long sum = 0;
            for (Link link = first; link != null; link = link.next) {
                sum += link.value;
            }
            return sum;
        }

        @Override
        public long operations() {
            return built + (long) traversed * nodes;
        }

        @Override
        public Inventory inventory(Sizes sizes) {
            long alive = Math.min(built, nodes);
            var link = new Node(
                    Link.class.getName(), "int value, ref next", alive, Integer.BYTES, sizes.of(new Link(0, null)));
            return new Inventory(new Inventory.Kind(link, built));
        }

        @Override
        public Check check() {
            long once = (long) nodes * (nodes - 1) / 2;
            return Check.equal("sum of all values, " + traversals + " times", once * traversals, sum);
        }

        @Override
        public void drop() {
            head = null;
        }
    }
}
