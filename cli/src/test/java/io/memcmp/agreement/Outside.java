package io.memcmp.agreement;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Looks every ten milliseconds at the next child of this process, from outside, in {@code /proc}. */
final class Outside implements AutoCloseable {
    private static final long INTERVAL_MILLIS = 10;
    private static final long NANOS_PER_TICK = 10_000_000;
    private static final Pattern PEAK = Pattern.compile("(?m)^VmHWM:\\s+(\\d+) kB$");
    /** Written down from a listing of each collector's threads, not taken from memcmp. */
    private static final Pattern COLLECTOR_THREAD =
            Pattern.compile("GC Thread#\\d+|G1 (Conc|Refine|Main|Service).*|Z(Worker|Driver|Director|Stat|Uncommitter"
                    + "|Unmapper).*|Shenandoah.*|VM Thread");

    /**
     * What was seen at one moment. Everything is since the process's start.
     *
     * @param before when the look began
     * @param after when it ended
     * @param collectorCpu CPU time of the collector's threads and the VM thread, nanoseconds
     * @param processCpu CPU time of the process in ticks of 10 ms, nanoseconds
     * @param peakResident largest resident set, bytes
     */
    record Look(Instant before, Instant after, long collectorCpu, long processCpu, long peakResident) {}

    private final Set<Long> strangers = children();
    private final AtomicBoolean ended = new AtomicBoolean();
    private final List<Look> looks = new ArrayList<>();
    private final Map<String, Long> cpuByThread = new HashMap<>();
    private final Thread watcher = new Thread(this::watch, "looks at the child");

    static Outside ofNextChild() {
        var outside = new Outside();
        outside.watcher.setDaemon(true);
        outside.watcher.start();
        return outside;
    }

    private static Set<Long> children() {
        return ProcessHandle.current().children().map(ProcessHandle::pid).collect(Collectors.toSet());
    }

    private void watch() {
        try {
            Optional<Long> child = Optional.empty();
            while (!ended.get()) {
                if (child.isEmpty()) {
                    child = children().stream()
                            .filter(pid -> !strangers.contains(pid))
                            .findFirst();
                }
                child.ifPresent(pid -> look(Path.of("/proc", Long.toString(pid))));
                Thread.sleep(INTERVAL_MILLIS);
            }
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    private void look(Path process) {
        var before = Instant.now();
        try (var tasks = Files.list(process.resolve("task"))) {
            tasks.forEach(this::readThread);
            var stat = Files.readString(process.resolve("stat"), StandardCharsets.ISO_8859_1);
            var fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ", -1);
            var peak = PEAK.matcher(Files.readString(process.resolve("status"), StandardCharsets.ISO_8859_1));
            if (peak.find()) { // else it has just ended
                looks.add(new Look(
                        before,
                        Instant.now(),
                        cpuByThread.values().stream().mapToLong(Long::longValue).sum(),
                        (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * NANOS_PER_TICK,
                        Long.parseLong(peak.group(1)) << 10));
            }
        } catch (IOException | UncheckedIOException _) {
            // it has just ended
        }
    }

    private void readThread(Path task) {
        try {
            var name = Files.readString(task.resolve("comm"), StandardCharsets.ISO_8859_1)
                    .strip();
            if (COLLECTOR_THREAD.matcher(name).matches()) {
                var schedstat = Files.readString(task.resolve("schedstat"), StandardCharsets.ISO_8859_1);
                cpuByThread.put(task.toString(), Long.parseLong(schedstat.substring(0, schedstat.indexOf(' '))));
            }
        } catch (IOException _) {
            // this thread has just ended; what was seen of it last counts
        }
    }

    /** Ends the watching. */
    @Override
    public void close() {
        ended.set(true);
        try {
            watcher.join();
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
    }

    /** {@return the last look that was over by then} */
    Optional<Look> lastBefore(Instant moment) {
        return looks.stream().filter(look -> !look.after().isAfter(moment)).reduce((_, later) -> later);
    }

    /** {@return the first look that began after it} */
    Optional<Look> firstAfter(Instant moment) {
        return looks.stream().filter(look -> look.before().isAfter(moment)).findFirst();
    }

    /** {@return the very last look} */
    Look last() {
        return looks.getLast();
    }
}
