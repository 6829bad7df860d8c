package io.memcmp.experiment;

import io.memcmp.launch.Interruption;
import io.memcmp.launch.Launched;
import io.memcmp.launch.Launcher;
import io.memcmp.plan.ExperimentSpec;
import io.memcmp.plan.Plan;
import io.memcmp.plan.Subject;
import io.memcmp.plan.Trial;
import io.memcmp.plan.UserError;
import io.memcmp.result.CellResult;
import io.memcmp.result.Findings;
import io.memcmp.result.Report;
import io.memcmp.result.TrialResult;
import io.memcmp.stats.Comparison;
import io.memcmp.stats.Precision;
import java.io.IOException;
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
    private int number;

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
     * Writes the plan down, then runs every trial in its order and writes each down before the next begins.
     *
     * @param planned what is going to happen
     * @return what was found; of an interrupted run what there is
     * @throws IOException if the run directory can no longer be written
     * @throws InterruptedException if this thread is interrupted
     */
    public Report.Run run(Report.Planned planned) throws IOException, InterruptedException {
        try (var _ = directory.lock()) {
            directory.writePlan(planned);
            return run(planned, Earlier.none(directory));
        }
    }

    /**
     * Takes over what an earlier sitting finished and runs the rest.
     *
     * @param planned what was going to happen
     * @return what was found, as if there had been one sitting only
     * @throws IOException if the run directory can no longer be written
     * @throws InterruptedException if this thread is interrupted
     */
    public Report.Run resume(Report.Planned planned) throws IOException, InterruptedException {
        try (var _ = directory.lock()) {
            directory.forgetReport();
            return run(planned, Earlier.read(directory, plan, launcher));
        }
    }

    private Report.Run run(Report.Planned planned, Earlier earlier) throws IOException, InterruptedException {
        progress.planned(plan, earlier.count());
        try (var journal = Journal.append(directory.journal())) {
            var blocks = new Blocks(plan, earlier, trial -> perform(trial, journal), progress, interruption);
            blocks.run(this::enough);
            var cells = new Diagnoses(spec.capture(), directory, launcher, progress, interruption)
                    .of(cells(blocks.results()));
            var report = new Report.Run(
                            planned.tool(),
                            planned.created(),
                            planned.subjects(),
                            planned.design(),
                            planned.host(),
                            cells,
                            plan.skipped(),
                            Findings.NONE,
                            directory.path(),
                            interruption.requested(),
                            Conducts.of(planned, blocks, cells))
                    .judged();
            directory.writeReport(report);
            return report;
        }
    }

    /** Whether every interval is as narrow as the user wants it. */
    private boolean enough(List<TrialResult> results) {
        return spec.protocol()
                .precision()
                .filter(wish -> Precision.reached(
                        results.getLast().trial().block(), blocks -> compared(results, blocks), wish.halfWidth()))
                .isPresent();
    }

    private List<Comparison> compared(List<TrialResult> results, int blocks) {
        var first = results.stream()
                .filter(result -> result.trial().block() <= blocks)
                .toList();
        return Findings.of(cells(first), plan.skipped(), spec.judging(), bundled())
                .judged();
    }

    private boolean bundled() {
        return plan.cells().stream().allMatch(cell -> cell.subject() instanceof Subject.Bundled);
    }

    private TrialResult perform(Trial trial, Journal journal) throws InterruptedException {
        progress.started(++number, trial);
        var launched = launched(trial);
        var result = CensusReader.read(
                spec.capture().heapDumps(),
                TrialReader.read(trial, launched),
                launched.files().heapDump());
        journal.write(result);
        progress.ended(number, result);
        return result;
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
                    "make room on the disk or choose another with --out DIR; finished trials are kept: memcmp run"
                            + " --resume goes on",
                    full);
        }
    }
}
