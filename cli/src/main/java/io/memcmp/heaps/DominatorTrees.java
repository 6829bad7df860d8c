package io.memcmp.heaps;

import io.memcmp.analysis.heapdump.HeapDump;
import io.memcmp.analysis.heapdump.ObjectContents;
import io.memcmp.analysis.heapdump.Reachability;
import io.memcmp.result.DumpOptions;
import io.memcmp.result.DumpTree;
import java.io.IOException;
import java.util.ArrayList;
import java.util.BitSet;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The top of a dump's tree of dominators, level by level: one pass over the objects for each. */
final class DominatorTrees {
    private final Reader reader;
    private final HeapDump dump;
    private final DumpOptions.Tree cut;
    private final long live;
    private final long least;
    private final List<Grown> parents = new ArrayList<>();

    /** A node whose children are being looked for. */
    private final class Grown {
        private final int object;
        private final Reader.Largest largest;
        private final Groups groups = new Groups();
        private final Map<Integer, Grown> children = new HashMap<>();
        private List<Integer> order = List.of();

        Grown(int object) {
            this.object = object;
            this.largest = reader.new Largest(cut.breadth());
        }

        void offer(int child) {
            long retained = dump.retainedBy(child);
            groups.add(dump.nameOf(child), retained);
            if (retained >= least) {
                largest.offer(child);
            }
        }

        void settle() {
            order = largest.ordered();
            order.forEach(child -> groups.remove(dump.nameOf(child), dump.retainedBy(child)));
        }

        DumpTree.Below below(Map<Integer, ObjectContents> contents) {
            var nodes = order.stream()
                    .map(child -> new DumpTree.Node(
                            object == HeapDump.NONE ? "" : References.between(dump, contents, object, child),
                            reader.object(child),
                            Optional.ofNullable(children.get(child))
                                    .map(grown -> grown.below(contents))
                                    .orElse(DumpTree.Below.NOTHING)))
                    .toList();
            var shown = groups.largest(cut.breadth(), least);
            var rest = groups.all("");
            return new DumpTree.Below(
                    nodes,
                    shown,
                    rest.instances()
                            - shown.stream().mapToLong(DumpTree.Group::instances).sum(),
                    rest.retained()
                            - shown.stream().mapToLong(DumpTree.Group::retained).sum());
        }
    }

    private DominatorTrees(Reader reader, DumpOptions.Tree cut) {
        this.reader = reader;
        this.dump = reader.dump();
        this.cut = cut;
        this.live = dump.total(Reachability.STRONG).bytes();
        this.least = Math.max(1, (long) (cut.share() * live));
    }

    static DumpTree of(Reader reader, DumpOptions.Tree cut) throws IOException {
        var tree = new DominatorTrees(reader, cut);
        var root = tree.new Grown(HeapDump.NONE);
        tree.grow(root);
        var asked = tree.parents.stream().map(grown -> grown.object).toList();
        var contents = dump(reader, asked);
        return new DumpTree(tree.live, root.below(contents));
    }

    private static Map<Integer, ObjectContents> dump(Reader reader, List<Integer> asked) throws IOException {
        return asked.isEmpty() ? Map.of() : reader.dump().contents(asked, 0);
    }

    private void grow(Grown root) {
        var level = List.of(root);
        for (int depth = 0; depth < cut.depth() && !level.isEmpty(); depth++) {
            fill(level);
            var next = new ArrayList<Grown>();
            for (var grown : level) {
                grown.settle();
                if (grown.object != HeapDump.NONE && !grown.order.isEmpty()) {
                    parents.add(grown);
                }
                for (int child : grown.order) {
                    var below = new Grown(child);
                    grown.children.put(child, below);
                    next.add(below);
                }
            }
            level = next;
        }
        cutOff(level);
    }

    /** What the last level holds is shown by class alone. */
    private void cutOff(List<Grown> level) {
        if (!level.isEmpty()) {
            fill(level);
        }
    }

    private void fill(List<Grown> level) {
        var wanted = new BitSet(dump.objects());
        var byObject = new HashMap<Integer, Grown>();
        Optional<Grown> root = Optional.empty();
        for (var grown : level) {
            if (grown.object == HeapDump.NONE) {
                root = Optional.of(grown);
            } else {
                wanted.set(grown.object);
                byObject.put(grown.object, grown);
            }
        }
        for (int object = 0; object < dump.objects(); object++) {
            int dominator = dump.dominatorOf(object);
            if (dominator == HeapDump.NONE) {
                if (root.isPresent() && reader.live(object)) {
                    root.get().offer(object);
                }
            } else if (wanted.get(dominator)) {
                var parent = byObject.get(dominator);
                if (parent != null) {
                    parent.offer(object);
                }
            }
        }
    }
}
