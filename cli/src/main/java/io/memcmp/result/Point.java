package io.memcmp.result;

import io.memcmp.plan.Heap;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * A cell of a report, and where it lies on every axis but the metric's.
 *
 * @param report where it was read
 * @param cell the cell
 * @param values its place on each axis
 */
public record Point(ReadReport report, ReadCell cell, Map<PivotAxis, String> values) {
    private static final String OF_JVM = "default";

    /** Copies the map. */
    public Point {
        values = Collections.unmodifiableMap(new EnumMap<>(values));
    }

    /**
     * {@return every cell of every report, in their order}
     *
     * @param reports any
     */
    static List<Point> of(List<ReadReport> reports) {
        boolean builds = reports.stream().anyMatch(Point::twoBuilds);
        var points = new ArrayList<Point>();
        for (var report : reports) {
            for (var cell : report.cells()) {
                points.add(new Point(report, cell, values(report, cell.key(), builds)));
            }
        }
        return List.copyOf(points);
    }

    /**
     * {@return its place on some axes}
     *
     * @param axes any but the metric's, which is left out
     */
    List<String> at(List<PivotAxis> axes) {
        return axes.stream()
                .filter(axis -> axis != PivotAxis.METRIC)
                .map(axis -> values.getOrDefault(axis, ""))
                .toList();
    }

    /** Whether a report has cells that only the build of their JDK tells apart. */
    private static boolean twoBuilds(ReadReport report) {
        Set<Map<PivotAxis, String>> seen = new HashSet<>();
        return report.cells().stream().anyMatch(cell -> !seen.add(values(report, cell.key(), false)));
    }

    private static Map<PivotAxis, String> values(ReadReport report, CellKey key, boolean builds) {
        var values = new EnumMap<PivotAxis, String>(PivotAxis.class);
        values.put(PivotAxis.FILE, report.label());
        values.put(PivotAxis.SUBJECT, key.subject());
        values.put(PivotAxis.COLLECTOR, key.collector());
        values.put(PivotAxis.JDK, builds ? key.version() : Integer.toString(key.feature()));
        var heap = new Heap(key.heap(), key.heapMultiple()).label();
        values.put(PivotAxis.HEAP, heap.isEmpty() ? OF_JVM : heap);
        values.put(PivotAxis.LAYOUT, layout(key));
        return values;
    }

    private static String layout(CellKey key) {
        var parts = new ArrayList<String>();
        if (!key.headers().equals(OF_JVM)) {
            parts.add(key.headers());
        }
        if (!key.compressedOops().equals(OF_JVM)) {
            parts.add("oops " + key.compressedOops());
        }
        return parts.isEmpty() ? OF_JVM : String.join(", ", parts);
    }
}
