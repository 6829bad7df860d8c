package io.memcmp.experiment;

import io.memcmp.plan.Bytes;
import io.memcmp.plan.Cell;
import io.memcmp.plan.Collector;
import io.memcmp.plan.ExperimentSpec;
import io.memcmp.plan.Heap;
import io.memcmp.plan.Subject;
import io.memcmp.plan.UserError;
import io.memcmp.result.HeapSearch;
import io.memcmp.result.MinimumHeap;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Stream;

/**
 * The minimum heaps of whose multiples a run's heaps are: one for each program, by one collector, so that all collectors are
 * compared in heaps of the same size.
 */
public final class MinimumHeaps {
    private final ExperimentSpec spec;
    private final double tau;
    private final Function<Cell, Optional<String>> refusal;
    private final HeapSearches searches;
    private final HeapProgress progress;

    /**
     * The minimum heaps of a run.
     *
     * @param spec the run
     * @param tau how many times as long as in a generous heap a run may take
     * @param refusal what a cell's JVM says against it
     * @param searches do the searching
     * @param progress hears what happens
     */
    public MinimumHeaps(
            ExperimentSpec spec,
            double tau,
            Function<Cell, Optional<String>> refusal,
            HeapSearches searches,
            HeapProgress progress) {
        this.spec = spec;
        this.tau = tau;
        this.refusal = refusal;
        this.searches = searches;
        this.progress = progress;
    }

    /**
     * {@return the minimum heaps that the run needs, none where it has no multiples; empty when the user ended the search}
     *
     * @throws InterruptedException if this thread is interrupted
     */
    public Optional<List<MinimumHeap>> find() throws InterruptedException {
        var minimums = new ArrayList<MinimumHeap>();
        var subjects = spec.axes().needMinimum();
        for (var subject : subjects) {
            var cell = reference(subject);
            progress.began(minimums.size() + 1, subjects.size(), cell);
            var search = searches.search(cell);
            progress.ended(search);
            switch (search.ending()) {
                case HeapSearch.Ending.Found(var minimum) -> minimums.add(found(search, minimum));
                case HeapSearch.Ending.Interrupted _ -> {
                    return Optional.empty();
                }
                case HeapSearch.Ending.Never(var reason) -> throw notFound(cell, reason);
                case HeapSearch.Ending.Unknown(var reason) -> throw notFound(cell, reason);
            }
        }
        return Optional.of(minimums);
    }

    /**
     * {@return the minimum heaps where the user knows the one there is}
     *
     * @param spec the run
     * @param given its size
     */
    public static List<MinimumHeap> given(ExperimentSpec spec, Bytes given) {
        var subjects = spec.axes().needMinimum();
        if (subjects.isEmpty()) {
            throw new UserError(
                    "--minheap without multiples of it",
                    "give some, for example --heap 1.5x,2x,3x,6x, or leave it out");
        }
        if (subjects.size() > 1) {
            throw new UserError(
                    "one --minheap for " + subjects.size() + " workloads, of which each has its own",
                    "leave it out, and each is searched; or run them one at a time");
        }
        return subjects.stream()
                .map(subject -> new MinimumHeap(subject.label(), given, Optional.empty()))
                .toList();
    }

    /**
     * {@return the run with the sizes of its heaps}
     *
     * @param spec the run
     * @param minimums of its programs
     */
    public static ExperimentSpec over(ExperimentSpec spec, List<MinimumHeap> minimums) {
        Map<Subject, Bytes> sizes = new LinkedHashMap<>();
        for (var subject : spec.axes().needMinimum()) {
            minimums.stream()
                    .filter(minimum -> minimum.subject().equals(subject.label()))
                    .findFirst()
                    .ifPresent(minimum -> sizes.put(subject, minimum.size()));
        }
        return spec.over(sizes);
    }

    /** G1 is what others measure minimum heaps with; a JDK without it takes the run's first collector. */
    private Cell reference(Subject subject) {
        var axes = spec.axes();
        return Stream.concat(Stream.of(Collector.G1), axes.collectors().stream())
                .map(collector -> new Cell(
                        subject,
                        collector,
                        axes.jdks().getFirst(),
                        Heap.OF_JVM,
                        axes.layouts().getFirst(),
                        axes.jvmArgs()))
                .filter(cell -> refusal.apply(cell).isEmpty())
                .findFirst()
                .orElseThrow(() -> new UserError(
                        "no collector to find the minimum heap of " + subject.label() + " with on JDK "
                                + axes.jdks().getFirst().version(),
                        "give it with --minheap SIZE; memcmp doctor shows what works here"));
    }

    private MinimumHeap found(HeapSearch search, Bytes minimum) {
        var cell = search.cell();
        return new MinimumHeap(
                cell.subject().label(),
                minimum,
                Optional.of(new MinimumHeap.Found(
                        cell.collector().id(),
                        cell.jdk().version(),
                        tau,
                        search.trials().size(),
                        search.doubt().isPresent())));
    }

    private static UserError notFound(Cell cell, String reason) {
        return new UserError(
                "cannot determine the minimum heap of " + cell.subject().label() + " with "
                        + cell.collector().id() + ": " + reason,
                "give it with --minheap SIZE, or give sizes, for example --heap 512m,1g");
    }
}
