package io.memcmp.launch;

import io.memcmp.analysis.Completeness;
import io.memcmp.analysis.Reading;
import io.memcmp.analysis.Salvage;
import io.memcmp.plan.ExperimentSpec;
import io.memcmp.plan.Limits;
import io.memcmp.plan.Subject;
import io.memcmp.plan.Trial;
import io.memcmp.plan.UserError;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Launches one trial after the other, and brings home what each left. */
public final class Launcher {
    /** A JVM whose recording finds no room ends itself: what it did until then says nothing of the program. */
    private static final Pattern DISK_FULL =
            Pattern.compile("Failed to write to jfr stream because no space left on device");

    private final ExperimentSpec spec;
    private final ChildCommand command;
    private final OutputStream shown;
    private final Interruption interruption;
    private final Calibrator calibrator = new Calibrator();

    /**
     * A launcher for one experiment.
     *
     * @param spec what is measured
     * @param settings the settings file of the recordings
     * @param shown where the programs' output goes if the user wants to see it
     * @param interruption whether the user has asked to stop
     */
    public Launcher(ExperimentSpec spec, Path settings, OutputStream shown, Interruption interruption) {
        this(spec, new ChildCommand(spec.capture(), Optional.of(settings), ProbeJar.locate()), shown, interruption);
    }

    private Launcher(ExperimentSpec spec, ChildCommand command, OutputStream shown, Interruption interruption) {
        this.spec = spec;
        this.command = command;
        this.shown = shown;
        this.interruption = interruption;
    }

    /**
     * {@return a launcher of trials that record nothing: what they need of their heap is the program's need alone}
     *
     * @param spec what is launched
     * @param shown where the programs' output goes if the user wants to see it
     * @param interruption whether the user has asked to stop
     */
    public static Launcher bare(ExperimentSpec spec, OutputStream shown, Interruption interruption) {
        var command = new ChildCommand(spec.capture(), Optional.empty(), ProbeJar.locate());
        return new Launcher(spec, command, shown, interruption);
    }

    /**
     * {@return a launcher of trials that are no part of the experiment: they sample old objects, and have no figures}
     *
     * @param samples the settings file of their recordings
     */
    public Launcher diagnosing(Path samples) {
        return new Launcher(spec, command.diagnosing(samples), shown, interruption);
    }

    /**
     * {@return what became of the trial}
     *
     * @param trial what to launch
     * @param files where its files go
     * @throws IOException if the trial's files cannot be written
     * @throws InterruptedException if this thread is interrupted
     */
    public Launched launch(Trial trial, TrialDirectory files) throws IOException, InterruptedException {
        return launch(trial, files, spec.limits());
    }

    /**
     * {@return what became of the trial}
     *
     * @param trial what to launch
     * @param files where its files go
     * @param limits its own
     * @throws IOException if the trial's files cannot be written
     * @throws InterruptedException if this thread is interrupted
     */
    public Launched launch(Trial trial, TrialDirectory files, Limits limits) throws IOException, InterruptedException {
        files.create();
        double calibration = calibrator.measure();
        var child = start(trial, files);
        var ended = child.await(limits.time(), interruption);
        if (DISK_FULL.matcher(ended.stdout().tail() + ended.stderr().tail()).find()) {
            throw new IOException("no space left on device");
        }
        var jvms = jvms(files, child.pid());
        var outcome = Judge.of(trial.cell().subject(), limits, ended, files);
        var salvaged = bringHome(files, outcome);
        jvms.forEach(pid -> removeEmergencyRecording(workingDirectory(trial, files), pid));
        var dumped = dumped(trial, files, ended);
        files.keepOneGcLog();
        files.removeScaffolding();
        boolean recorded = Files.exists(files.recording());
        return new Launched(
                outcome,
                Reading.of(ended.wall().toNanos()),
                cpu(ended),
                ended.peakResident()
                        .map(Reading::of)
                        .orElse(Reading.absent("needs /proc, and a program that lives longer than 50 ms")),
                files,
                recorded,
                salvaged,
                noise(ended, calibration),
                Stream.concat(remarks(ended, jvms.size(), recorded).stream(), dumped.stream())
                        .toList());
    }

    private static List<String> dumped(Trial trial, TrialDirectory files, ChildJvm.Ended ended) throws IOException {
        var remarks =
                new ArrayList<>(HeapDumpFiles.bringHome(files, ended.stderr().tail()));
        if (Files.exists(files.heapDump()) && !(trial.cell().subject() instanceof Subject.Bundled)) {
            remarks.add("the program's wall and CPU time hold the writing of its heap dump");
        }
        return remarks;
    }

    private static Reading cpu(ChildJvm.Ended ended) {
        if (ended.cutOff()) {
            return Reading.absent("it was ended with processes of its own, whose CPU time nobody adds up");
        }
        return ended.cpu()
                .map(cpu -> Reading.of(cpu.toNanos()))
                .orElse(Reading.absent("this system does not tell the CPU time of children"));
    }

    /** Takes note of a trial of an earlier sitting, as far as it matters to the next one. */
    public void remember(NoiseEvidence earlier) {
        earlier.calibrationNanos().value().ifPresent(calibrator::judge);
    }

    /**
     * {@return the words of the trial's command line}
     *
     * @param trial which one
     * @param files where its files go
     */
    public List<String> words(Trial trial, TrialDirectory files) {
        return command.words(trial.cell(), files);
    }

    private NoiseEvidence noise(ChildJvm.Ended ended, double calibration) {
        boolean strays = ended.left() > 0 || ended.streamsHeld() || ended.cutOff();
        var noise =
                NoiseRules.evidence(ended.before(), ended.after(), strays, calibration, calibrator.judge(calibration));
        return spec.singleLook() || spec.protocol().keepNoisy() ? noise.tolerating() : noise;
    }

    /** Bundled workloads have no business in the user's directory; programs run where the user stands. */
    private static Path workingDirectory(Trial trial, TrialDirectory files) {
        return trial.cell().subject() instanceof Subject.Bundled
                ? files.path()
                : Path.of("").toAbsolutePath();
    }

    private ChildJvm start(Trial trial, TrialDirectory files) {
        var builder = new ProcessBuilder(command.words(trial.cell(), files));
        command.prepare(builder.environment(), trial.cell(), files);
        builder.directory(workingDirectory(trial, files).toFile());
        try {
            return ChildJvm.start(builder, spec.capture(), files, shown);
        } catch (IOException refused) {
            throw new UserError(
                    "cannot start " + builder.command().getFirst() + ": " + refused.getMessage(),
                    "check that the program exists and may be executed",
                    refused);
        }
    }

    private static List<Long> jvms(TrialDirectory files, long pid) throws IOException {
        try (var markers = Files.list(files.pids())) {
            var pids = markers.map(marker -> marker.getFileName().toString().replaceAll("\\D", ""))
                    .filter(digits -> !digits.isEmpty())
                    .map(Long::valueOf)
                    .toList();
            return pids.isEmpty() ? List.of(pid) : pids;
        }
    }

    /**
     * A JVM that ends in order leaves its recording whole and clears its repository; what still lies there is of one that
     * did not. Of a trial that went wrong that one speaks, else the largest recording.
     */
    private static Optional<Completeness> bringHome(TrialDirectory files, Outcome outcome) throws IOException {
        var salvaged = Salvage.assemble(files.repository(), files.recording());
        if (salvaged.isPresent() && !(outcome instanceof Outcome.Completed)) {
            return salvaged;
        }
        try (var finished = Files.list(files.finished())) {
            var largest = finished.max(Comparator.comparingLong(Launcher::size));
            if (largest.isPresent() && size(largest.get()) > size(files.recording())) {
                Files.move(largest.get(), files.recording(), StandardCopyOption.REPLACE_EXISTING);
                return Optional.empty();
            }
        }
        return salvaged;
    }

    /** {@return the length of the file, 0 where there is none} */
    private static long size(Path file) {
        return file.toFile().length();
    }

    /** A crashing JVM leaves a second copy of its recording in its working directory, under its process id. */
    private static void removeEmergencyRecording(Path workingDirectory, long pid) {
        try {
            Files.deleteIfExists(workingDirectory.resolve("hs_err_pid" + pid + ".jfr"));
        } catch (IOException _) {
            // a directory that may be read only; then there is no such file of ours
        }
    }

    private static List<String> remarks(ChildJvm.Ended ended, int jvms, boolean recorded) {
        var remarks = new ArrayList<String>();
        if (jvms > 1) {
            remarks.add("the command started " + jvms
                    + " JVMs; the figures from inside are those of one of them, wall and CPU are of all");
        }
        if (ended.left() > 0) {
            remarks.add("when the command had ended it had left " + ended.left()
                    + " of its JVMs running; memcmp ended them");
        }
        if (ended.streamsHeld()) {
            remarks.add("when the command had ended something it started still held its output open");
        }
        if (!recorded) {
            remarks.add("no JVM of this trial left a recording");
        }
        long written = Math.max(ended.stdout().total(), ended.stderr().total());
        if (written > OutputPump.KEPT) {
            remarks.add("the program wrote " + (written >> 20) + " MiB to one stream; the first "
                    + (OutputPump.KEPT >> 20) + " MiB are kept");
        }
        return remarks;
    }
}
