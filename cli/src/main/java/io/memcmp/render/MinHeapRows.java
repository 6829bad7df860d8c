package io.memcmp.render;

import io.memcmp.plan.Bytes;
import io.memcmp.plan.Cell;
import io.memcmp.result.HeapSearch;
import io.memcmp.result.HeapTrial;
import io.memcmp.result.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/** Minimum heaps for spreadsheets: one line for each cell. */
final class MinHeapRows {
    private static final List<String> HEADER = List.of(
            "subject",
            "collector",
            "jdk",
            "headers",
            "compressed_oops",
            "status",
            "minimum_heap_bytes",
            "too_small_bytes",
            "granule_bytes",
            "tau",
            "reference_heap_bytes",
            "reference_wall_ns",
            "launches",
            "absent");

    private MinHeapRows() {}

    static List<List<String>> of(Report.MinHeap report) {
        var rows = new ArrayList<List<String>>();
        rows.add(HEADER);
        report.searches().forEach(search -> rows.add(row(search, report.rule().tau())));
        report.skipped().forEach(skipped -> {
            var row = identity(skipped.cell(), "skipped");
            row.addAll(List.of("", "", "", "", "", "", "", skipped.reason()));
            rows.add(row);
        });
        return rows;
    }

    private static List<String> row(HeapSearch search, double tau) {
        var row = identity(search.cell(), search.ending().id());
        row.addAll(List.of(
                bytes(search.minimum()),
                bytes(search.tooSmall()),
                bytes(search.granule()),
                CsvRenderer.number(tau),
                bytes(search.reference().map(HeapTrial::heap)),
                search.referenceWall()
                        .map(wall -> Long.toString(wall.toNanos()))
                        .orElse(""),
                Integer.toString(search.trials().size()),
                search.reason().orElse("")));
        return row;
    }

    private static List<String> identity(Cell cell, String status) {
        return new ArrayList<>(List.of(
                cell.subject().label(),
                cell.collector().id(),
                cell.jdk().version(),
                cell.layout().headers().name().toLowerCase(Locale.ROOT),
                cell.layout().oops().name().toLowerCase(Locale.ROOT),
                status));
    }

    private static String bytes(Optional<Bytes> heap) {
        return heap.map(size -> Long.toString(size.count())).orElse("");
    }
}
