package io.memcmp.result;

import io.memcmp.analysis.census.Census;
import io.memcmp.analysis.layout.LayoutMode;
import io.memcmp.plan.Cell;
import io.memcmp.plan.Heap;
import io.memcmp.plan.Jdk;
import io.memcmp.plan.Reference;
import io.memcmp.plan.Subject;
import io.memcmp.stats.Sample;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;

/**
 * What a cell's heap would take in another layout, by its census; and what a cell that has that layout took.
 *
 * @param basis the cell whose objects are counted
 * @param from the layout that it has
 * @param bytes what they take in it, the median over its trials
 * @param to another layout
 * @param predicted what the same objects take in that one, the median over the same trials
 * @param measured a cell that has it and differs from the basis in layout and collector alone; empty where there is none
 */
public record Forecast(
        Cell basis, LayoutMode from, double bytes, LayoutMode to, double predicted, Optional<Measured> measured) {

    /**
     * What was found where something was predicted.
     *
     * @param cell the other cell
     * @param bytes of all objects in its census, the median over its trials
     */
    public record Measured(Cell cell, double bytes) {}

    private record Place(Subject subject, Jdk jdk, Heap heap) {
        static Place of(Cell cell) {
            return new Place(cell.subject(), cell.jdk(), cell.heap());
        }
    }

    private record Counted(Cell cell, Census first, List<Census> all) {
        double bytes() {
            return median(all.stream().map(census -> census.total().bytes()).toList());
        }

        Optional<Double> predicted(LayoutMode mode) {
            var figures = new ArrayList<Long>();
            all.forEach(census -> census.predicted(mode).ifPresent(figures::add));
            return figures.size() == all.size() ? Optional.of(median(figures)) : Optional.empty();
        }
    }

    /**
     * {@return every other layout of every subject, JDK and heap of a run} What is predicted from is the reference's census
     * where it has one, else that of the first cell.
     *
     * @param run any
     */
    public static List<Forecast> of(Report.Run run) {
        var places = new LinkedHashMap<Place, List<Counted>>();
        for (var cell : run.cells()) {
            counted(cell)
                    .ifPresent(counted -> places.computeIfAbsent(Place.of(cell.cell()), _ -> new ArrayList<>())
                            .add(counted));
        }
        return places.values().stream()
                .flatMap(cells -> of(basis(cells, run.findings().reference()), cells).stream())
                .toList();
    }

    private static Optional<Counted> counted(CellResult cell) {
        if (!(cell.summary(Metrics.CENSUS) instanceof Summary.Of)) {
            return Optional.empty();
        }
        var all = cell.trials().stream()
                .flatMap(trial -> trial.facts().census().present().stream())
                .toList();
        return Optional.of(new Counted(cell.cell(), all.getFirst(), all));
    }

    private static Counted basis(List<Counted> cells, Optional<Reference> reference) {
        return cells.stream()
                .filter(counted ->
                        reference.map(each -> each.holds(counted.cell())).orElse(false))
                .findFirst()
                .orElse(cells.getFirst());
    }

    private static List<Forecast> of(Counted basis, List<Counted> cells) {
        var forecasts = new ArrayList<Forecast>();
        var own = basis.first().mode();
        for (var prediction : basis.first().predictions()) {
            var mode = prediction.mode();
            var predicted = basis.predicted(mode);
            if (mode.equals(own) || predicted.isEmpty()) {
                continue;
            }
            var there = cells.stream()
                    .filter(counted -> counted.first().mode().equals(mode))
                    .map(counted -> Optional.of(new Measured(counted.cell(), counted.bytes())))
                    .toList();
            for (var measured : there.isEmpty() ? List.of(Optional.<Measured>empty()) : there) {
                forecasts.add(new Forecast(basis.cell(), own, basis.bytes(), mode, predicted.get(), measured));
            }
        }
        return forecasts;
    }

    private static double median(List<Long> figures) {
        return Sample.of(figures.stream().map(Long::doubleValue).toList()).median();
    }

    /** {@return the change that is predicted, −0.1 for a tenth less} */
    public double change() {
        return predicted / bytes - 1;
    }

    /** {@return by how much what was measured exceeds the prediction, as a share of it; empty where nothing was measured} */
    public Optional<Double> miss() {
        return measured.map(found -> found.bytes() / predicted - 1);
    }
}
