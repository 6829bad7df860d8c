package io.memcmp.analysis.heapdump;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.function.IntToLongFunction;
import java.util.stream.Collectors;

/**
 * The part of the dominator tree that matters: large objects each by itself, small ones of a class beside each other as
 * one.
 *
 * @param retained bytes that the roots retain together: all that is reached
 * @param top what the roots dominate directly, what retains most first
 * @param others what else they dominate directly
 * @param complete false where the tree held too many different places, and what came last stands under {@code others}
 */
public record DominatorTree(long retained, List<Node> top, Amount others, boolean complete) {
    /** Copies the list. */
    public DominatorTree {
        top = List.copyOf(top);
    }

    /**
     * Where the tree ends.
     *
     * @param depth how many levels
     * @param breadth how many children of each
     * @param share of all that is retained, from 0 to 1: what retains less is not shown
     */
    public record Limits(int depth, int breadth, double share) {
        /** Twelve levels of five, down to 1 %. */
        public static final Limits USUAL = new Limits(12, 5, 0.01);

        /** Checks the figures. */
        public Limits {
            if (depth < 1 || breadth < 1 || !(share >= 0 && share <= 1)) {
                throw new IllegalArgumentException(depth + " levels of " + breadth + " down to " + share);
            }
        }
    }

    /**
     * An object, or several of one class that the same object, or the same several, dominate.
     *
     * @param object its number; of several, one of them as an example
     * @param name their class; of a class object {@code class} and its name
     * @param instances how many stand beside each other
     * @param nested how many more of the same class those dominate one behind another: links of a chain, nodes of a tree
     * @param shallow bytes of all of them themselves
     * @param retained bytes that they retain
     * @param share of all that is retained, from 0 to 1
     * @param children what they dominate directly, what retains most first
     * @param others what else they dominate directly
     */
    public record Node(
            int object,
            String name,
            long instances,
            long nested,
            long shallow,
            long retained,
            double share,
            List<Node> children,
            Amount others) {
        /** Copies the list. */
        public Node {
            children = List.copyOf(children);
        }
    }

    /**
     * {@return the tree of a dump}
     *
     * @param outline of it
     * @param limits where it ends
     */
    public static DominatorTree of(DominatorOutline outline, Limits limits) {
        long least = Math.max(1, (long) Math.ceil(limits.share() * outline.retained()));
        var branch = branch(outline, Places.ROOTS, least, limits, 1);
        return new DominatorTree(outline.retained(), branch.shown(), branch.others(), outline.complete());
    }

    /** What is under a place, told or not. */
    private record Branch(List<Node> shown, Amount others) {}

    private static Branch branch(DominatorOutline outline, int place, long least, Limits limits, int level) {
        var places = outline.places();
        var shown = new ArrayList<Node>();
        if (level <= limits.depth()) {
            for (int child : outline.largest(place, least, limits.breadth())) {
                shown.add(node(outline, child, branch(outline, child, least, limits, level + 1)));
            }
            shown.addAll(together(outline, place, least));
            shown.sort(Comparator.comparingLong(Node::retained).reversed());
            shown.subList(Math.min(shown.size(), limits.breadth()), shown.size())
                    .clear();
        }
        long instances = outline.under(place).mapToLong(places::instances).sum() + places.dropped(place);
        long bytes = places.retained(place) - places.shallow(place);
        for (var node : shown) {
            instances -= node.instances();
            bytes -= node.retained();
        }
        return new Branch(shown, new Amount(instances, bytes));
    }

    /** Objects of one class, each too small to be shown by itself, that retain enough all together. */
    private static List<Node> together(DominatorOutline outline, int place, long least) {
        var places = outline.places();
        var small = outline.under(place)
                .filter(child -> places.retained(child) < least)
                .boxed()
                .collect(Collectors.groupingBy(outline::name, LinkedHashMap::new, Collectors.toList()));
        return small.entrySet().stream()
                .map(entry -> together(outline, entry.getKey(), entry.getValue()))
                .filter(node -> node.retained() >= least)
                .toList();
    }

    private static Node together(DominatorOutline outline, String name, List<Integer> children) {
        var places = outline.places();
        long instances = sum(children, places::instances);
        long shallow = sum(children, places::shallow);
        long retained = sum(children, places::retained);
        long below = sum(
                children,
                child -> outline.under(child).mapToLong(places::instances).sum() + places.dropped(child));
        return new Node(
                places.example(children.getFirst()),
                name,
                instances,
                sum(children, places::nested),
                shallow,
                retained,
                (double) retained / outline.retained(),
                List.of(),
                new Amount(below, retained - shallow));
    }

    private static long sum(List<Integer> children, IntToLongFunction figure) {
        return children.stream().mapToLong(figure::applyAsLong).sum();
    }

    private static Node node(DominatorOutline outline, int place, Branch below) {
        var places = outline.places();
        return new Node(
                places.example(place),
                outline.name(place),
                places.instances(place),
                places.nested(place),
                places.shallow(place),
                places.retained(place),
                (double) places.retained(place) / outline.retained(),
                below.shown(),
                below.others());
    }
}
