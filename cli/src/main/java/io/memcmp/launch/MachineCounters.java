package io.memcmp.launch;

import java.nio.file.Path;
import java.time.Duration;
import java.util.BitSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What the machine had counted at one moment; of two, a trial apart, {@link NoiseRules} makes the evidence.
 *
 * @param nanos the moment, by the monotonic clock
 * @param ticks time of the processors; empty where the system does not tell
 * @param throttled how often a limit of a control group stopped this process; empty where it is in none
 * @param swappedIn pages read back from swap; empty where the system does not tell
 * @param pressureMicros microseconds in which some task waited for a processor; empty where the system does not tell
 * @param own CPU time of this process; empty where the system does not tell
 * @param children CPU time of this process's children that have ended; empty where the system does not tell
 */
record MachineCounters(
        long nanos,
        Optional<CpuTicks> ticks,
        OptionalLong throttled,
        OptionalLong swappedIn,
        OptionalLong pressureMicros,
        Optional<Duration> own,
        Optional<Duration> children) {
    private static final Pattern SOME = Pattern.compile("(?m)^some .*\\btotal=(\\d{1,18})");

    /** {@return what this machine has counted until now} */
    static MachineCounters now() {
        return read(
                ProcText.OF_THIS_MACHINE,
                System.nanoTime(),
                ResourceUsage.cpuOfThisProcess(),
                ResourceUsage.cpuOfChildren());
    }

    static MachineCounters read(
            Function<Path, Optional<String>> files, long nanos, Optional<Duration> own, Optional<Duration> children) {
        var allowed = files.apply(Path.of("/proc/self/status"))
                .flatMap(status -> ProcText.word(status, "Cpus_allowed_list"))
                .map(ProcText::numbers)
                .orElse(new BitSet());
        var membership = files.apply(Path.of("/proc/self/cgroup")).orElse("");
        return new MachineCounters(
                nanos,
                files.apply(Path.of("/proc/stat")).flatMap(stat -> CpuTicks.parse(stat, allowed)),
                throttled(files, Cgroup.directories(membership, "cpu")),
                number(files, "/proc/vmstat", "pswpin"),
                files.apply(Path.of("/proc/pressure/cpu"))
                        .map(MachineCounters::pressure)
                        .orElse(OptionalLong.empty()),
                own,
                children);
    }

    /** A limit may sit on any group above: all of them are counted. */
    private static OptionalLong throttled(Function<Path, Optional<String>> files, List<Path> groups) {
        var counts = groups.stream()
                .flatMap(group -> files.apply(group.resolve("cpu.stat")).stream())
                .map(text -> ProcText.number(text, "nr_throttled"))
                .filter(OptionalLong::isPresent)
                .mapToLong(OptionalLong::getAsLong)
                .toArray();
        return counts.length == 0
                ? OptionalLong.empty()
                : OptionalLong.of(java.util.Arrays.stream(counts).sum());
    }

    private static OptionalLong pressure(String text) {
        return SOME.matcher(text)
                .results()
                .mapToLong(line -> Long.parseLong(line.group(1)))
                .findFirst();
    }

    private static OptionalLong number(Function<Path, Optional<String>> files, String file, String name) {
        return files.apply(Path.of(file))
                .map(text -> ProcText.number(text, name))
                .orElse(OptionalLong.empty());
    }
}
