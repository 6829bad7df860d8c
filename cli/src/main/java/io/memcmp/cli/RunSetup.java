package io.memcmp.cli;

import io.memcmp.analysis.RecordingAnalyzer;
import io.memcmp.experiment.DumpRoom;
import io.memcmp.experiment.Experiment;
import io.memcmp.experiment.MinimumHeaps;
import io.memcmp.experiment.Planning;
import io.memcmp.experiment.RunDirectory;
import io.memcmp.launch.Interruption;
import io.memcmp.launch.Launcher;
import io.memcmp.launch.Origin;
import io.memcmp.launch.VmProbe;
import io.memcmp.plan.ExperimentSpec;
import io.memcmp.plan.Plan;
import io.memcmp.plan.Reference;
import io.memcmp.plan.UserError;
import io.memcmp.result.MinimumHeap;
import io.memcmp.result.Report;
import io.memcmp.result.StoredPlan;
import java.io.IOException;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What the words of a command line make: a plan, and what it takes to follow it. */
final class RunSetup {
    private final Terminal terminal;
    private final ExperimentSpec spec;
    private final List<MinimumHeap> minimums;
    private final List<String> words;
    private final Interruption interruption;
    private final Plan plan;

    RunSetup(
            Terminal terminal,
            ExperimentSpec wished,
            List<MinimumHeap> minimums,
            List<String> words,
            VmProbe probe,
            Interruption interruption) {
        this.terminal = terminal;
        this.spec = MinimumHeaps.over(wished, minimums);
        this.minimums = minimums;
        this.words = words;
        this.interruption = interruption;
        this.plan = Plan.of(spec, cell -> interruption.requested() ? Optional.of("interrupted") : probe.apply(cell));
    }

    Report.Run run(Path path, boolean force, Instant created, boolean quiet) throws IOException, InterruptedException {
        plan.refuseEmpty();
        Reference.refuseSkipped(plan, spec.judging());
        Reference.requireTwo(plan, spec.protocol());
        tellRoom(path, quiet);
        var directory = RunDirectory.create(path, force);
        directory.writeMinimumHeaps(minimums);
        directory.writeSettings(RecordingAnalyzer.requiredEvents());
        return experiment(directory, quiet).run(planned(directory, created));
    }

    Report.Run resume(RunDirectory directory, StoredPlan stored, boolean quiet)
            throws IOException, InterruptedException {
        var planned = sameAs(directory, stored);
        tellRoom(directory.path(), quiet);
        return experiment(directory, quiet).resume(planned);
    }

    Report.Planned show(Path path, Instant created) {
        plan.refuseEmpty();
        Reference.refuseSkipped(plan, spec.judging());
        Reference.requireTwo(plan, spec.protocol());
        var directory = new RunDirectory(path.toAbsolutePath().normalize());
        tellRoom(path, false);
        return Planning.shown(planned(directory, created), launcher(directory), directory);
    }

    Report.Planned showRest(RunDirectory directory, StoredPlan stored) {
        return Planning.shown(sameAs(directory, stored), launcher(directory), directory);
    }

    /** A disk that may be too small is worth a line even to who wants to hear nothing. */
    private void tellRoom(Path path, boolean quiet) {
        DumpRoom.of(spec.capture().heapDumps(), plan, path).ifPresent(room -> {
            room.refuseNone();
            if (!quiet || room.tight()) {
                terminal.err().println("memcmp: " + room.sentence());
            }
        });
    }

    private Report.Planned sameAs(RunDirectory directory, StoredPlan stored) {
        var planned = planned(directory, stored.created());
        stored.difference(planned).ifPresent(difference -> {
            throw new UserError(
                    "cannot resume " + directory.path() + ": " + difference,
                    "put that back as it was, or start a new run; finished trials can be read with memcmp analyze");
        });
        return planned;
    }

    private Report.Planned planned(RunDirectory directory, Instant created) {
        return Planning.planned(
                Version.text(),
                created,
                Origin.of(words, spec.axes()),
                Report.Design.of(spec, minimums),
                plan,
                directory);
    }

    private Launcher launcher(RunDirectory directory) {
        return new Launcher(spec, directory.settings(), terminal.err(), interruption);
    }

    private Experiment experiment(RunDirectory directory, boolean quiet) {
        return new Experiment(
                spec, plan, directory, launcher(directory), new StderrProgress(terminal, quiet), interruption);
    }
}
