package io.memcmp.result;

import io.memcmp.plan.Axis;
import java.util.ArrayList;
import java.util.List;

/**
 * What several collectors say together of the growth of one program's heap after collections. A leak is the program's, so
 * that all of them must show it; what one of them alone shows is rather what that one leaves uncollected.
 *
 * @param cells that differ in nothing but the collector and tell their growth, at least two
 * @param verdict what they come to
 */
public record GrowthAgreement(List<CellGrowth> cells, Verdict verdict) {
    /** What collectors say together. */
    public enum Verdict {
        /** It grows under all, and one rate lies in all intervals. */
        GROWS,
        /** It grows under all, but not at one rate. */
        RATES_DIFFER,
        /** It grows under some; under the others it is neither shown nor excluded. */
        OPEN,
        /** It grows under some, and less than half as fast or not at all under another. */
        DISAGREE,
        /** Under none is growth shown. */
        NOT_SHOWN
    }

    /** By this factor less is another rate, not the same one read by another collector. */
    private static final double CLEARLY = 2;

    /** Copies the list. */
    public GrowthAgreement {
        cells = List.copyOf(cells);
    }

    /**
     * {@return what the collectors of a run say together}
     *
     * @param measured the run's cells, in the order of the matrix
     */
    public static List<GrowthAgreement> of(List<CellResult> measured) {
        var left = new ArrayList<>(
                measured.stream().flatMap(cell -> CellGrowth.of(cell).stream()).toList());
        var agreements = new ArrayList<GrowthAgreement>();
        while (!left.isEmpty()) {
            var first = left.getFirst();
            var alike = left.stream()
                    .filter(other -> Axis.COLLECTOR.alone(first.cell(), other.cell()))
                    .toList();
            left.removeAll(alike);
            if (alike.size() > 1) {
                agreements.add(new GrowthAgreement(alike, verdict(alike)));
            }
        }
        return List.copyOf(agreements);
    }

    private static Verdict verdict(List<CellGrowth> cells) {
        var growing = cells.stream().filter(CellGrowth::grows).toList();
        if (growing.isEmpty()) {
            return Verdict.NOT_SHOWN;
        }
        double atLeast = growing.stream().mapToDouble(CellGrowth::low).min().orElseThrow();
        double fastestLow = cells.stream().mapToDouble(CellGrowth::low).max().orElseThrow();
        double slowestHigh = cells.stream().mapToDouble(CellGrowth::high).min().orElseThrow();
        if (growing.size() == cells.size()) {
            return fastestLow <= slowestHigh ? Verdict.GROWS : Verdict.RATES_DIFFER;
        }
        boolean excluded = cells.stream().anyMatch(cell -> !cell.grows() && cell.high() < atLeast / CLEARLY);
        return excluded ? Verdict.DISAGREE : Verdict.OPEN;
    }

    /** {@return the cells in which growth is shown} */
    public List<CellGrowth> growing() {
        return cells.stream().filter(CellGrowth::grows).toList();
    }

    /** {@return the others} */
    public List<CellGrowth> others() {
        return cells.stream().filter(cell -> !cell.grows()).toList();
    }

    /** {@return the least slope of all cells, bytes per second} */
    public double slowest() {
        return cells.stream().mapToDouble(CellGrowth::bytesPerSecond).min().orElseThrow();
    }

    /** {@return the greatest slope of all cells, bytes per second} */
    public double fastest() {
        return cells.stream().mapToDouble(CellGrowth::bytesPerSecond).max().orElseThrow();
    }
}
