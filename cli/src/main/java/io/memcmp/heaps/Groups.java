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

    void add(String name, long retained) {
        var sum = sums.computeIfAbsent(name, _ -> new Sum());
        sum.instances++;
        sum.bytes += retained;
    }

    /** {@return those with most bytes} */
    List<DumpTree.Group> largest(int most) {
        return sums.entrySet().stream()
                .map(entry -> new DumpTree.Group(entry.getKey(), entry.getValue().instances, entry.getValue().bytes))
                .sorted(Comparator.comparingLong(DumpTree.Group::retained)
                        .reversed()
                        .thenComparing(DumpTree.Group::name))
                .limit(most)
                .toList();
    }
}
