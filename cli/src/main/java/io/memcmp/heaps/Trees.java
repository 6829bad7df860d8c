package io.memcmp.heaps;

import io.memcmp.analysis.heapdump.DominatorTree;
import io.memcmp.analysis.heapdump.HeapDump;
import io.memcmp.analysis.heapdump.ObjectContents;
import io.memcmp.result.DumpOptions;
import io.memcmp.result.DumpTree;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/** The top of a dump's tree of dominators as reports show it: with the fields that lead from one to the next. */
final class Trees {
    private final HeapDump dump;
    private final Map<Integer, ObjectContents> contents;

    private Trees(HeapDump dump, Map<Integer, ObjectContents> contents) {
        this.dump = dump;
        this.contents = contents;
    }

    static DumpTree of(Reader reader, DumpOptions.Tree cut) throws IOException {
        var dump = reader.dump();
        var tree =
                DominatorTree.of(reader.outline(), new DominatorTree.Limits(cut.depth(), cut.breadth(), cut.share()));
        var dominators = tree.top().stream()
                .flatMap(Trees::withAllBelow)
                .map(node -> dump.dominatorOf(node.object()))
                .filter(dominator -> dominator != HeapDump.NONE)
                .distinct()
                .toList();
        var contents = dominators.isEmpty() ? Map.<Integer, ObjectContents>of() : dump.contents(dominators, 0);
        var shown = new Trees(dump, contents);
        return new DumpTree(tree.retained(), shown.nodes(tree.top()), tree.others(), tree.complete());
    }

    private static Stream<DominatorTree.Node> withAllBelow(DominatorTree.Node node) {
        return Stream.concat(Stream.of(node), node.children().stream().flatMap(Trees::withAllBelow));
    }

    private List<DumpTree.Node> nodes(List<DominatorTree.Node> nodes) {
        return nodes.stream().map(this::node).toList();
    }

    private DumpTree.Node node(DominatorTree.Node node) {
        int dominator = dump.dominatorOf(node.object());
        return new DumpTree.Node(
                dominator == HeapDump.NONE ? "" : References.between(dump, contents, dominator, node.object()),
                node.name(),
                dump.addressOf(node.object()),
                node.instances(),
                node.nested(),
                node.shallow(),
                node.retained(),
                nodes(node.children()),
                node.others());
    }
}
