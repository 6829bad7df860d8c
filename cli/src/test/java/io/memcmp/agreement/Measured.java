package io.memcmp.agreement;

import io.memcmp.analysis.Observed;
import io.memcmp.analysis.Reading;
import io.memcmp.analysis.RecordingAnalyzer;
import io.memcmp.analysis.RecordingProfile;
import io.memcmp.analysis.Scope;
import io.memcmp.analysis.jfr.RecordingException;
import io.memcmp.experiment.Experiment;
import io.memcmp.experiment.Planning;
import io.memcmp.experiment.Progress;
import io.memcmp.experiment.RunDirectory;
import io.memcmp.launch.Interruption;
import io.memcmp.launch.Launcher;
import io.memcmp.launch.Origin;
import io.memcmp.launch.Outcome;
import io.memcmp.launch.TrialDirectory;
import io.memcmp.plan.Cell;
import io.memcmp.plan.ExperimentSpec;
import io.memcmp.plan.Heap;
import io.memcmp.plan.Judging;
import io.memcmp.plan.Layout;
import io.memcmp.plan.Limits;
import io.memcmp.plan.Plan;
import io.memcmp.plan.Trial;
import io.memcmp.result.Metrics;
import io.memcmp.result.Report;
import io.memcmp.result.TrialFacts;
import io.memcmp.result.TrialResult;
import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;

/**
 * One trial as memcmp runs it for its users, and all that was seen of it.
 *
 * @param machine where
 * @param cell with which options
 * @param load what it did
 * @param outcome how it ended
 * @param facts what memcmp tells
 * @param whole the recording, read without regard to the measured window
 * @param files what the trial left
 * @param outside what {@code /proc} showed meanwhile
 */
record Measured(
        Machine machine,
        Cell cell,
        Load load,
        Outcome outcome,
        TrialFacts facts,
        RecordingProfile whole,
        TrialDirectory files,
        Outside outside) {
    private static final Path RUNS = Path.of("target", "agreement");
    private static final Map<String, Measured> DONE = new ConcurrentHashMap<>();

    /** {@return the run of that machine under that load; it is run when somebody asks for it first} */
    static Measured of(Machine machine, Load load) {
        return of(machine, load, Layout.DEFAULT);
    }

    static Measured of(Machine machine, Load load, Layout layout) {
        var cell = machine.cell(load.subject(), Heap.of(load.heap(machine)), layout);
        return DONE.computeIfAbsent(load + "-" + cell.id(), name -> run(machine, cell, load, RUNS.resolve(name)));
    }

    /** Whoever asks next has another run. */
    void forget() {
        DONE.values().remove(this);
    }

    private static Measured run(Machine machine, Cell cell, Load load, Path path) {
        var axes = new ExperimentSpec.Axes(
                Map.of(cell.subject(), List.of(cell.heap())),
                List.of(cell.collector()),
                List.of(cell.jdk()),
                List.of(cell.layout()),
                List.of());
        var spec = new ExperimentSpec(
                axes,
                1,
                1,
                new Limits(Duration.ofMinutes(2), Set.of(0)),
                new ExperimentSpec.Capture(Optional.empty(), false, false, false),
                Judging.DEFAULT);
        var directory = RunDirectory.create(path, true);
        directory.writeSettings(RecordingAnalyzer.requiredEvents());
        var interruption = new Interruption();
        var launcher = new Launcher(spec, directory.settings(), OutputStream.nullOutputStream(), interruption);
        var plan = Plan.of(spec, _ -> Optional.empty());
        try (var outside = Outside.ofNextChild()) {
            var report = new Experiment(spec, plan, directory, launcher, new Silence(), interruption)
                    .run(Planning.planned(
                            "test",
                            Instant.now(),
                            Origin.of(List.of(), axes),
                            Report.Design.of(spec, List.of()),
                            plan,
                            directory));
            var trial = report.cells().getFirst().trials().getFirst();
            var files = directory.of(trial.trial());
            var whole = RecordingAnalyzer.analyze(files.recording(), Scope.WHOLE_RECORDING);
            return new Measured(machine, cell, load, trial.outcome(), trial.facts(), whole, files, outside);
        } catch (IOException | RecordingException broken) {
            throw new IllegalStateException(cell.id() + ": see " + path, broken);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static final class Silence implements Progress {
        @Override
        public void planned(Plan plan, int finished) {}

        @Override
        public void started(int number, Trial trial) {}

        @Override
        public void ended(int number, TrialResult result) {}

        @Override
        public void repeats(TrialResult disturbed) {}
    }

    /** {@return what to call it in the table} */
    String name() {
        var layout = cell.layout().label();
        return layout.isEmpty() ? load.workload() : load.workload() + ", " + layout;
    }

    /** {@return the recording of the measured window} */
    RecordingProfile window() {
        return present(facts.profile());
    }

    GcLog log() {
        return read(() -> GcLog.read(files.gcLog()));
    }

    /** {@return the workload's own words on standard output: {@code memcmp-workload NAME operations=…}} */
    String lastLine() {
        return read(() -> Files.readAllLines(files.stdout()).getLast());
    }

    /** {@return a number of the workload's last line} */
    double printed(String key) {
        return Double.parseDouble(lastLine().replaceFirst(".* " + key + "=(\\d+) .*", "$1"));
    }

    /** {@return a metric as the report shows it} */
    double metric(String id) {
        return figure(Metrics.parse(id).read().apply(facts));
    }

    static double figure(Reading reading) {
        return switch (reading) {
            case Reading.Value(double figure) -> figure;
            case Reading.Absent(var reason) -> throw new AssertionError("absent: " + reason);
        };
    }

    static <T> T present(Observed<T> observed) {
        return switch (observed) {
            case Observed.Present<T>(var value) -> value;
            case Observed.Missing<T>(var reason) -> throw new AssertionError("missing: " + reason);
        };
    }

    <T> T whole(Function<RecordingProfile, Observed<T>> part) {
        return present(part.apply(whole));
    }

    <T> T inWindow(Function<RecordingProfile, Observed<T>> part) {
        return present(part.apply(window()));
    }

    /** Something that is read from a file. */
    interface FromFile<T> {
        T get() throws IOException;
    }

    static <T> T read(FromFile<T> file) {
        try {
            return file.get();
        } catch (IOException broken) {
            throw new UncheckedIOException(broken);
        }
    }
}
