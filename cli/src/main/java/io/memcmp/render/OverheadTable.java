package io.memcmp.render;

import io.memcmp.analysis.Observed;
import io.memcmp.analysis.Reading;
import io.memcmp.analysis.layout.LayoutMode;
import io.memcmp.analysis.workload.NodeProfile;
import io.memcmp.analysis.workload.WorkloadProfile;
import io.memcmp.result.Metric;
import io.memcmp.result.Metrics;
import io.memcmp.result.Summary;
import io.memcmp.result.Unit;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/** What the objects of a bundled workload cost: where each byte goes, predicted and measured; rows alike stand together. */
final class OverheadTable {
    private static final List<String> COLUMNS =
            List.of("object", "count", "data", "header", "refs", "fields", "pad", "size", "JVM", "heap");

    private OverheadTable() {}

    static List<Block> of(List<Row> rows) {
        var alike = new LinkedHashMap<List<List<String>>, List<Row>>();
        for (var row : rows) {
            var nodes = row.profile()
                    .flatMap(profile -> profile.workload().present())
                    .map(WorkloadProfile::nodes)
                    .orElse(List.of());
            if (!nodes.isEmpty()) {
                alike.computeIfAbsent(nodes.stream().map(OverheadTable::row).toList(), _ -> new ArrayList<>())
                        .add(row);
            }
        }
        var blocks = new ArrayList<Block>();
        alike.forEach((lines, same) -> {
            blocks.add(new Block.Heading("Bytes of one object · " + mode(same.getFirst())));
            blocks.add(new Block.Note(
                    String.join(", ", same.stream().map(Row::name).toList())));
            blocks.add(new Block.Table(COLUMNS, lines, Block.Kind.FIGURES));
            element(same).ifPresent(sentence -> blocks.add(new Block.Note(sentence)));
        });
        if (!blocks.isEmpty()) {
            blocks.add(new Block.Note("size: predicted from the fields for this mode; JVM: what Instrumentation says;"
                    + " heap: the class histogram's bytes over its instances"));
        }
        return blocks;
    }

    /** The live set's growth through the number of elements: everything they hold, the table of a map too. */
    private static Optional<String> element(List<Row> rows) {
        var bytes = medians(rows, Metrics.NODE_BYTES);
        var overhead = medians(rows, Metrics.NODE_OVERHEAD);
        return bytes.isEmpty()
                ? Optional.empty()
                : Optional.of("one element took " + ends(bytes) + " bytes of the live set, " + ends(overhead)
                        + " of them beyond its data");
    }

    private static List<Double> medians(List<Row> rows, Metric metric) {
        var medians = new ArrayList<Double>();
        for (var row : rows) {
            if (row.summary().apply(metric) instanceof Summary.Of(var sample)) {
                medians.add(sample.median());
            }
        }
        return medians;
    }

    private static String ends(List<Double> figures) {
        var least = Quantities.tenths(Collections.min(figures));
        var most = Quantities.tenths(Collections.max(figures));
        return least.equals(most) ? least : least + " to " + most;
    }

    private static String mode(Row row) {
        return row.profile()
                .map(profile -> switch (profile.jvm().layout()) {
                    case Observed.Present<LayoutMode>(var mode) -> LayoutWords.of(mode);
                    case Observed.Missing<LayoutMode>(var reason) -> "layout unknown: " + reason;
                })
                .orElse("");
    }

    private static List<String> row(NodeProfile node) {
        var row = new ArrayList<String>();
        var name = node.className();
        row.add(name.substring(name.lastIndexOf('.') + 1));
        row.add(Quantities.text(node.instances(), Unit.COUNT));
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
