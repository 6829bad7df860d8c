package io.memcmp.render;

import io.memcmp.analysis.heapdump.Amount;
import io.memcmp.result.DumpObject;
import io.memcmp.result.DumpTree;
import io.memcmp.result.Unit;
import java.util.ArrayList;
import java.util.List;

/** The top of a dump's tree of dominators, a level by each mark before the name. */
final class DumpTreeBlocks {
    private static final String LEVEL = "> ";
    /** What else there is, of the live bytes at least. */
    private static final double LEAST = 0.001;

    private final long live;
    private final List<List<String>> rows = new ArrayList<>();

    private DumpTreeBlocks(long live) {
        this.live = live;
    }

    static List<Block> of(DumpTree tree) {
        if (tree.live() == 0) {
            return List.of();
        }
        var drawn = new DumpTreeBlocks(tree.live());
        drawn.below(tree.top(), tree.others(), 0);
        return List.of(
                new Block.Heading("Dominators"),
                new Block.Table(List.of("retained", "share", "object"), drawn.rows, Block.Kind.WORDS),
                new Block.Note(
                        "retained: what would be free if the object were; share: of the live bytes; below an object,"
                                + " marked with >, what it dominates"
                                + (tree.complete() ? "" : "; there were too many different places to tell all apart")));
    }

    private void below(List<DumpTree.Node> nodes, Amount others, int depth) {
        for (var node : nodes) {
            row(node.retained(), depth, text(node));
            below(node.below(), node.others(), depth + 1);
        }
        if (others.instances() > 0 && others.bytes() >= LEAST * live) {
            row(others.bytes(), depth, DumpPage.count(others.instances()) + " other objects");
        }
    }

    private static String text(DumpTree.Node node) {
        var reference = node.reference().isEmpty() ? "" : node.reference() + " ";
        if (node.instances() > 1) {
            return reference + DumpPage.count(node.instances()) + " × " + node.name() + nested(node);
        }
        return reference + node.name() + " at " + DumpObject.at(node.address()) + nested(node);
    }

    private static String nested(DumpTree.Node node) {
        return node.nested() == 0 ? "" : ", and " + DumpPage.count(node.nested()) + " more behind";
    }

    private void row(long retained, int depth, String what) {
        var share = live == 0 ? "–" : Quantities.text((double) retained / live, Unit.RATIO);
        rows.add(List.of(DumpPage.bytes(retained), share, LEVEL.repeat(depth) + what));
    }
}
