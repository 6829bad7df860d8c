package io.memcmp.experiment;

import io.memcmp.launch.HostFacts;
import io.memcmp.launch.Interruption;
import io.memcmp.launch.Launched;
import io.memcmp.launch.Launcher;
import io.memcmp.plan.ExperimentSpec;
import io.memcmp.plan.Plan;
import io.memcmp.plan.Trial;
import io.memcmp.plan.UserError;
import io.memcmp.result.CellResult;
import io.memcmp.result.Findings;
import io.memcmp.result.Report;
import io.memcmp.result.TrialResult;
import java.io.IOException;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;

/** The story of {@code memcmp run}. */
public final class Experiment {
    private final ExperimentSpec spec;
    private final Plan plan;
    private final RunDirectory directory;
    private final Launcher launcher;
    private final Progress progress;
    private final Interruption interruption;

    /**
     * An experiment, ready to run.
     *
     * @param spec what was asked for
     * @param plan the trials
     * @param directory where everything goes
     * @param launcher starts the children
     * @param progress hears what happens
     * @param interruption whether the user has asked to stop
     */
    public Experiment(
            ExperimentSpec spec,
            Plan plan,
            RunDirectory directory,
            Launcher launcher,
            Progress progress,
            Interruption interruption) {
        this.spec = spec;
        this.plan = plan;
        this.directory = directory;
        this.launcher = launcher;
        this.progress = progress;
        this.interruption = interruption;
    }

    /**
     * Runs every trial in its order and writes each down before the next begins.
     *
     * @param tool memcmp's version, for the report
     * @param created when the run began
     * @return what was found; of an interrupted run what there is
     * @throws IOException if the run directory can no longer be written
     * @throws InterruptedException if this thread is interrupted
     */
    public Report.Run run(String tool, Instant created) throws IOException, InterruptedException {
        var host = HostFacts.now();
        var results = new ArrayList<TrialResult>();
        progress.planned(plan);
        try (var journal = Journal.append(directory.journal())) {
            for (var trial : plan.trials()) {
                if (interruption.requested()) {
                    break;
                }
                progress.started(results.size() + 1, trial);
                var result = TrialReader.read(trial, launched(trial));
                results.add(result);
                journal.write(result);
                progress.ended(results.size(), result);
            }
        }
        return new Report.Run(
                        tool,
                        created,
                        List.copyOf(spec.axes().subjects().keySet()),
                        new Report.Design(
                                spec.repeat(), spec.seed(), spec.limits().time().toNanos(), spec.judging()),
                        host,
                        cells(results),
                        plan.skipped(),
                        Findings.NONE,
                        directory.path(),
                        interruption.requested())
                .judged();
    }

    private List<CellResult> cells(List<TrialResult> results) {
        var byCell = results.stream()
                .collect(Collectors.groupingBy(result -> result.trial().cell()));
        return plan.cells().stream()
                .map(cell -> CellResult.of(cell, byCell.getOrDefault(cell, List.of())))
                .toList();
    }

    private Launched launched(Trial trial) throws InterruptedException {
        var files = directory.of(trial);
        try {
            return launcher.launch(trial, files);
        } catch (IOException full) {
            throw new UserError(
                    "cannot write " + files.path() + ": " + full.getMessage(),
                    "make room on the disk or choose another with --out DIR; finished trials are kept",
                    full);
        }
    }
}
