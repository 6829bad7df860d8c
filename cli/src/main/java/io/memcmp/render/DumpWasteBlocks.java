package io.memcmp.render;

import io.memcmp.result.DumpObject;
import io.memcmp.result.DumpWaste;
import java.util.ArrayList;
import java.util.List;

/** Bytes that a program could do without. */
final class DumpWasteBlocks {
    private DumpWasteBlocks() {}

    static List<Block> of(DumpWaste waste) {
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Heading("Waste"));
        blocks.add(new Block.Fields(List.of(
                new Block.Field("equal strings", DumpPage.bytes(waste.stringBytes()) + " beyond one of each"),
                new Block.Field(
                        "equal arrays",
                        DumpPage.bytes(waste.arrayBytes()) + " beyond one of each, those of strings too"))));
        duplicates("equal strings", "characters", waste.strings(), blocks);
        duplicates("equal arrays", "elements", waste.arrays(), blocks);
        if (!waste.collections().isEmpty()) {
            blocks.add(new Block.Table(
                    List.of("collections", "in all", "empty", "sparse", "wasted"),
                    waste.collections().stream()
                            .map(each -> List.of(
                                    each.className(),
                                    DumpPage.count(each.collections()),
                                    DumpPage.count(each.empty()),
                                    DumpPage.count(each.sparse()),
                                    DumpPage.bytes(each.wasted())))
                            .toList(),
                    Block.Kind.FIGURES));
        }
        if (!waste.boxed().isEmpty()) {
            blocks.add(new Block.Table(
                    List.of("boxed numbers", "instances", "different", "bytes"),
                    waste.boxed().stream()
                            .map(each -> List.of(
                                    each.className(),
                                    DumpPage.count(each.instances()),
                                    DumpPage.count(each.distinct()),
                                    DumpPage.bytes(each.bytes())))
                            .toList(),
                    Block.Kind.FIGURES));
        }
        return blocks;
    }

    private static void duplicates(String what, String length, List<DumpWaste.Duplicate> equal, List<Block> blocks) {
        if (equal.isEmpty()) {
            return;
        }
        blocks.add(new Block.Table(
                List.of(what + ", one of them", length, "instances", "wasted"),
                equal.stream()
                        .map(each -> List.of(
                                each.name() + " at " + DumpObject.at(each.address())
                                        + each.text()
                                                .map(text -> " \"" + text + "\"")
                                                .orElse(""),
                                DumpPage.count(each.length()),
                                DumpPage.count(each.instances()),
                                DumpPage.bytes(each.wasted())))
                        .toList(),
                Block.Kind.FIGURES));
    }
}
