package io.memcmp.result;

import io.memcmp.plan.UserError;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.EnumSet;
import java.util.List;

/**
 * How figures are laid out: what lies in one column is held against what lies in the first.
 *
 * @param rows what tells the rows of a table apart
 * @param columns what tells its columns apart
 * @param tables what tells the tables apart: all other axes
 */
public record Pivot(List<PivotAxis> rows, List<PivotAxis> columns, List<PivotAxis> tables) {
    /** Copies the lists. */
    public Pivot {
        rows = List.copyOf(rows);
        columns = List.copyOf(columns);
        tables = List.copyOf(tables);
    }

    /**
     * {@return the layout that was asked for}
     *
     * @param rows empty for every axis of cells that is not in the columns; a table for each metric then
     * @param columns empty for one for each report
     * @param ignored axes that cells are not told apart by
     */
    public static Pivot of(List<PivotAxis> rows, List<PivotAxis> columns, List<PivotAxis> ignored) {
        var across = columns.isEmpty() ? List.of(PivotAxis.FILE) : columns;
        if (across.contains(PivotAxis.METRIC)) {
            throw new UserError("metrics cannot be columns: they have units of their own", "name metric in --row");
        }
        if (ignored.contains(PivotAxis.METRIC)) {
            throw new UserError("the metric cannot be ignored", "choose metrics with --metric");
        }
        var named = new ArrayList<>(rows);
        named.addAll(across);
        named.addAll(ignored);
        if (EnumSet.copyOf(named).size() < named.size()) {
            throw new UserError(
                    "an axis is named twice",
                    "name each axis once: in --row, in --col or in --ignore; those you leave out make tables of their own");
        }
        var left = new ArrayList<>(Arrays.asList(PivotAxis.values()));
        left.removeAll(named);
        if (!rows.isEmpty()) {
            return new Pivot(rows, across, left);
        }
        left.remove(PivotAxis.METRIC);
        return new Pivot(left, across, List.of(PivotAxis.METRIC));
    }

    /** {@return where a point lies, its column aside} */
    List<PivotAxis> places() {
        var places = new ArrayList<>(tables);
        places.addAll(rows);
        return places;
    }
}
