package io.memcmp.render;

import io.memcmp.analysis.Observed;
import io.memcmp.analysis.Reading;
import io.memcmp.plan.Bytes;
import io.memcmp.plan.Cell;
import io.memcmp.result.CellKey;
import io.memcmp.result.GcCost;
import io.memcmp.result.GcCost.Bound;
import io.memcmp.result.GcCost.Sweep;
import io.memcmp.result.Report;
import io.memcmp.result.Unit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.TreeMap;

/** What collection costs at least: a line for each cell, wall beside CPU, and over several heaps the curves. */
final class CostPage {
    private static final List<String> COLUMNS = List.of("", "wall", "95 %", "GC stops", "CPU", "95 %", "GC CPU");

    private final CellNames names;
    private final Map<CellKey, Cell> cells = new LinkedHashMap<>();
    private final List<Block> blocks = new ArrayList<>();

    private CostPage(Report.Run run, CellNames names) {
        this.names = names;
        run.cells().forEach(cell -> cells.put(CellKey.of(cell.cell()), cell.cell()));
    }

    /** Nothing where no two cells did the same work. */
    static List<Block> of(Report.Run run, CellNames names) {
        var page = new CostPage(run, names);
        run.findings().gcCost().present().ifPresent(page::sweeps);
        return List.copyOf(page.blocks);
    }

    private void sweeps(GcCost cost) {
        var byWork = new LinkedHashMap<GcCost.Work, List<Sweep>>();
        cost.sweeps().stream()
                .filter(sweep -> sweep.minimum() instanceof Observed.Present)
                .forEach(sweep -> byWork.computeIfAbsent(sweep.work(), _ -> new ArrayList<>())
                        .add(sweep));
        byWork.forEach((work, sweeps) -> work(work, sweeps, byWork.size() > 1));
    }

    private void work(GcCost.Work work, List<Sweep> sweeps, boolean several) {
        blocks.add(new Block.Heading("Cost of collection, lower bound" + (several ? " · " + place(work) : "")));
        blocks.add(
                new Block.Note("times the least that any of these cells took beside collection; what is above 1 is the"
                        + " least that collection costs; GC stops and GC CPU are what was subtracted"));
        var rows = new LinkedHashMap<CellKey, List<String>>();
        for (var resource : GcCost.Resource.values()) {
            var sweep =
                    sweeps.stream().filter(each -> each.resource() == resource).findFirst();
            sweeps.getFirst()
                    .lines()
                    .forEach(line -> rows.computeIfAbsent(line.cell(), cell -> new ArrayList<>(List.of(name(cell))))
                            .addAll(figures(sweep, line.cell())));
        }
        blocks.add(new Block.Table(COLUMNS, List.copyOf(rows.values()), Block.Kind.FIGURES));
        sweeps.forEach(sweep -> sweep.minimum().present().ifPresent(least -> blocks.add(minimum(sweep, least))));
        unbounded(sweeps);
        warnings(sweeps);
        sweeps.forEach(sweep -> chart(sweep).ifPresent(blocks::add));
    }

    private static String place(GcCost.Work work) {
        return work.subject() + " · JDK " + work.version();
    }

    private String name(CellKey cell) {
        var known = cells.get(cell);
        return known == null ? cell.collector() : names.of(known);
    }

    private static List<String> figures(Optional<Sweep> sweep, CellKey cell) {
        return sweep.flatMap(of -> bound(of, cell))
                .map(bound -> List.of(ratio(bound.ratio()), interval(bound), subtracted(bound)))
                .orElse(List.of("–", "", ""));
    }

    private static Optional<Bound> bound(Sweep sweep, CellKey cell) {
        return sweep.lines().stream()
                .filter(line -> line.cell().equals(cell))
                .flatMap(line -> line.bound().present().stream())
                .findFirst();
    }

    private static String interval(Bound bound) {
        return bound.interval().bounded()
                ? ratio(bound.interval().low()) + "–" + ratio(bound.interval().high())
                : "";
    }

    private static String subtracted(Bound bound) {
        return switch (bound.subtracted()) {
            case Reading.Value(double nanos) -> Quantities.text(nanos, Unit.NANOSECONDS);
            case Reading.Absent _ -> "nothing";
        };
    }

    /** Three decimals near to 1, where collectors differ by per cents. */
    private static String ratio(double ratio) {
        return ratio < 2 ? String.format(Locale.ROOT, "%.3f", ratio) : Quantities.digits(ratio);
    }

    private Block minimum(Sweep sweep, GcCost.Minimum least) {
        var what = switch (sweep.resource()) {
            case WALL -> "wall: through %s, %s of %s less its time at safepoint for collections";
            case CPU -> "CPU: through %s, %s of %s less its collector's threads and the VM thread";
        };
        return new Block.Note(what.formatted(
                Quantities.text(least.nanos(), Unit.NANOSECONDS), sweep.total().id(), name(least.cell())));
    }

    /** What holds for both is said once. */
    private void unbounded(List<Sweep> sweeps) {
        var said = new LinkedHashMap<String, List<String>>();
        for (var sweep : sweeps) {
            unbounded(sweep)
                    .forEach(cells ->
                            said.computeIfAbsent(cells, _ -> new ArrayList<>()).add(label(sweep)));
        }
        said.forEach((cells, of) -> blocks.add(new Block.Note(
                "no " + (of.size() == sweeps.size() ? "" : of.getFirst() + " ") + "bound for " + cells)));
    }

    private List<String> unbounded(Sweep sweep) {
        var reasons = new TreeMap<String, List<String>>();
        for (var line : sweep.lines()) {
            if (line.bound() instanceof Observed.Missing<Bound>(var reason)) {
                reasons.computeIfAbsent(reason, _ -> new ArrayList<>()).add(name(line.cell()));
            }
        }
        return reasons.entrySet().stream()
                .map(cells -> String.join(", ", cells.getValue()) + ": " + cells.getKey())
                .toList();
    }

    private static String label(Sweep sweep) {
        return switch (sweep.resource()) {
            case WALL -> "wall";
            case CPU -> "CPU";
        };
    }

    /** Those that hold for both are said once. */
    private void warnings(List<Sweep> sweeps) {
        var said = new LinkedHashMap<String, List<String>>();
        sweeps.forEach(sweep -> sweep.warnings()
                .forEach(warning ->
                        said.computeIfAbsent(warning, _ -> new ArrayList<>()).add(label(sweep))));
        said.forEach((warning, of) ->
                blocks.add(new Block.Note((of.size() == sweeps.size() ? "" : of.getFirst() + ": ") + warning)));
    }

    private Optional<Block> chart(Sweep sweep) {
        var curves = new LinkedHashMap<String, TreeMap<Double, Block.Point>>();
        var ticks = new TreeMap<Double, Block.Tick>();
        for (var line : sweep.lines()) {
            var heap = heap(line.cell());
            var bound = line.bound().present();
            if (heap.isPresent() && bound.isPresent()) {
                double x = heap.getAsDouble();
                ticks.put(x, new Block.Tick(x, label(line.cell())));
                curves.computeIfAbsent(line.cell().collector(), _ -> new TreeMap<>())
                        .put(x, new Block.Point(x, bound.get().ratio()));
            }
        }
        if (ticks.size() < 2) {
            return Optional.empty();
        }
        var series = curves.entrySet().stream()
                .map(curve -> new Block.Series(
                        curve.getKey(), List.copyOf(curve.getValue().values())))
                .toList();
        return Optional.of(new Block.Chart(
                label(sweep) + ": cost against heap",
                new Block.Axis("heap, logarithmic", true, List.copyOf(ticks.values())),
                costs(series),
                series));
    }

    private static Block.Axis costs(List<Block.Series> series) {
        double most = series.stream()
                .flatMap(each -> each.points().stream())
                .max(Comparator.comparingDouble(Block.Point::y))
                .map(Block.Point::y)
                .orElse(1.0);
        return most > Ticks.WIDE
                ? new Block.Axis("times the minimum, logarithmic", true, Ticks.logarithmic(1, most, Quantities::digits))
                : new Block.Axis("times the minimum", false, Ticks.even(1, most, Quantities::digits));
    }

    /** A multiple of the minimum heap where all were asked for so, else bytes. */
    private OptionalDouble heap(CellKey cell) {
        boolean multiples =
                cells.keySet().stream().allMatch(each -> each.heapMultiple().isPresent());
        return multiples
                ? cell.heapMultiple().stream().mapToDouble(Double::doubleValue).findFirst()
                : cell.heap().stream().mapToDouble(Bytes::count).findFirst();
    }

    private String label(CellKey cell) {
        return Optional.ofNullable(cells.get(cell))
                .map(known -> known.heap().label())
                .orElse("");
    }
}
