package io.memcmp.render;

import io.memcmp.analysis.layout.LayoutModes;
import io.memcmp.analysis.layout.Structure;
import io.memcmp.result.Layouts;
import java.util.ArrayList;
import java.util.List;

/** Layouts as lines: one for each part of each class in each mode; of structures one for each mode and number of elements. */
final class LayoutRows {
    private static final List<String> COLUMNS = List.of(
            "subject",
            "kind",
            "mode",
            "elements",
            "offset_bytes",
            "size_bytes",
            "use",
            "name",
            "type",
            "declared_by",
            "injected",
            "formula_bytes");

    private LayoutRows() {}

    static List<List<String>> of(Layouts report) {
        var rows = new ArrayList<List<String>>();
        rows.add(COLUMNS);
        for (var subject : report.subjects()) {
            switch (subject.found()) {
                case Layouts.Found.Single single -> single(subject, single, rows);
                case Layouts.Found.Graph(var structure) -> graph(report, subject, structure, rows);
            }
        }
        return rows;
    }

    private static void single(Layouts.Subject subject, Layouts.Found.Single found, List<List<String>> rows) {
        for (var layout : found.layouts()) {
            for (var part : layout.parts()) {
                rows.add(List.of(
                        subject.name(),
                        subject.kind(),
                        LayoutModes.id(layout.mode()),
                        "",
                        Long.toString(part.offset()),
                        Long.toString(part.size()),
                        Layouts.word(part.use()),
                        part.name(),
                        part.type(),
                        part.declaredBy(),
                        Boolean.toString(part.injected()),
                        ""));
            }
        }
    }

    private static void graph(Layouts report, Layouts.Subject subject, Structure structure, List<List<String>> rows) {
        int release = report.jdk().feature();
        for (var mode : report.modes()) {
            var formula = structure.formula(mode, release);
            for (long elements : report.elements()) {
                var sums = structure.footprint(elements, mode, release);
                var start = List.of(subject.name(), subject.kind(), LayoutModes.id(mode), Long.toString(elements), "");
                rows.add(row(start, sums.header(), "header", formula));
                rows.add(row(start, sums.references(), "reference", formula));
                rows.add(row(start, sums.bookkeeping(), "bookkeeping", formula));
                rows.add(row(start, sums.payload(), "payload", formula));
                rows.add(row(start, sums.padding(), "padding", formula));
            }
        }
    }

    private static List<String> row(List<String> start, long bytes, String use, String formula) {
        var row = new ArrayList<>(start);
        row.addAll(List.of(Long.toString(bytes), use, "", "", "", "", formula));
        return row;
    }
}
