package io.memcmp.analysis.heapdump;

import java.util.EnumMap;

/** Instances and bytes of each class by how they are reached. */
@SuppressWarnings("EnumOrdinal") // numbers in tables of this run alone
final class ReachedAmounts {
    private static final int KINDS = Reachability.values().length;

    private final long[] instances;
    private final long[] bytes;

    ReachedAmounts(ReachedGraph reached, ObjectSizes sizes, int classes) {
        instances = new long[classes * KINDS];
        bytes = new long[classes * KINDS];
        var graph = reached.graph();
        for (int object = 0; object < graph.objects(); object++) {
            int slot =
                    graph.classOf(object) * KINDS + reached.reachability(object).ordinal();
            instances[slot]++;
            bytes[slot] += sizes.of(object, graph);
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
