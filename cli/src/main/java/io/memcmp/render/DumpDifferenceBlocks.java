package io.memcmp.render;

import io.memcmp.analysis.Observed;
import io.memcmp.result.DumpDifference;
import java.util.ArrayList;
import java.util.List;

/** What changed from one dump to another. */
final class DumpDifferenceBlocks {
    private DumpDifferenceBlocks() {}

    static List<Block> of(DumpDifference difference) {
        var blocks = new ArrayList<Block>();
        blocks.add(new Block.Heading("From " + difference.older() + " to " + difference.newer()));
        blocks.add(new Block.Table(
                List.of("", "bytes", "was", "change", "objects", "change"),
                difference.totals().stream().map(DumpDifferenceBlocks::total).toList(),
                Block.Kind.FIGURES));
        blocks.add(new Block.Heading("Classes · %d of %s that differ"
                .formatted(difference.classes().size(), DumpPage.count(difference.changed()))));
        blocks.add(new Block.Table(
                List.of("class", "bytes", "change", "instances", "change", "retained"),
                difference.classes().stream().map(DumpDifferenceBlocks::ofClass).toList(),
                Block.Kind.FIGURES));
        blocks.add(
                new Block.Note("bytes: of the objects themselves, the unreachable ones too; retained: by how much the"
                        + " least that they retain has changed"));
        blocks.add(new Block.Heading("Retained, by what leads from dominator to dominator"));
        switch (difference.paths()) {
            case Observed.Missing<List<DumpDifference.OfPath>>(var reason) -> blocks.add(new Block.Note(reason));
            case Observed.Present<List<DumpDifference.OfPath>>(var paths)
            when paths.isEmpty() -> blocks.add(new Block.Note("nothing changed by more than 0.1 % of the live bytes"));
            case Observed.Present<List<DumpDifference.OfPath>>(var paths) ->
                blocks.add(new Block.Table(
                        List.of("change", "retained", "was", "path"),
                        paths.stream().map(DumpDifferenceBlocks::path).toList(),
                        Block.Kind.WORDS));
        }
        return blocks;
    }

    private static List<String> total(DumpDifference.Total total) {
        return List.of(
                total.name(),
                DumpPage.bytes(total.newer().bytes()),
                DumpPage.bytes(total.older().bytes()),
                bytes(total.newer().bytes() - total.older().bytes()),
                DumpPage.count(total.newer().instances()),
                count(total.newer().instances() - total.older().instances()));
    }

    private static List<String> ofClass(DumpDifference.OfClass each) {
        return List.of(
                each.name(),
                DumpPage.bytes(each.newer().bytes()),
                bytes(each.newer().bytes() - each.older().bytes()),
                DumpPage.count(each.newer().instances()),
                count(each.newer().instances() - each.older().instances()),
                change(each.olderRetained(), each.newerRetained()));
    }

    private static List<String> path(DumpDifference.OfPath each) {
        return List.of(
                change(each.older(), each.newer()),
                amount(each.newer()),
                amount(each.older()),
                String.join(" > ", each.path()));
    }

    private static String amount(Observed<Long> bytes) {
        return bytes.present().map(DumpPage::bytes).orElse("–");
    }

    private static String change(Observed<Long> older, Observed<Long> newer) {
        return older.present()
                .flatMap(before -> newer.present().map(after -> bytes(after - before)))
                .orElse("–");
    }

    private static String bytes(long change) {
        return sign(change) + DumpPage.bytes(Math.abs(change));
    }

    private static String count(long change) {
        return sign(change) + DumpPage.count(Math.abs(change));
    }

    private static String sign(long change) {
        return change > 0 ? "+" : change < 0 ? "−" : "";
    }
}
