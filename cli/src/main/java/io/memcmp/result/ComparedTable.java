package io.memcmp.result;

import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Figures that are shown together.
 *
 * @param axes what all of them have in common, by axis; the metric too, unless the rows are metrics
 * @param rows the figures
 */
public record ComparedTable(Map<PivotAxis, String> axes, List<ComparedRow> rows) {
    /** Copies the collections. */
    public ComparedTable {
        axes = ordered(axes);
        rows = List.copyOf(rows);
    }

    /**
     * One metric of one cell in every column.
     *
     * @param axes what tells it from other rows
     * @param metric the metric
     * @param cells one for each column; empty where that has no such cell
     */
    public record ComparedRow(Map<PivotAxis, String> axes, Metric metric, List<Optional<ComparedCell>> cells) {
        /** Copies the collections. */
        public ComparedRow {
            axes = ordered(axes);
            cells = List.copyOf(cells);
        }
    }

    private static Map<PivotAxis, String> ordered(Map<PivotAxis, String> axes) {
        return java.util.Collections.unmodifiableMap(new java.util.LinkedHashMap<>(axes));
    }
}
