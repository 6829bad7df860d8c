package io.memcmp.result;

import io.memcmp.analysis.Observed;
import io.memcmp.analysis.Reading;
import io.memcmp.stats.Interval;
import java.util.List;

/**
 * What collection costs at least, by program and resource: totals of cells through the least that is left of any of them
 * without what collection surely took ({@link io.memcmp.stats.LowerBound}).
 *
 * @param sweeps one for each program, JDK and layout, and each resource
 */
public record GcCost(List<Sweep> sweeps) {
    /** Copies the list. */
    public GcCost {
        sweeps = List.copyOf(sweeps);
    }

    /** What a program takes, and collection takes from it. */
    public enum Resource {
        /** Time on the clock. */
        WALL,
        /** Time of processors. */
        CPU
    }

    /**
     * What cells must have in common to be held against each other here: all but collector and heap.
     *
     * @param subject what ran
     * @param version of the JDK
     * @param headers object headers asked for
     * @param compressedOops compressed references asked for
     */
    public record Work(String subject, String version, String headers, String compressedOops) {
        static Work of(CellKey cell) {
            return new Work(cell.subject(), cell.version(), cell.headers(), cell.compressedOops());
        }
    }

    /**
     * Collectors and heaps under one program.
     *
     * @param work what they have in common
     * @param resource what was spent
     * @param total which metric that is: of the measured window where there is one, else of the process
     * @param minimum the minimum distilled cost; missing where nothing can be held against anything
     * @param lines the cells
     * @param warnings what weakens the bound
     */
    public record Sweep(
            Work work,
            Resource resource,
            Metric total,
            Observed<Minimum> minimum,
            List<Line> lines,
            List<String> warnings) {
        /** Copies the lists. */
        public Sweep {
            lines = List.copyOf(lines);
            warnings = List.copyOf(warnings);
        }
    }

    /**
     * The least that is left of any cell without what collection surely took.
     *
     * @param cell of which cell
     * @param nanos how much
     */
    public record Minimum(CellKey cell, double nanos) {}

    /**
     * One cell.
     *
     * @param cell which one
     * @param bound its bound, or why it has none
     */
    public record Line(CellKey cell, Observed<Bound> bound) {}

    /**
     * One cell's bound.
     *
     * @param total mean over its trials, nanoseconds
     * @param subtracted mean of what was subtracted of each, nanoseconds; absent where nothing could be, and zero was taken
     * @param ratio total through the minimum
     * @param interval at 95 %; without ends where there is but one trial
     * @param trials how many
     */
    public record Bound(double total, Reading subtracted, double ratio, Interval interval, int trials) {}
}
