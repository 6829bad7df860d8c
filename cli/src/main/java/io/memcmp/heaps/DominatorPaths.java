package io.memcmp.heaps;

import io.memcmp.analysis.heapdump.HeapDump;
import io.memcmp.analysis.heapdump.Reachability;
import java.io.IOException;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A dump's tree of dominators, its objects put together by the chain of classes that dominates them. It is followed as
 * far as a chain retains enough to be worth a look.
 *
 * @param chains by the names of their classes, from the roots on
 * @param least bytes that a chain retains where what is below it was looked at
 */
record DominatorPaths(Map<List<String>, Chain> chains, long least) {
    /** Of the live bytes, at least. */
    private static final double SHARE = 0.001;

    private static final int DEEPEST = 12;

    /**
     * The objects at the end of a chain.
     *
     * @param retained bytes, each once
     * @param labels the chain with names of fields
     * @param opened whether what is below it was looked at
     */
    record Chain(long retained, List<String> labels, boolean opened) {}

    static DominatorPaths of(Reader reader) throws IOException {
        return new Growth(reader.dump()).grow(reader);
    }

    /** {@return what a chain retains; empty where nobody looked so far: 0 is a figure} */
    Optional<Long> retained(List<String> chain) {
        var known = chains.get(chain);
        if (known != null) {
            return Optional.of(known.retained);
        }
        var parent = chain.subList(0, chain.size() - 1);
        if (parent.isEmpty()) {
            return Optional.of(0L);
        }
        var above = chains.get(parent);
        if (above != null) {
            return above.opened ? Optional.of(0L) : Optional.empty();
        }
        return retained(parent).filter(nothing -> nothing == 0);
    }

    /** One chain while it is looked for. */
    private static final class Group {
        private final int parent;
        private final String name;
        private long retained;
        private int example = HeapDump.NONE;
        private long mostOfOne;
        private boolean opened;

        Group(int parent, String name) {
            this.parent = parent;
            this.name = name;
        }
    }

    /** Puts every object into the group of its chain, level by level. */
    private static final class Growth {
        private final HeapDump dump;
        private final int[] groupOf;
        private final long least;
        private final List<Group> groups = new ArrayList<>();
        private final List<Map<String, Integer>> children = new ArrayList<>();

        Growth(HeapDump dump) {
            this.dump = dump;
            this.groupOf = new int[dump.objects()];
            this.least =
                    Math.max(1, (long) (SHARE * dump.total(Reachability.STRONG).bytes()));
            add(new Group(-1, ""));
        }

        DominatorPaths grow(Reader reader) throws IOException {
            groups.getFirst().opened = true;
            int from = 0;
            for (int depth = 0; depth < DEEPEST && from < groups.size(); depth++) {
                int to = groups.size();
                fill(from, to);
                for (var group : groups.subList(to, groups.size())) {
                    group.opened = depth + 1 < DEEPEST && group.retained >= least;
                }
                from = to;
            }
            return new DominatorPaths(chains(reader), least);
        }

        /** Finds the children of the groups from one number to another. Group 0 stands for the roots, and for none yet. */
        private void fill(int from, int to) {
            for (int object = 0; object < groupOf.length; object++) {
                if (groupOf[object] != 0) {
                    continue;
                }
                int dominator = dump.dominatorOf(object);
                int parent = dominator == HeapDump.NONE ? 0 : groupOf[dominator];
                boolean placed = dominator == HeapDump.NONE ? from == 0 : parent != 0;
                long retained = dump.retainedBy(object);
                if (!placed || parent < from || parent >= to || retained == 0 || !groups.get(parent).opened) {
                    continue;
                }
                int number = child(parent, dump.nameOf(object));
                groupOf[object] = number;
                var group = groups.get(number);
                group.retained += retained;
                if (retained > group.mostOfOne) {
                    group.mostOfOne = retained;
                    group.example = object;
                }
            }
        }

        private int child(int parent, String name) {
            var known = children.get(parent).get(name);
            if (known != null) {
                return known;
            }
            int number = add(new Group(parent, name));
            children.get(parent).put(name, number);
            return number;
        }

        private int add(Group group) {
            groups.add(group);
            children.add(new HashMap<>());
            return groups.size() - 1;
        }

        private Map<List<String>, Chain> chains(Reader reader) throws IOException {
            var labels = labels(reader);
            var chains = new HashMap<List<String>, Chain>();
            for (int number = 1; number < groups.size(); number++) {
                var names = new ArrayList<String>();
                var shown = new ArrayList<String>();
                for (int each = number; each > 0; each = groups.get(each).parent) {
                    names.addFirst(groups.get(each).name);
                    shown.addFirst(labels.getOrDefault(each, groups.get(each).name));
                }
                var group = groups.get(number);
                chains.put(List.copyOf(names), new Chain(group.retained, List.copyOf(shown), group.opened));
            }
            return chains;
        }

        /** Of those chains that retain something, how the object that retains most is referred to. */
        private Map<Integer, String> labels(Reader reader) throws IOException {
            var examples = new HashMap<Integer, Integer>();
            for (int number = 1; number < groups.size(); number++) {
                var group = groups.get(number);
                if (group.retained >= least && dump.dominatorOf(group.example) != HeapDump.NONE) {
                    examples.put(number, group.example);
                }
            }
            var dominators =
                    examples.values().stream().map(dump::dominatorOf).distinct().toList();
            var contents = dominators.isEmpty()
                    ? Map.<Integer, io.memcmp.analysis.heapdump.ObjectContents>of()
                    : reader.dump().contents(dominators, 0);
            var labels = new HashMap<Integer, String>();
            examples.forEach((number, object) -> {
                var reference = References.between(dump, contents, dump.dominatorOf(object), object);
                var name = groups.get(number).name;
                labels.put(number, reference.isEmpty() ? name : reference + " " + name);
            });
            return labels;
        }
    }
}
