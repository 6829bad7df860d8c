package io.memcmp.experiment;

import io.memcmp.analysis.RequiredEvent;
import io.memcmp.launch.RecordingSettings;
import io.memcmp.launch.TrialDirectory;
import io.memcmp.plan.Cell;
import io.memcmp.plan.Trial;
import io.memcmp.plan.UserError;
import io.memcmp.result.MinimumHeap;
import io.memcmp.result.MinimumHeapJson;
import io.memcmp.result.Report;
import io.memcmp.result.ReportJson;
import io.memcmp.result.StoredPlan;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.FileAlreadyExistsException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Comparator;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;

/**
 * Everything a run leaves behind: {@code plan.json}, {@code settings.jfc}, the journal, the report, and a directory for each
 * trial.
 *
 * @param path where
 */
public record RunDirectory(Path path) {
    private static final String JOURNAL = "trials.ndjson";
    private static final String REPORT = "report.json";
    private static final String SETTINGS = "settings.jfc";
    private static final String TRIALS = "trials";
    private static final String PLAN = "plan.json";
    private static final String LOCK = "lock";
    /** What is being written, until it is whole. */
    private static final String NEW = ".new";

    private static final String MINIMUM_HEAPS = "minheap.json";
    private static final String SAMPLES = "old-objects.jfc";
    private static final Set<String> OURS =
            Set.of(JOURNAL, REPORT, SETTINGS, TRIALS, PLAN, LOCK, MINIMUM_HEAPS, SAMPLES);
    private static final Pattern UNSPEAKABLE = Pattern.compile("[,;:%\"'\\p{Cntrl}]");

    /**
     * {@return a run directory, made now}
     *
     * @param path where; must not exist, or be empty, or hold an earlier run that may be replaced
     * @param force whether an earlier run may be replaced
     */
    public static RunDirectory create(Path path, boolean force) {
        var absolute = speakable(path);
        var directory = new RunDirectory(absolute);
        try {
            directory.makeRoom(force);
            Files.createDirectories(absolute.resolve(TRIALS));
            Files.createFile(directory.journal());
            return directory;
        } catch (IOException refused) {
            throw cannotWrite(absolute, refused);
        }
    }

    /**
     * {@return the directory of a run that may be gone on with}
     *
     * @param path where it lies
     */
    public static RunDirectory existing(Path path) {
        var directory = new RunDirectory(path.toAbsolutePath().normalize());
        if (!Files.isRegularFile(directory.journal()) || !Files.isRegularFile(directory.path.resolve(PLAN))) {
            throw new UserError(
                    "no run of memcmp's to resume in " + path,
                    "name the directory that --out had, or that the report tells: it holds plan.json and trials.ndjson");
        }
        return directory;
    }

    /** {@return the lock that keeps other memcmps off; held until it is closed} */
    public RunLock lock() {
        try {
            return RunLock.take(path.resolve(LOCK));
        } catch (IOException refused) {
            throw new UserError(
                    "cannot write the run directory " + path + ": " + refused.getMessage(),
                    "choose another with --out DIR",
                    refused);
        }
    }

    /** {@return the plan that was written when the run began} */
    public StoredPlan plan() {
        try {
            return StoredPlan.parse(Files.readString(path.resolve(PLAN), StandardCharsets.UTF_8))
                    .orElseThrow(() -> new UserError(
                            "cannot resume " + path + ": its plan.json is no plan that this memcmp can read",
                            "start a new run"));
        } catch (IOException unreadable) {
            throw new UserError(
                    "cannot read " + path.resolve(PLAN) + ": " + unreadable.getMessage(),
                    "check who may read it",
                    unreadable);
        }
    }

    /**
     * Writes the plan.
     *
     * @param planned of this run
     */
    public void writePlan(Report.Planned planned) {
        write(path.resolve(PLAN), ReportJson.document(planned));
    }

    /**
     * Refuses what {@link #create} would refuse, and makes nothing: for what takes its time before.
     *
     * @param path where
     * @param force whether an earlier run may be replaced
     */
    public static void check(Path path, boolean force) {
        var directory = new RunDirectory(speakable(path));
        try {
            directory.refuseTaken(force);
        } catch (IOException refused) {
            throw cannotWrite(directory.path, refused);
        }
    }

    private static Path speakable(Path path) {
        var absolute = path.toAbsolutePath().normalize();
        if (UNSPEAKABLE.matcher(absolute.toString()).find()) {
            throw new UserError(
                    "the run directory's path holds one of , ; : % \" ' or a control character: " + absolute,
                    "choose another with --out DIR; the JVM's options could not name this one");
        }
        return absolute;
    }

    private static UserError cannotWrite(Path path, IOException refused) {
        return refused instanceof FileAlreadyExistsException taken
                ? new UserError("not a directory: " + taken.getFile(), "choose another with --out DIR", taken)
                : new UserError(
                        "cannot write the run directory " + path + ": " + refused.getMessage(),
                        "choose another with --out DIR",
                        refused);
    }

    /** {@return the line-by-line record of finished trials} */
    public Path journal() {
        return path.resolve(JOURNAL);
    }

    /** {@return the report as JSON} */
    public Path report() {
        return path.resolve(REPORT);
    }

    /** {@return the settings file of all recordings} */
    public Path settings() {
        return path.resolve(SETTINGS);
    }

    /**
     * {@return the place for one trial's files} A further attempt has one of its own: {@code 3-2} is the second of block 3.
     *
     * @param trial which one
     */
    public TrialDirectory of(Trial trial) {
        var attempt = trial.attempt() == 1 ? "" : "-" + trial.attempt();
        return new TrialDirectory(
                path.resolve(TRIALS).resolve(trial.cell().id()).resolve(trial.block() + attempt));
    }

    /**
     * {@return the place for the files of a cell's diagnosing trial}
     *
     * @param cell which one
     */
    public TrialDirectory diagnosing(Cell cell) {
        return new TrialDirectory(path.resolve(TRIALS).resolve(cell.id()).resolve("old-objects"));
    }

    /**
     * {@return the settings file of the recordings of diagnosing trials, written now}
     *
     * @param events what is recorded
     */
    Path writeSamplesSettings(List<RequiredEvent> events) {
        var file = path.resolve(SAMPLES);
        write(file, RecordingSettings.of(events));
        return file;
    }

    /**
     * Writes the settings file of the recordings.
     *
     * @param events what is recorded
     */
    public void writeSettings(List<RequiredEvent> events) {
        write(settings(), RecordingSettings.of(events));
    }

    /**
     * Writes the report as JSON.
     *
     * @param report of this run
     */
    public void writeReport(Report.Run report) {
        write(report(), ReportJson.document(report));
    }

    /**
     * Writes down what the heaps are multiples of, so that a run that is resumed searches for nothing again.
     *
     * @param minimums the minimum heaps; none leave no file
     */
    public void writeMinimumHeaps(List<MinimumHeap> minimums) {
        if (!minimums.isEmpty()) {
            write(path.resolve(MINIMUM_HEAPS), MinimumHeapJson.document(minimums));
        }
    }

    /** {@return what the heaps are multiples of, as it was written down; none where nothing was} */
    public List<MinimumHeap> minimumHeaps() {
        var file = path.resolve(MINIMUM_HEAPS);
        if (!Files.exists(file)) {
            return List.of();
        }
        try {
            return MinimumHeapJson.read(Files.readString(file, StandardCharsets.UTF_8));
        } catch (IOException | IllegalArgumentException unreadable) {
            throw new UserError(
                    "cannot read " + file + ": " + unreadable.getMessage(),
                    "give the minimum heap with --minheap SIZE, or begin the run anew",
                    unreadable);
        }
    }

    /** Takes away the report of an earlier sitting: it tells less than the journal does from now on. */
    void forgetReport() throws IOException {
        Files.deleteIfExists(report());
    }

    private static void write(Path file, String text) {
        try {
            // A report half written would hide the journal from who reads the directory after a crash.
            var fresh = file.resolveSibling(file.getFileName() + NEW);
            Files.writeString(fresh, text, StandardCharsets.UTF_8);
            Files.move(fresh, file, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
        } catch (IOException full) {
            throw new UserError(
                    "cannot write " + file + ": " + full.getMessage(),
                    "make room on the disk or choose another with --out DIR; finished trials are kept",
                    full);
        }
    }

    private void makeRoom(boolean force) throws IOException {
        if (!Files.exists(path) || isEmpty()) {
            return;
        }
        refuseTaken(force);
        try (var _ = lock();
                var tree = Files.walk(path)) {
            for (var file : tree.filter(file -> !file.equals(path))
                    .sorted(Comparator.reverseOrder())
                    .toList()) {
                Files.delete(file);
            }
        }
    }

    private void refuseTaken(boolean force) throws IOException {
        if (!Files.exists(path) || isEmpty()) {
            return;
        }
        if (!force) {
            throw new UserError(
                    "the run directory exists: " + path, "choose another with --out DIR, or replace it with --force");
        }
        if (!Files.exists(journal())) {
            throw new UserError(
                    "will not replace " + path + ": it holds no run of memcmp's", "choose another with --out DIR");
        }
        var foreign = entries().stream().filter(name -> !ours(name)).findFirst();
        if (foreign.isPresent()) {
            throw new UserError(
                    "will not replace " + path + ": " + foreign.get() + " in it is not memcmp's",
                    "choose another with --out DIR");
        }
    }

    private static boolean ours(String name) {
        return OURS.contains(name.endsWith(NEW) ? name.substring(0, name.length() - NEW.length()) : name);
    }

    private boolean isEmpty() throws IOException {
        if (!Files.isDirectory(path)) {
            throw new FileAlreadyExistsException(path.toString());
        }
        return entries().isEmpty();
    }

    private List<String> entries() throws IOException {
        try (var entries = Files.list(path)) {
            return entries.map(entry -> entry.getFileName().toString()).toList();
        }
    }
}
