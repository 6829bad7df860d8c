package io.memcmp.workloads;

import io.memcmp.probe.Node;
import io.memcmp.probe.Probe;
import java.lang.ref.WeakReference;
import java.util.ArrayList;
import java.util.List;

/**
 * Builds graphs full of cycles, parents and children that know each other, and drops them.
 *
 * <p>Shows that a tracing collector frees cycles, which counting references cannot, and what that costs. Parameters:
 * {@code rounds} of one graph each, a chain of {@code parents} with {@code children} for each of them; {@code keep} says
 * whether the last graph is held until the end.
 */
final class CyclicGraph extends Workload {

    @Override
    public String id() {
        return "cyclic-graph";
    }

    @Override
    public String summary() {
        return "build and drop graphs of parents and children that know each other: collecting cycles";
    }

    @Override
    public List<Parameter> parameters() {
        return List.of(
                new Parameter("rounds", "8000", "how many graphs, one after the other"),
                new Parameter("parents", "10000", "parents in a graph, each knows its children and the next parent"),
                new Parameter("children", "4", "children of a parent, each knows its parent"),
                new Parameter("keep", "last", "last: hold the last graph to the end; none: drop it too"));
    }

    @Override
    public int defaultHeapMiB() {
        return 256;
    }

    @Override
    Run run(Arguments arguments) {
        return new Rounds(
                arguments.integer("rounds", 1, 100_000_000),
                arguments.integer("parents", 1, 100_000_000),
                arguments.integer("children", 0, 100_000_000),
                arguments.choice("keep", Keep.class) == Keep.LAST);
    }

    private enum Keep {
        NONE,
        LAST
    }

    private static final class Parent {
        private final Child[] children;
        private final Parent next;

        private Parent(int children, Parent next) {
            this.children = new Child[children];
            this.next = next;
        }
    }

    private static final class Child {
        private final Parent parent;
        private final int value;

        private Child(Parent parent, int value) {
            this.parent = parent;
            this.value = value;
        }
    }

    private static final class Rounds implements Run {

        /** How many dropped graphs are watched at most. */
        private static final int WATCHED = 1000;

        private final int rounds;
        private final int parents;
        private final int children;
        private final boolean keep;

        /**
         * The last families of dropped graphs: when one is gone, all that led to it is gone. Not the first ones: with weak
         * references to those the window took ten times as long under ZGC of Java 25, which marked what they lead to.
         */
        private final List<WeakReference<Parent>> dropped = new ArrayList<>(WATCHED);

        private Parent graph;
        private Parent tail;
        private int finished;
        private long sum;

        private Rounds(int rounds, int parents, int children, boolean keep) {
            this.rounds = rounds;
            this.parents = parents;
            this.children = children;
            this.keep = keep;
        }

        @Override
        public void measure() {
            int stride = Math.max(1, (rounds + WATCHED - 1) / WATCHED);
            for (int round = 0; round < rounds; round++) {
                graph = build();
                sum += sum(graph);
                finished = round + 1;
                boolean last = finished == rounds;
                if (!last || !keep) {
                    graph = null;
                    if (round % stride == 0) {
                        dropped.add(new WeakReference<>(tail));
                    }
                }
                tail = null;
            }
        }

        private Parent build() {
            Parent latest = null;
            for (int i = 0; i < parents; i++) {
                latest = new Parent(children, latest);
                addChildren(latest);
                if (i == 0) {
                    tail = latest;
                }
            }
            return latest;
        }

        private static void addChildren(Parent parent) {
            for (int i = 0; i < parent.children.length; i++) {
                parent.children[i] = new Child(parent, i);
            }
        }

        /** {@return the sum of the children's values, counted only where the child leads back to its parent} */
        private static long sum(Parent first) {
            long sum = 0;
            for (Parent parent = first; parent != null; parent = parent.next) {
                for (Child child : parent.children) {
                    sum += child.parent == parent ? child.value : -1;
                }
            }
            return sum;
        }

        @Override
        public long operations() {
            return (long) finished * parents * (1 + children);
        }

        @Override
        public Inventory inventory(Sizes sizes) {
            long made = (long) finished * parents;
            long alive = keep && finished == rounds ? parents : 0;
            var parent = new Parent(children, null);
            return new Inventory(
                    new Inventory.Kind(
                            new Node(Parent.class.getName(), "ref children, ref next", alive, 0, sizes.of(parent)),
                            made),
                    new Inventory.Kind(
                            new Node(
                                    Child.class.getName() + "[]",
                                    "ref[" + children + "]",
                                    alive,
                                    0,
                                    sizes.of(parent.children)),
                            made),
                    new Inventory.Kind(
                            new Node(
                                    Child.class.getName(),
                                    "ref parent, int value",
                                    alive * children,
                                    Integer.BYTES,
                                    sizes.of(new Child(parent, 0))),
                            made * children));
        }

        @Override
        public Check check() {
            long expected = (long) rounds * parents * ((long) children * (children - 1) / 2);
            long reclaimed =
                    dropped.stream().filter(graph -> graph.refersTo(null)).count();
            String found = "sum over the children: expected " + expected + ", found " + sum
                    + "; dropped graphs reclaimed: " + reclaimed + " of " + dropped.size();
            if (Probe.neverCollects()) {
                return new Check(sum == expected, found + ", not collected: Epsilon");
            }
            return new Check(sum == expected && reclaimed == dropped.size(), found);
        }

        @Override
        public void drop() {
            graph = null;
            tail = null;
        }
    }
}
