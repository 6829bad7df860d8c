package io.memcmp.render;

import io.memcmp.plan.Axis;
import io.memcmp.plan.Cell;
import io.memcmp.plan.Heap;
import io.memcmp.plan.Skipped;
import io.memcmp.plan.Subject;
import io.memcmp.result.CellResult;
import io.memcmp.result.HeapSearch;
import io.memcmp.result.Report;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/** Names of cells as short as they can be: what all cells share is said once. */
final class CellNames {
    private record Part(Function<Cell, String> value, boolean varies) {}

    private final List<Part> parts;
    private final boolean collectorsVary;
    private final Optional<Cell> first;

    private CellNames(List<Part> parts, boolean collectorsVary, Optional<Cell> first) {
        this.parts = parts;
        this.collectorsVary = collectorsVary;
        this.first = first;
    }

    static CellNames of(Report.Run run) {
        return of(run.cells().stream().map(CellResult::cell), run.skipped(), run.subjects());
    }

    static CellNames of(Report.MinHeap report) {
        return of(report.searches().stream().map(HeapSearch::cell), report.skipped(), report.subjects());
    }

    private static CellNames of(Stream<Cell> measured, List<Skipped> skipped, List<Subject> subjects) {
        return of(Stream.concat(measured, skipped.stream().map(Skipped::cell)).toList(), subjects.size());
    }

    static CellNames of(List<Cell> cells, int subjects) {
        boolean sameFeature =
                cells.stream().map(cell -> cell.jdk().feature()).distinct().count()
                        == cells.stream().map(Cell::jdk).distinct().count();
        var parts = new ArrayList<Part>();
        parts.add(new Part(cell -> cell.subject().label(), subjects > 1));
        parts.add(new Part(cell -> cell.collector().id(), true));
        for (var value : List.<Function<Cell, String>>of(
                cell -> sameFeature
                        ? Integer.toString(cell.jdk().feature())
                        : cell.jdk().version(),
                CellNames::heap,
                cell -> cell.layout().label())) {
            parts.add(new Part(value, cells.stream().map(value).distinct().count() > 1));
        }
        return new CellNames(
                List.copyOf(parts), Axis.COLLECTOR.varies(cells), cells.stream().findFirst());
    }

    private static String heap(Cell cell) {
        return cell.heap().label().isEmpty() ? "default heap" : label(cell.heap());
    }

    /** A multiple says little without the size it came to: {@code 2x (122m)}. */
    private static String label(Heap heap) {
        return heap.multiple().isPresent()
                ? heap.label()
                        + heap.size().map(size -> " (" + size.forJvm() + ")").orElse("")
                : heap.label();
    }

    String of(Cell cell) {
        return name(cell, parts);
    }

    /** {@return its name for the cells of all workloads; what a multiple came to is of each its own} */
    String withoutSubject(Cell cell) {
        var heap = cell.heap();
        var any = heap.multiple().isPresent() ? cell.in(new Heap(Optional.empty(), heap.multiple())) : cell;
        return name(any, parts.subList(1, parts.size()));
    }

    private static String name(Cell cell, List<Part> parts) {
        return String.join(
                " ",
                parts.stream()
                        .filter(Part::varies)
                        .map(part -> part.value().apply(cell))
                        .filter(text -> !text.isEmpty())
                        .toList());
    }

    /** {@return where the cell lies on that axis, in few words} */
    String along(Axis axis, Cell cell) {
        var value = parts.get(index(axis)).value().apply(cell);
        return switch (axis) {
            case COLLECTOR, LAYOUT -> value.isEmpty() ? "default layout" : value;
            case JDK -> "JDK " + value;
            case HEAP -> cell.heap().label().isEmpty() ? value : value + " heap";
        };
    }

    /** {@return where it lies on all others that vary; empty where none does} */
    String beside(Axis axis, Cell cell) {
        var others = new ArrayList<String>();
        if (parts.getFirst().varies()) {
            others.add(parts.getFirst().value().apply(cell));
        }
        for (var other : Axis.values()) {
            if (other != axis && varies(other)) {
                others.add(along(other, cell));
            }
        }
        return String.join(" · ", others);
    }

    private boolean varies(Axis axis) {
        return axis == Axis.COLLECTOR ? collectorsVary : parts.get(index(axis)).varies();
    }

    /** Where the part of a name lies that tells the axis; the subject comes before all of them. */
    private static int index(Axis axis) {
        return switch (axis) {
            case COLLECTOR -> 1;
            case JDK -> 2;
            case HEAP -> 3;
            case LAYOUT -> 4;
        };
    }

    /** {@return its name without the collector} */
    String place(Cell cell) {
        var others = new ArrayList<>(parts);
        others.remove(index(Axis.COLLECTOR));
        return name(cell, others);
    }

    /** {@return what all cells share} */
    String common() {
        return first.map(cell -> shared(cell, true)).orElse("");
    }

    /** {@return what all cells share, but for the heap} */
    String commonButHeap() {
        return first.map(cell -> shared(cell, false)).orElse("");
    }

    private String shared(Cell cell, boolean withHeap) {
        var shared = new ArrayList<String>();
        if (!parts.get(2).varies()) {
            shared.add("JDK " + cell.jdk().version());
        }
        if (withHeap && !parts.get(3).varies()) {
            shared.add(cell.heap().label().isEmpty() ? "the JVM's default heap" : heap(cell) + " heap");
        }
        if (!parts.get(4).varies() && !cell.layout().label().isEmpty()) {
            shared.add(cell.layout().label());
        }
        return String.join(" · ", shared);
    }
}
