package io.memcmp.launch;

import io.memcmp.plan.Cell;
import io.memcmp.plan.Collector;
import io.memcmp.plan.ExperimentSpec.Capture;
import io.memcmp.plan.HeapDumps;
import io.memcmp.plan.Subject;
import io.memcmp.plan.UserError;
import java.io.File;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;

/** The command line and the environment of one child. */
final class ChildCommand {
    private static final Pattern QUOTE_WORTHY = Pattern.compile("[\\s\"']");

    private final Capture capture;
    private final Optional<Path> settings;
    private final Path probe;
    private final boolean oldObjects;

    /** Without settings nothing is recorded: the JVM is the program's alone, but for the thread that watches us. */
    ChildCommand(Capture capture, Optional<Path> settings, Path probe) {
        this(capture, settings, probe, false);
    }

    private ChildCommand(Capture capture, Optional<Path> settings, Path probe, boolean oldObjects) {
        this.capture = capture;
        this.settings = settings;
        this.probe = probe;
        this.oldObjects = oldObjects;
    }

    /** {@return the same command for a trial without figures, whose recording has samples of old objects} */
    ChildCommand diagnosing(Path samples) {
        return new ChildCommand(capture.with(HeapDumps.NONE, true), Optional.of(samples), probe, true);
    }

    /** {@return program and arguments} */
    List<String> words(Cell cell, TrialDirectory files) {
        var words = new ArrayList<String>();
        switch (cell.subject()) {
            case Subject.Bundled(var workload, var parameters) -> {
                words.add(cell.jdk().java().toString());
                words.addAll(options(cell, files));
                words.addAll(List.of("-cp", probe.toString(), "io.memcmp.workloads.WorkloadMain", workload));
                parameters.forEach((name, value) -> words.add(name + "=" + value));
            }
            case Subject.JavaProgram(var _, var options, var program) -> {
                words.add(cell.jdk().java().toString());
                words.addAll(options(cell, files));
                words.addAll(options);
                words.addAll(program);
            }
            case Subject.Script(var command, var _) -> words.addAll(command);
        }
        return List.copyOf(words);
    }

    /** Changes the inherited environment into the child's. */
    void prepare(Map<String, String> environment, Cell cell, TrialDirectory files) {
        switch (cell.subject()) {
            case Subject.Bundled _ -> PassedEnvironment.clear(environment);
            case Subject.JavaProgram _ -> PassedEnvironment.restore(environment);
            case Subject.Script(var _, var handover) -> {
                PassedEnvironment.restore(environment);
                environment.put("JAVA_HOME", cell.jdk().home().toString());
                environment.merge(
                        "PATH",
                        cell.jdk().home().resolve("bin").toString(),
                        (path, bin) -> bin + File.pathSeparator + path);
                var options = String.join(
                        " ",
                        options(cell, files).stream().map(ChildCommand::quoted).toList());
                environment.merge(handover.name(), options, (given, ours) -> given + " " + ours);
            }
        }
    }

    private List<String> options(Cell cell, TrialDirectory files) {
        return settings.map(file -> recorded(cell, files, file)).orElseGet(() -> bare(cell, files));
    }

    /** What the user's own command line would do, so that the heap is the program's own. */
    private List<String> bare(Cell cell, TrialDirectory files) {
        var options = new ArrayList<>(cell.flags());
        options.add("-XX:ErrorFile=" + files.crash());
        options.add("-XX:-CreateCoredumpOnCrash");
        if (diesOutOfMemory(cell)) {
            options.add("-XX:+ExitOnOutOfMemoryError");
        }
        options.add("-javaagent:" + probe + "=record=none;" + watch(files));
        return options;
    }

    private List<String> recorded(Cell cell, TrialDirectory files, Path settings) {
        var options = new ArrayList<>(cell.flags());
        options.add("-XX:FlightRecorderOptions=repository=" + files.repository() + ",stackdepth=64");
        options.add("-XX:StartFlightRecording=name=memcmp,settings=" + settings + ",filename=" + files.finished()
                + ",dumponexit=true,disk=true,maxsize=0" + (oldObjects ? ",path-to-gc-roots=true" : ""));
        options.add("-Xlog:jfr+startup=error"); // "Started recording 1." would stand in the program's output
        options.add("-Xlog:gc*,safepoint*:file=" + gcLog(cell, files) + ":uptimenanos,level,tags:filecount=0");
        options.add("-XX:ErrorFile=" + files.crash());
        options.add("-XX:-CreateCoredumpOnCrash");
        if (diesOutOfMemory(cell)) {
            // The one option that saves the recording of a program that dies of it.
            options.add("-XX:+CrashOnOutOfMemoryError");
        }
        if (capture.heapDumps().onOutOfMemory()) {
            // The first of several: the JVM dumps once, and before any of the options above ends it.
            options.add("-XX:+HeapDumpOnOutOfMemoryError");
            options.add("-XX:HeapDumpPath=" + files.dumps());
        }
        if (!(cell.subject() instanceof Subject.Bundled)) {
            // A program that is a module sees only what it requires itself; the probe needs these.
            options.add("--add-modules=jdk.jfr,jdk.management,java.management,java.instrument");
        }
        options.add("-javaagent:" + probe + "=" + probeOptions(cell, files));
        return options;
    }

    private boolean diesOutOfMemory(Cell cell) {
        return !(cell.subject() instanceof Subject.Bundled)
                && !capture.keepRunningOnOutOfMemory()
                && cell.collector() != Collector.EPSILON;
    }

    private static Path gcLog(Cell cell, TrialDirectory files) {
        return cell.subject() instanceof Subject.Script ? files.gcLogOfEach() : files.gcLog();
    }

    private String probeOptions(Cell cell, TrialDirectory files) {
        var options = new ArrayList<String>();
        options.add(watch(files));
        if (oldObjects) {
            options.add("hiccup=0;old-objects=" + files.samplesOfEach());
            return String.join(";", options);
        }
        if (capture.liveSet() && !(cell.subject() instanceof Subject.Bundled)) {
            options.add("live-set=exit");
        }
        if (capture.heapDumps().whenQuiet()) {
            options.add("heap-dump=" + files.dumpOfEach());
        }
        return String.join(";", options);
    }

    private static String watch(TrialDirectory files) {
        return "parent=" + ProcessHandle.current().pid() + ";pid-file=" + files.pids();
    }

    /** Both variables split at blanks, honour quotes of both kinds, and have no escape. */
    private static String quoted(String option) {
        if (!QUOTE_WORTHY.matcher(option).find()) {
            return option;
        }
        if (option.contains("\"") && option.contains("'")) {
            throw new UserError(
                    "an option with quotes of both kinds cannot be handed to a script's JVM: " + option,
                    "leave one kind out, or measure the java command itself");
        }
        return option.contains("\"") ? "'" + option + "'" : '"' + option + '"';
    }
}
