package io.memcmp.experiment;

import io.memcmp.launch.HeapGranule;
import io.memcmp.launch.HostFacts;
import io.memcmp.launch.Interruption;
import io.memcmp.launch.Launcher;
import io.memcmp.launch.TrialDirectory;
import io.memcmp.plan.Bytes;
import io.memcmp.plan.Cell;
import io.memcmp.plan.ExperimentSpec;
import io.memcmp.plan.Heap;
import io.memcmp.plan.Limits;
import io.memcmp.plan.Skipped;
import io.memcmp.plan.Trial;
import io.memcmp.plan.UserError;
import io.memcmp.result.HeapSearch;
import io.memcmp.result.Report;
import io.memcmp.result.SearchRule;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** The story of {@code memcmp minheap}: one search for each cell, nothing recorded, no file left. */
public final class HeapSearches {
    private final ExperimentSpec spec;
    private final SearchRule rule;
    private final Function<Cell, Optional<String>> refusal;
    private final Launcher launcher;
    private final HeapProgress progress;
    private final Interruption interruption;

    /**
     * Searches, ready to begin.
     *
     * @param spec what runs; heaps, blocks and judging say nothing here
     * @param rule what a minimum heap is
     * @param refusal what a cell's JVM says against it
     * @param launcher of trials that record nothing
     * @param progress hears what happens
     * @param interruption whether the user has asked to stop
     */
    public HeapSearches(
            ExperimentSpec spec,
            SearchRule rule,
            Function<Cell, Optional<String>> refusal,
            Launcher launcher,
            HeapProgress progress,
            Interruption interruption) {
        this.spec = spec;
        this.rule = rule;
        this.refusal = refusal;
        this.launcher = launcher;
        this.progress = progress;
        this.interruption = interruption;
    }

    /**
     * {@return what was found in every cell; of an interrupted search what there is}
     *
     * @param tool memcmp's version
     * @param created when the search began
     * @throws InterruptedException if this thread is interrupted
     */
    public Report.MinHeap run(String tool, Instant created) throws InterruptedException {
        var host = HostFacts.now();
        var searches = new ArrayList<HeapSearch>();
        var skipped = new ArrayList<Skipped>();
        var cells = spec.axes().cells();
        for (var cell : cells) {
            if (interruption.requested()) {
                break;
            }
            var reason = refusal.apply(cell);
            if (reason.isPresent()) {
                skipped.add(new Skipped(cell, reason.get()));
                continue;
            }
            progress.began(searches.size() + skipped.size() + 1, cells.size(), cell);
            var search = search(cell);
            searches.add(search);
            progress.ended(search);
        }
        if (searches.isEmpty() && !interruption.requested()) {
            throw new UserError(
                    "no cell of the matrix can run: "
                            + skipped.stream().map(Skipped::reason).distinct().collect(Collectors.joining("; ")),
                    "choose other collectors (--gc), JDKs (--jdk) or options; memcmp doctor shows what works here");
        }
        return new Report.MinHeap(
                tool,
                created,
                List.copyOf(spec.axes().subjects().keySet()),
                rule,
                host,
                searches,
                skipped,
                interruption.requested());
    }

    /** {@return what was found in one cell} */
    HeapSearch search(Cell cell) throws InterruptedException {
        try {
            var place = Files.createTempDirectory("memcmp-minheap-");
            try {
                return new MinHeap(rule, new Launches(cell, place), progress::tried).search(cell);
            } finally {
                new TrialDirectory(place).remove();
            }
        } catch (IOException full) {
            throw noRoom(full);
        }
    }

    private static UserError noRoom(IOException full) {
        return new UserError(
                "cannot write the files of a run in " + System.getProperty("java.io.tmpdir") + ": " + full.getMessage(),
                "make room there, or name another place with MEMCMP_JAVA_OPTIONS=-Djava.io.tmpdir=DIR",
                full);
    }

    /** Real children, one after the other. */
    private final class Launches implements MinHeap.Oracle {
        private final Cell cell;
        private final Path place;
        private int launches;

        Launches(Cell cell, Path place) {
            this.cell = cell;
            this.place = place;
        }

        @Override
        public MinHeap.Ended run(Bytes heap, Duration limit) throws InterruptedException {
            launches++;
            var files = new TrialDirectory(place.resolve(Integer.toString(launches)));
            var limits = new Limits(limit, spec.limits().okStatus());
            try {
                var launched = launcher.launch(new Trial(cell.in(Heap.of(heap)), launches), files, limits);
                long wall = (long) launched.wall().value().orElseThrow(); // a process that ended took its time
                return new MinHeap.Ended(
                        launched.outcome(),
                        Duration.ofNanos(wall),
                        launched.noise().faults());
            } catch (IOException full) {
                throw noRoom(full);
            } finally {
                remove(files);
            }
        }

        private static void remove(TrialDirectory files) {
            try {
                files.remove();
            } catch (IOException _) {
                // tried once more, with all the others
            }
        }

        @Override
        public Bytes granule(Bytes heap) {
            return HeapGranule.of(cell, heap);
        }
    }
}
