package io.memcmp.analysis.heapdump;

import java.io.IOException;
import java.util.ArrayList;
import java.util.EnumMap;

/** Instances and bytes of each class by how they are reached. */
@SuppressWarnings("EnumOrdinal") // numbers in tables of this run alone
final class ReachedAmounts {
    private static final int KINDS = Reachability.values().length;

    private final ObjectGraph graph;
    private final Ints dominators;
    private final Bits weak;
    private final ObjectSizes sizes;
    private final long[] instances;
    private final long[] bytes;
    private long total;

    /**
     * Of a graph whose dominators are known.
     *
     * @param weak what is reached only weakly
     * @param classes how many
     */
    ReachedAmounts(ObjectGraph graph, Ints dominators, Bits weak, ObjectSizes sizes, int classes) {
        this.graph = graph;
        this.dominators = dominators;
        this.weak = weak;
        this.sizes = sizes;
        instances = new long[classes * KINDS];
        bytes = new long[classes * KINDS];
    }

    /** Counts all, puts the size of what is reached into a table, and the graph's states to 0; returns the bytes reached. */
    long count(Ints reachedSizes, Ranges ranges) throws IOException {
        var counters = new ArrayList<ReachedAmounts>();
        ranges.run(() -> {
            var counter = new ReachedAmounts(graph, dominators, weak, sizes, instances.length / KINDS);
            counters.add(counter);
            return (from, to) -> counter.count(reachedSizes, from, to);
        });
        counters.forEach(this::add);
        return total;
    }

    private void add(ReachedAmounts other) {
        for (int slot = 0; slot < instances.length; slot++) {
            instances[slot] += other.instances[slot];
            bytes[slot] += other.bytes[slot];
        }
        total += other.total;
    }

    private void count(Ints reachedSizes, int from, int to) {
        for (int object = from; object < to; object++) {
            long size = sizes.of(object, graph);
            var how = ReachedGraph.reachability(object, dominators, weak);
            int slot = graph.classOf(object) * KINDS + how.ordinal();
            instances[slot]++;
            bytes[slot] += size;
            boolean reached = how == Reachability.STRONG;
            reachedSizes.set(object, reached ? RetainedSizes.units(size) : 0);
            total += reached ? size : 0;
            graph.state(object, 0);
        }
    }

    DumpClasses.Amounts of(int number) {
        var amounts = new EnumMap<Reachability, Amount>(Reachability.class);
        for (var how : Reachability.values()) {
            int slot = number * KINDS + how.ordinal();
            amounts.put(how, new Amount(instances[slot], bytes[slot]));
        }
        return DumpClasses.Amounts.of(amounts);
    }
}
