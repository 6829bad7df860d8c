package io.memcmp.render;

import io.memcmp.result.DumpObject;
import io.memcmp.result.DumpStep;
import io.memcmp.result.DumpSuspect;
import io.memcmp.result.Unit;
import java.util.ArrayList;
import java.util.List;

/** What holds an unusual share of a heap, why that is said, and how a root leads there. */
final class DumpSuspectBlocks {
    private DumpSuspectBlocks() {}

    static List<Block> of(List<DumpSuspect> suspects, double share) {
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Heading("Leak suspects"));
        if (suspects.isEmpty()) {
            blocks.add(new Block.Note("none: nothing retains " + Quantities.text(share, Unit.RATIO)
                    + " of the live bytes and looks like a leak"));
        }
        int number = 0;
        for (var suspect : suspects) {
            number++;
            blocks.add(new Block.Note(number + ". " + suspect.reason()));
            if (!suspect.path().isEmpty()) {
                blocks.add(path(suspect.path()));
            }
        }
        return blocks;
    }

    static Block path(List<DumpStep> steps) {
        return new Block.Table(
                List.of("by", "path from a root"),
                steps.stream()
                        .map(step -> List.of(step.reference(), step.name() + " at " + DumpObject.at(step.address())))
                        .toList(),
                Block.Kind.WORDS);
    }
}
