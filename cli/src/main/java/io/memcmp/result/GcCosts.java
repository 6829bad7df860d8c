package io.memcmp.result;

import io.memcmp.analysis.Observed;
import io.memcmp.analysis.Reading;
import io.memcmp.plan.Collector;
import io.memcmp.result.GcCost.Bound;
import io.memcmp.result.GcCost.Line;
import io.memcmp.result.GcCost.Minimum;
import io.memcmp.result.GcCost.Resource;
import io.memcmp.result.GcCost.Sweep;
import io.memcmp.result.GcCost.Work;
import io.memcmp.stats.Contrast.Design;
import io.memcmp.stats.LowerBound;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/** Works out what collection costs at least. */
public final class GcCosts {
    /** Of the clock that window.cpu is read from. */
    private static final double STEP_NANOS = 1e7;

    /** From here on a step is less than 1 %. */
    private static final double FINE_NANOS = 100 * STEP_NANOS;

    /** These work in stops, at least mostly: what is left of them without is near to what the program itself takes. */
    private static final Set<String> IN_STOPS =
            Set.of(Collector.SERIAL.id(), Collector.PARALLEL.id(), Collector.G1.id(), Collector.EPSILON.id());

    private final Resource resource;
    private final boolean windowed;
    private final long seed;
    private final Map<CellFigures, Observed<Spent>> spent = new LinkedHashMap<>();

    /** What each trial of a cell took, by block, and of that collection surely. */
    private record Spent(Map<Integer, Double> totals, Map<Integer, Double> explicit, String nothing) {
        LowerBound.Costs costs(Set<Integer> blocks) {
            return new LowerBound.Costs(
                    blocks.stream().map(this::total).toList(),
                    blocks.stream().map(block -> total(block) - part(block)).toList());
        }

        double total(int block) {
            return totals.getOrDefault(block, 0.0);
        }

        double part(int block) {
            return explicit.getOrDefault(block, 0.0);
        }

        Reading subtracted(Set<Integer> blocks) {
            return nothing.isEmpty()
                    ? Reading.of(
                            blocks.stream().mapToDouble(this::part).average().orElse(0))
                    : Reading.absent(nothing);
        }
    }

    private GcCosts(List<CellFigures> cells, Resource resource, long seed) {
        this.resource = resource;
        this.windowed = cells.stream()
                .flatMap(cell -> cell.trials().stream())
                .anyMatch(trial -> trial.reading(Metrics.WINDOW) instanceof Reading.Value);
        this.seed = seed;
        cells.forEach(cell -> spent.put(cell, spent(cell)));
    }

    /**
     * {@return what collection costs in these cells at least}
     *
     * @param cells of one run
     * @param seed for drawing blocks
     */
    public static GcCost of(List<CellFigures> cells, long seed) {
        var byWork = new LinkedHashMap<Work, List<CellFigures>>();
        cells.forEach(cell -> byWork.computeIfAbsent(Work.of(cell.key()), _ -> new ArrayList<>())
                .add(cell));
        var sweeps = new ArrayList<Sweep>();
        byWork.forEach((work, group) -> {
            for (var resource : Resource.values()) {
                sweeps.add(new GcCosts(group, resource, seed).sweep(work));
            }
        });
        return new GcCost(sweeps);
    }

    private Metric total() {
        return switch (resource) {
            case WALL -> windowed ? Metrics.WINDOW : Metrics.WALL;
            case CPU -> windowed ? Metrics.WINDOW_CPU : Metrics.CPU;
        };
    }

    private Metric explicit() {
        return switch (resource) {
            case WALL -> Metrics.STOP_GC_AT_SAFEPOINT;
            case CPU -> Metrics.GC_CPU;
        };
    }

    private Sweep sweep(Work work) {
        var measured = new LinkedHashMap<CellFigures, Spent>();
        spent.forEach((cell, what) -> what.present().ifPresent(known -> measured.put(cell, known)));
        if (measured.size() < 2) {
            var reason = measured.isEmpty() ? "no cell was measured" : "one cell alone has nothing to be held against";
            return new Sweep(work, resource, total(), Observed.missing(reason), lines(Map.of(), reason), List.of());
        }
        var blocks = common(measured);
        var design = blocks.isEmpty() ? Design.INDEPENDENT : Design.PAIRED;
        var costs = measured.values().stream()
                .map(each -> each.costs(chosen(each, blocks)))
                .toList();
        var bounds = LowerBound.of(costs, design, seed);
        var known = new LinkedHashMap<CellFigures, Bound>();
        int next = 0;
        for (var cell : measured.entrySet()) {
            known.put(
                    cell.getKey(),
                    bound(cell.getValue(), blocks, bounds.estimates().get(next++)));
        }
        var least = List.copyOf(measured.keySet()).get(bounds.minimum()).key();
        return new Sweep(
                work,
                resource,
                total(),
                Observed.of(new Minimum(least, bounds.cost())),
                lines(known, ""),
                warnings(measured));
    }

    /** Blocks in which every cell was measured: they are held against each other in the same places. */
    private static Set<Integer> common(Map<CellFigures, Spent> measured) {
        var common = new TreeSet<Integer>();
        measured.values().stream()
                .findFirst()
                .ifPresent(one -> common.addAll(one.totals().keySet()));
        measured.values().forEach(each -> common.retainAll(each.totals().keySet()));
        return common;
    }

    private static Set<Integer> chosen(Spent spent, Set<Integer> common) {
        return common.isEmpty() ? spent.totals().keySet() : common;
    }

    private static Bound bound(Spent spent, Set<Integer> common, LowerBound.Estimate estimate) {
        var blocks = chosen(spent, common);
        return new Bound(
                blocks.stream().mapToDouble(spent::total).average().orElse(0),
                spent.subtracted(blocks),
                estimate.ratio(),
                estimate.interval(),
                blocks.size());
    }

    private List<Line> lines(Map<CellFigures, Bound> known, String otherwise) {
        var lines = new ArrayList<Line>();
        spent.forEach((cell, what) -> {
            var bound = known.get(cell);
            var why = what instanceof Observed.Missing<Spent>(var reason) ? reason : otherwise;
            lines.add(new Line(cell.key(), bound == null ? Observed.missing(why) : Observed.of(bound)));
        });
        return lines;
    }

    private Observed<Spent> spent(CellFigures cell) {
        if (!cell.trials().stream().allMatch(trial -> trial.outcome().equals("completed"))) {
            return Observed.missing(Summary.outcomes(cell.trials()));
        }
        if (cell.trials().stream().anyMatch(TrialFigures::incomplete)) {
            return Observed.missing("a recording is incomplete");
        }
        if (cell.summary(total()) instanceof Summary.Absent(var reason)) {
            return Observed.missing(reason);
        }
        var totals = byBlock(cell, total());
        var explicit = epsilon(cell) ? new LinkedHashMap<Integer, Double>() : byBlock(cell, explicit());
        var nothing = nothing(cell);
        if (!nothing.isEmpty()) {
            explicit.clear();
        }
        boolean less = totals.entrySet().stream()
                .allMatch(each -> explicit.getOrDefault(each.getKey(), 0.0) < each.getValue());
        return less
                ? Observed.of(new Spent(totals, explicit, nothing))
                : Observed.missing("collection took all of it: too short to tell");
    }

    /** Why nothing can be subtracted; empty where it is known how much, none in the case of Epsilon. */
    private String nothing(CellFigures cell) {
        return !epsilon(cell) && cell.summary(explicit()) instanceof Summary.Absent(var reason) ? reason : "";
    }

    private static boolean epsilon(CellFigures cell) {
        return cell.key().collector().equals(Collector.EPSILON.id());
    }

    private static Map<Integer, Double> byBlock(CellFigures cell, Metric metric) {
        var figures = new LinkedHashMap<Integer, Double>();
        for (var trial : cell.trials()) {
            if (trial.reading(metric) instanceof Reading.Value(double figure)) {
                figures.put(trial.block(), figure);
            }
        }
        return figures;
    }

    /** CPU time of a window is read in steps; what is subtracted is not. */
    private static Optional<String> coarse(Map<CellFigures, Spent> measured) {
        var shortest = measured.values().stream()
                .flatMap(each -> each.totals().values().stream())
                .mapToDouble(Double::doubleValue)
                .min();
        return shortest.isPresent() && shortest.getAsDouble() < FINE_NANOS
                ? Optional.of("coarse: window.cpu counts in steps of 10 ms, up to %.1f %% of the shortest window"
                        .formatted(100 * STEP_NANOS / shortest.getAsDouble()))
                : Optional.empty();
    }

    private List<String> warnings(Map<CellFigures, Spent> measured) {
        var warnings = new ArrayList<String>();
        var unknown = measured.values().stream()
                .map(Spent::nothing)
                .filter(reason -> !reason.isEmpty())
                .distinct()
                .toList();
        if (!unknown.isEmpty()) {
            warnings.add("weak: of %d of %d cells nothing could be subtracted: %s"
                    .formatted(
                            measured.values().stream()
                                    .filter(each -> !each.nothing().isEmpty())
                                    .count(),
                            measured.size(),
                            String.join("; ", unknown)));
        }
        boolean inStops = measured.keySet().stream()
                .anyMatch(cell -> IN_STOPS.contains(cell.key().collector()));
        if (resource == Resource.WALL && !inStops) {
            warnings.add("weak: none of the collectors works in stops, as serial, parallel and mostly g1 do; what they"
                    + " cost beside the program is in the minimum too");
        }
        if (measured.values().stream().anyMatch(each -> each.totals().size() < 2)) {
            warnings.add("one trial tells no interval; --repeat gives one");
        }
        if (resource == Resource.CPU && windowed) {
            coarse(measured).ifPresent(warnings::add);
        }
        if (!windowed) {
            warnings.add(
                    resource == Resource.WALL
                            ? "of the whole process, start-up and recording included; it is taken to do the same work each time"
                            : "the total is of the process and its children, what is subtracted of the JVM that was recorded");
        }
        return warnings;
    }
}
