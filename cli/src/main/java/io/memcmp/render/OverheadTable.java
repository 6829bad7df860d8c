package io.memcmp.render;

import io.memcmp.analysis.Observed;
import io.memcmp.analysis.Reading;
import io.memcmp.analysis.layout.LayoutMode;
import io.memcmp.analysis.workload.NodeProfile;
import io.memcmp.analysis.workload.WorkloadProfile;
import io.memcmp.result.CellResult;
import io.memcmp.result.Report;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;

/** What the objects of a bundled workload cost: where each byte goes, predicted and measured; cells alike stand together. */
final class OverheadTable {
    private static final List<String> COLUMNS =
            List.of("object", "number", "data", "header", "refs", "fields", "padding", "size", "measured", "in heap");

    private OverheadTable() {}

    static List<Block> of(Report.Run run, CellNames names) {
        var alike = new LinkedHashMap<List<List<String>>, List<CellResult>>();
        for (var cell : run.cells()) {
            var nodes = cell.profile()
                    .flatMap(profile -> profile.workload().present())
                    .map(WorkloadProfile::nodes)
                    .orElse(List.of());
            if (!nodes.isEmpty()) {
                alike.computeIfAbsent(nodes.stream().map(OverheadTable::row).toList(), _ -> new ArrayList<>())
                        .add(cell);
            }
        }
        var blocks = new ArrayList<Block>();
        alike.forEach((rows, cells) -> {
            blocks.add(new Block.Heading("Bytes of one object · " + mode(cells.getFirst())));
            blocks.add(new Block.Note(String.join(
                    ", ", cells.stream().map(cell -> names.of(cell.cell())).toList())));
            blocks.add(new Block.Table(COLUMNS, rows, Block.Kind.FIGURES));
        });
        if (!blocks.isEmpty()) {
            blocks.add(new Block.Note("size is predicted from the fields for this mode; measured is what the JVM's"
                    + " Instrumentation says; in heap is the class histogram's bytes over its instances"));
        }
        return blocks;
    }

    private static String mode(CellResult cell) {
        return cell.profile()
                .map(profile -> switch (profile.jvm().layout()) {
                    case Observed.Present<LayoutMode>(var mode) -> text(mode);
                    case Observed.Missing<LayoutMode>(var reason) -> "layout unknown: " + reason;
                })
                .orElse("");
    }

    private static String text(LayoutMode mode) {
        return (mode.compactHeaders() ? "compact" : "legacy") + " headers, references of "
                + (mode.compressedOops() ? 4 : 8) + " bytes";
    }

    private static List<String> row(NodeProfile node) {
        var row = new ArrayList<String>();
        var name = node.className();
        row.add(name.substring(name.lastIndexOf('.') + 1));
        row.add(String.format("%,d", node.instances()));
        row.add(Long.toString(node.payloadBytes()));
        node.predicted()
                .present()
                .ifPresentOrElse(
                        layout -> row.addAll(List.of(
                                Integer.toString(layout.header()),
                                Long.toString(layout.references()),
                                Long.toString(layout.primitives() - node.payloadBytes()),
                                Long.toString(layout.padding()),
                                Long.toString(layout.size()))),
                        () -> row.addAll(List.of("–", "–", "–", "–", "–")));
        row.add(bytes(node.instrumented()));
        row.add(bytes(node.histogram()));
        return row;
    }

    private static String bytes(Reading reading) {
        return switch (reading) {
            case Reading.Value(double figure) ->
                figure == Math.rint(figure) ? Long.toString((long) figure) : Quantities.digits(figure);
            case Reading.Absent _ -> "–";
        };
    }
}
