package io.memcmp.experiment;

import io.memcmp.analysis.Observed;
import io.memcmp.analysis.jfr.RecordingException;
import io.memcmp.analysis.leak.OldObjectAnalysis;
import io.memcmp.launch.Interruption;
import io.memcmp.launch.Launcher;
import io.memcmp.launch.Outcome;
import io.memcmp.launch.TrialDirectory;
import io.memcmp.plan.Cell;
import io.memcmp.plan.ExperimentSpec.Capture;
import io.memcmp.plan.Subject;
import io.memcmp.plan.Trial;
import io.memcmp.result.CellResult;
import io.memcmp.result.Diagnosis;
import io.memcmp.result.HeapFindings;
import io.memcmp.result.HeapFindings.Moment;
import io.memcmp.result.OldObjects;
import io.memcmp.result.TrialResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds out what holds the memory of each cell, when all trials with figures have run. */
final class Diagnoses {
    private static final String INTERRUPTED = "the run was interrupted before";

    private final Capture capture;
    private final RunDirectory directory;
    private final Launcher launcher;
    private final Progress progress;
    private final Interruption interruption;

    Diagnoses(
            Capture capture, RunDirectory directory, Launcher launcher, Progress progress, Interruption interruption) {
        this.capture = capture;
        this.directory = directory;
        this.launcher = launcher;
        this.progress = progress;
        this.interruption = interruption;
    }

    /** {@return the same cells, each with what was asked for} */
    List<CellResult> of(List<CellResult> cells) throws IOException, InterruptedException {
        if (capture.heapDumps().wished().isEmpty() && !capture.oldObjects()) {
            return cells;
        }
        var diagnosed = new ArrayList<CellResult>();
        for (var cell : cells) {
            diagnosed.add(cell.with(new Diagnosis(heap(cell), oldObjects(cell.cell()))));
        }
        return diagnosed;
    }

    private Optional<Observed<HeapFindings>> heap(CellResult cell) {
        return capture.heapDumps().wished().map(wished -> {
            if (interruption.requested()) {
                return Observed.missing(INTERRUPTED);
            }
            for (var trial : cell.trials()) {
                var found = heap(trial);
                if (found.isPresent()) {
                    return found.get();
                }
            }
            return Observed.missing(
                    switch (wished) {
                        case ALWAYS -> "no trial left a whole heap dump";
                        case ON_OOM -> "no trial ran out of memory";
                    });
        });
    }

    /** One dump speaks for the cell: to read all would take long and say the same. */
    private Optional<Observed<HeapFindings>> heap(TrialResult trial) {
        var files = new TrialDirectory(Path.of(trial.directory()));
        var quiet = trial.trial().cell().subject() instanceof Subject.Bundled ? Moment.QUIET : Moment.EXIT;
        if (Files.exists(files.outOfMemoryDump())) {
            return Optional.of(heap(trial, files.outOfMemoryDump(), Moment.OUT_OF_MEMORY));
        }
        return Files.exists(files.heapDump()) ? Optional.of(heap(trial, files.heapDump(), quiet)) : Optional.empty();
    }

    private Observed<HeapFindings> heap(TrialResult trial, Path dump, Moment moment) {
        progress.reads(dump);
        return HeapDumpReading.read(dump, moment, trial.facts().profile().present());
    }

    private Optional<Observed<OldObjects>> oldObjects(Cell cell) throws IOException, InterruptedException {
        return capture.oldObjects() ? Optional.of(sampled(cell)) : Optional.empty();
    }

    /** A trial that an earlier sitting finished is not run again. */
    private Observed<OldObjects> sampled(Cell cell) throws IOException, InterruptedException {
        var files = directory.diagnosing(cell);
        if (!Files.exists(files.recording())) {
            if (interruption.requested()) {
                return Observed.missing(INTERRUPTED);
            }
            progress.diagnoses(cell);
            var useless = run(cell, files);
            if (useless.isPresent()) {
                files.remove();
                return Observed.missing(useless.get());
            }
        }
        return read(files);
    }

    /** All figures are known by now: for want of room on the disk they are not given up. */
    private Optional<String> run(Cell cell, TrialDirectory files) throws InterruptedException {
        var settings = directory.writeSamplesSettings(OldObjectAnalysis.requiredEvents());
        try {
            var launched = launcher.diagnosing(settings).launch(new Trial(cell, Trial.WARM_UP), files);
            return useless(cell, launched.outcome(), launched.recorded());
        } catch (IOException full) {
            return Optional.of("cannot write " + files.path() + ": " + full.getMessage());
        }
    }

    private static Optional<String> useless(Cell cell, Outcome outcome, boolean recorded) {
        if (outcome instanceof Outcome.Interrupted) {
            return Optional.of(INTERRUPTED);
        }
        if (cell.subject() instanceof Subject.Bundled && !(outcome instanceof Outcome.Completed)) {
            return Optional.of("the workload ended before its quiet point: " + outcome.text());
        }
        return recorded ? Optional.empty() : Optional.of("the trial left no recording: " + outcome.text());
    }

    private static Observed<OldObjects> read(TrialDirectory files) {
        try {
            return Observed.of(OldObjects.of(
                    OldObjectAnalysis.read(files.recording()), files.path().toString()));
        } catch (RecordingException unreadable) {
            return Observed.missing(unreadable.getMessage());
        }
    }
}
