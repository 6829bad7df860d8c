package io.memcmp.launch;

import io.memcmp.plan.ExperimentSpec.Capture;
import java.io.File;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** One child process from its start to its end; whatever happens, it has ended when {@link #await} returns. */
final class ChildJvm {
    /** How a child came to its end. */
    enum End {
        BY_ITSELF,
        AT_TIME_LIMIT,
        BY_USER
    }

    /**
     * A child that has ended.
     *
     * @param end how
     * @param exitStatus its exit status
     * @param wall from its start until it was reaped
     * @param cpu of it and its children; empty where the system does not tell
     * @param peakResident the largest resident set seen from outside, bytes; empty where the system does not tell
     * @param cutOff whether it was ended with processes of its own: those may be reaped by others, and then no one adds up
     *     their CPU time
     * @param left how many JVMs it left running, which were ended then
     * @param streamsHeld whether something it started still holds its streams open
     * @param stdout its standard output
     * @param stderr its standard error
     * @param before the machine before it started
     * @param after the machine after it was reaped
     */
    record Ended(
            End end,
            int exitStatus,
            Duration wall,
            Optional<Duration> cpu,
            Optional<Long> peakResident,
            boolean cutOff,
            int left,
            boolean streamsHeld,
            OutputPump stdout,
            OutputPump stderr,
            MachineCounters before,
            MachineCounters after) {}

    private static final long POLL_MILLIS = 50;
    private static final int SIGINT_STATUS = 130;
    private static final long SIGNAL_DELAY_MILLIS = 500;
    private static final Duration GRACE = Duration.ofSeconds(10);
    private static final Duration STREAM_PATIENCE = Duration.ofSeconds(2);
    private static final Pattern PEAK = Pattern.compile("(?m)^VmHWM:\\s+(\\d+) kB$");

    private final Process process;
    private final Path markers;
    private final long startNanos;
    private final MachineCounters before;
    private final OutputPump stdout;
    private final OutputPump stderr;
    private Optional<Long> peakResident = Optional.empty();

    private ChildJvm(
            Process process, Path markers, long startNanos, MachineCounters before, OutputPump out, OutputPump err) {
        this.process = process;
        this.markers = markers;
        this.startNanos = startNanos;
        this.before = before;
        this.stdout = out;
        this.stderr = err;
    }

    static ChildJvm start(ProcessBuilder builder, Capture capture, TrialDirectory files, OutputStream shown)
            throws IOException {
        builder.redirectInput(capture.input().map(Path::toFile).orElse(emptyInput()));
        var visible = capture.showOutput() ? shown : OutputStream.nullOutputStream();
        var before = MachineCounters.now();
        long startNanos = System.nanoTime();
        var process = builder.start();
        return new ChildJvm(
                process,
                files.pids(),
                startNanos,
                before,
                OutputPump.start(process.getInputStream(), files.stdout(), visible),
                OutputPump.start(process.getErrorStream(), files.stderr(), visible));
    }

    long pid() {
        return process.pid();
    }

    /** Waits until it ends, or ends it. */
    Ended await(Duration limit, Interruption interruption) throws IOException, InterruptedException {
        var end = End.BY_ITSELF;
        long ended = 0;
        boolean family = false;
        try {
            while (!process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS)) {
                peakResident = readPeak().or(() -> peakResident);
                if (interruption.requested()) {
                    end = End.BY_USER;
                    break;
                }
                if (System.nanoTime() - startNanos > limit.toNanos()) {
                    end = End.AT_TIME_LIMIT;
                    break;
                }
            }
            ended = System.nanoTime(); // to look for its descendants takes time that is not the program's
        } finally {
            family = endAll();
        }
        var wall = Duration.ofNanos((end == End.BY_ITSELF ? ended : System.nanoTime()) - startNanos);
        boolean cutOff = family && end != End.BY_ITSELF;
        var after = MachineCounters.now();
        var cpu = before.children().flatMap(earlier -> after.children().map(later -> later.minus(earlier)));
        int left = Stragglers.end(markers);
        boolean outEnded = stdout.finish(STREAM_PATIENCE);
        boolean held = !stderr.finish(outEnded ? STREAM_PATIENCE : Duration.ofMillis(1)) || !outEnded;
        var how = endedByUser(process.exitValue(), interruption) ? End.BY_USER : end;
        return new Ended(
                how, process.exitValue(), wall, cpu, peakResident, cutOff, left, held, stdout, stderr, before, after);
    }

    /** Ctrl-C in a terminal reaches the child as well, and may end it before memcmp has heard of it. */
    private static boolean endedByUser(int exitStatus, Interruption interruption) throws InterruptedException {
        if (exitStatus == SIGINT_STATUS && !interruption.requested()) {
            TimeUnit.MILLISECONDS.sleep(SIGNAL_DELAY_MILLIS);
        }
        return interruption.requested();
    }

    /**
     * Asks first, so that the recording is closed in order; then makes sure. Only what this child started is touched. Tells
     * whether there was more to end than one process.
     */
    private boolean endAll() throws InterruptedException {
        var family = Stream.concat(process.descendants(), Stream.of(process.toHandle()))
                .toList();
        long alive = family.stream().filter(ProcessHandle::isAlive).count();
        if (alive == 0) {
            return false;
        }
        family.forEach(ProcessHandle::destroy);
        long deadline = System.nanoTime() + GRACE.toNanos();
        while (family.stream().anyMatch(ProcessHandle::isAlive) && System.nanoTime() < deadline) {
            process.waitFor(POLL_MILLIS, TimeUnit.MILLISECONDS);
            TimeUnit.MILLISECONDS.sleep(1);
        }
        family.forEach(ProcessHandle::destroyForcibly);
        process.waitFor();
        return alive > 1;
    }

    private Optional<Long> readPeak() {
        try {
            var status =
                    Files.readString(Path.of("/proc", Long.toString(process.pid()), "status"), StandardCharsets.UTF_8);
            return PEAK.matcher(status).results().findFirst().map(line -> Long.parseLong(line.group(1)) * 1024);
        } catch (IOException _) {
            return Optional.empty(); // it has just ended, or this is not Linux
        }
    }

    private static File emptyInput() {
        return new File(File.separatorChar == '/' ? "/dev/null" : "NUL");
    }
}
