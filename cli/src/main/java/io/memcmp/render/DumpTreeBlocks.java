package io.memcmp.render;

import io.memcmp.result.DumpTree;
import io.memcmp.result.Unit;
import java.util.ArrayList;
import java.util.List;

/** The top of a dump's tree of dominators, a level by each mark before the name. */
final class DumpTreeBlocks {
    private static final String LEVEL = "> ";

    private final long live;
    private final List<List<String>> rows = new ArrayList<>();

    private DumpTreeBlocks(long live) {
        this.live = live;
    }

    static List<Block> of(DumpTree tree) {
        var drawn = new DumpTreeBlocks(tree.live());
        drawn.below(tree.below(), 0);
        return List.of(
                new Block.Heading("Dominators"),
                new Block.Table(List.of("retained", "share", "object"), drawn.rows, Block.Kind.WORDS),
                new Block.Note("retained: what would be free if the object were; of the live bytes; below an object, marked"
                        + " with >, what it dominates"));
    }

    private void below(DumpTree.Below below, int depth) {
        for (var node : below.nodes()) {
            var object = node.object();
            var reference = node.reference().isEmpty() ? "" : node.reference() + " ";
            row(object.retained(), depth, reference + object.name() + " at " + object.at());
            below(node.below(), depth + 1);
        }
        for (var group : below.groups()) {
            var more = below.nodes().stream().anyMatch(node -> node.object().name().equals(group.name()));
            row(
                    group.retained(),
                    depth,
                    DumpPage.count(group.instances()) + (more ? " more " : " × ") + group.name());
        }
        if (below.others() > 0) {
            row(below.otherBytes(), depth, DumpPage.count(below.others()) + " other objects");
        }
    }

    private void row(long retained, int depth, String what) {
        var share = live == 0 ? "–" : Quantities.text((double) retained / live, Unit.RATIO);
        rows.add(List.of(DumpPage.bytes(retained), share, LEVEL.repeat(depth) + what));
    }
}
