package io.memcmp.render;

import io.memcmp.result.CellResult;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** Everything about one cell: all metrics, and the lists of its first recording. */
final class CellPage {
    private static final int MOST = 10;

    private CellPage() {}

    static List<Block> of(CellResult cell, CellNames names) {
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Heading(names.of(cell.cell()) + " · " + cell.outcomes()));
        blocks.add(AllMetrics.of(cell::summary));
        cell.profile().ifPresent(profile -> {
            blocks.add(
                    new Block.Note(profile.jvm().name() + ": " + profile.jvm().jvmArguments()));
            blocks.addAll(ProfileLists.of(profile, MOST, Set.of()));
        });
        return List.copyOf(blocks);
    }
}
