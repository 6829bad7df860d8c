package io.memcmp.heaps;

import io.memcmp.result.DumpTree;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Objects added up by a name. */
final class Groups {
    private static final class Sum {
        private long instances;
        private long bytes;
    }

    private final Map<String, Sum> sums = new HashMap<>();
    private long instances;
    private long bytes;

    void add(String name, long retained) {
        add(name, 1, retained);
    }

    /** Takes one away that was added before. */
    void remove(String name, long retained) {
        add(name, -1, -retained);
    }

    private void add(String name, long count, long retained) {
        var sum = sums.computeIfAbsent(name, _ -> new Sum());
        sum.instances += count;
        sum.bytes += retained;
        instances += count;
        bytes += retained;
    }

    /** {@return all that were added} */
    DumpTree.Group all(String name) {
        return new DumpTree.Group(name, instances, bytes);
    }

    /** {@return those with most bytes} */
    List<DumpTree.Group> largest(int most, long atLeast) {
        return sums.entrySet().stream()
                .filter(entry -> entry.getValue().instances > 0 && entry.getValue().bytes >= atLeast)
                .map(entry -> new DumpTree.Group(entry.getKey(), entry.getValue().instances, entry.getValue().bytes))
                .sorted(Comparator.comparingLong(DumpTree.Group::retained)
                        .reversed()
                        .thenComparing(DumpTree.Group::name))
                .limit(most)
                .toList();
    }
}
