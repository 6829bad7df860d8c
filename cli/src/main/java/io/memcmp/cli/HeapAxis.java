package io.memcmp.cli;

import io.memcmp.experiment.HeapSearches;
import io.memcmp.experiment.MinimumHeaps;
import io.memcmp.launch.Interruption;
import io.memcmp.launch.Launcher;
import io.memcmp.launch.Memory;
import io.memcmp.launch.VmProbe;
import io.memcmp.plan.Bytes;
import io.memcmp.plan.ExperimentSpec;
import io.memcmp.plan.UserError;
import io.memcmp.result.MinimumHeap;
import io.memcmp.result.SearchRule;
import java.util.List;
import java.util.Optional;

/** Of which minimum heaps a run's heaps are multiples. */
final class HeapAxis {
    private HeapAxis() {}

    /** {@return what the user gave, or what a search finds; empty when the user ended the search} */
    static Optional<List<MinimumHeap>> found(
            ExperimentSpec wished,
            Optional<Bytes> given,
            Terminal terminal,
            boolean quiet,
            Interruption interruption)
            throws InterruptedException {
        if (given.isPresent()) {
            return Optional.of(MinimumHeaps.given(wished, given.get()));
        }
        var rule = SearchRule.of(SearchRule.TAU, wished.limits().time(), Optional.empty(), Memory.ofMachine());
        var progress = new StderrHeapProgress(terminal, quiet);
        var probe = new VmProbe();
        var launcher = Launcher.bare(wished, terminal.err(), interruption);
        var searches = new HeapSearches(wished, rule, probe, launcher, progress, interruption);
        return new MinimumHeaps(wished, SearchRule.TAU, probe, searches, progress).find();
    }

    /** {@return what the user gave, for a dry run: it launches nothing, so it cannot search} */
    static List<MinimumHeap> given(ExperimentSpec wished, Optional<Bytes> given) {
        if (given.isEmpty() && !wished.axes().needMinimum().isEmpty()) {
            throw new UserError(
                    "a dry run does not search the minimum heap that --heap is a multiple of",
                    "give it with --minheap SIZE, or find it with memcmp minheap");
        }
        return given.map(size -> MinimumHeaps.given(wished, size)).orElse(List.of());
    }
}
