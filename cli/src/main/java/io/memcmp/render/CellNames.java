package io.memcmp.render;

import io.memcmp.plan.Cell;
import io.memcmp.plan.Skipped;
import io.memcmp.result.CellResult;
import io.memcmp.result.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Names of cells as short as they can be: what all cells share is said once. */
final class CellNames {
    private record Axis(Function<Cell, String> value, boolean varies) {}

    private static final int COLLECTOR = 1;

    private final List<Axis> axes;
    private final Optional<Cell> first;

    private CellNames(List<Axis> axes, Optional<Cell> first) {
        this.axes = axes;
        this.first = first;
    }

    static CellNames of(Report.Run run) {
        var cells = Stream.concat(
                        run.cells().stream().map(CellResult::cell),
                        run.skipped().stream().map(Skipped::cell))
                .toList();
        boolean sameFeature =
                cells.stream().map(cell -> cell.jdk().feature()).distinct().count()
                        == cells.stream().map(Cell::jdk).distinct().count();
        var axes = new ArrayList<Axis>();
        axes.add(new Axis(cell -> cell.subject().label(), run.subjects().size() > 1));
        axes.add(new Axis(cell -> cell.collector().id(), true));
        for (var value : List.<Function<Cell, String>>of(
                cell -> sameFeature
                        ? Integer.toString(cell.jdk().feature())
                        : cell.jdk().version(),
                CellNames::heap,
                cell -> cell.layout().label())) {
            axes.add(new Axis(value, cells.stream().map(value).distinct().count() > 1));
        }
        return new CellNames(List.copyOf(axes), cells.stream().findFirst());
    }

    private static String heap(Cell cell) {
        return cell.heap().label().isEmpty() ? "default heap" : cell.heap().label();
    }

    String of(Cell cell) {
        return String.join(
                " ",
                axes.stream()
                        .filter(Axis::varies)
                        .map(axis -> axis.value().apply(cell))
                        .filter(text -> !text.isEmpty())
                        .toList());
    }

    /** {@return the same without the collector} */
    String place(Cell cell) {
        return String.join(
                " ",
                axes.stream()
                        .filter(axis -> axis.varies() && axis != axes.get(COLLECTOR))
                        .map(axis -> axis.value().apply(cell))
                        .filter(text -> !text.isEmpty())
                        .toList());
    }

    /** {@return what all cells share} */
    String common() {
        return first.map(cell -> {
                    var shared = new ArrayList<String>();
                    if (!axes.get(2).varies()) {
                        shared.add("JDK " + cell.jdk().version());
                    }
                    if (!axes.get(3).varies()) {
                        shared.add(cell.heap().label().isEmpty() ? "the JVM's default heap" : heap(cell) + " heap");
                    }
                    if (!axes.get(4).varies() && !cell.layout().label().isEmpty()) {
                        shared.add(cell.layout().label());
                    }
                    return String.join(" · ", shared);
                })
                .orElse("");
    }
}
