package io.memcmp.cli;

import io.memcmp.experiment.HeapSearches;
import io.memcmp.experiment.MinimumHeaps;
import io.memcmp.launch.Interruption;
import io.memcmp.launch.Launcher;
import io.memcmp.launch.Memory;
import io.memcmp.launch.VmProbe;
import io.memcmp.plan.Bytes;
import io.memcmp.plan.ExperimentSpec;
import io.memcmp.result.MinimumHeap;
import io.memcmp.result.SearchRule;
import java.util.List;
import java.util.Optional;

/** What the heaps of a run are multiples of: given, or searched before anything is planned. */
final class MinimumsOfRun {
    private final Terminal terminal;
    private final boolean quiet;
    private final Interruption interruption;

    MinimumsOfRun(Terminal terminal, boolean quiet, Interruption interruption) {
        this.terminal = terminal;
        this.quiet = quiet;
        this.interruption = interruption;
    }

    /** {@return the minimum heaps, none where no heap is a multiple; empty when the user ended the search} */
    Optional<List<MinimumHeap>> of(ExperimentSpec wished, Optional<Bytes> given) throws InterruptedException {
        if (given.isPresent()) {
            return Optional.of(MinimumHeaps.given(wished, given.get()));
        }
        var rule = SearchRule.of(SearchRule.TAU, wished.limits().time(), Optional.empty(), Memory.ofMachine());
        var progress = new StderrHeapProgress(terminal, quiet);
        var launcher = Launcher.bare(wished, terminal.err(), interruption);
        var probe = new VmProbe();
        var searches = new HeapSearches(wished, rule, probe, launcher, progress, interruption);
        return new MinimumHeaps(wished, SearchRule.TAU, probe, searches, progress).find();
    }
}
