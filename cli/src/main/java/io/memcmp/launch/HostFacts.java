package io.memcmp.launch;

import io.memcmp.analysis.Observed;
import io.memcmp.analysis.Reading;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.regex.Pattern;

/**
 * The machine a run was made on.
 *
 * @param system operating system and its version
 * @param architecture of the processor
 * @param processor its model; empty where the system does not tell
 * @param processors how many this process may use
 * @param memory of the machine or its container, bytes
 * @param load average number of runnable tasks over the last minute
 * @param governor of the processor's frequency; empty where there is none
 * @param swapUsed swap in use, bytes
 * @param cpuLimit the container's limit as the system writes it; empty where there is none
 * @param machine what else changes figures; missing where nobody looked
 */
public record HostFacts(
        String system,
        String architecture,
        String processor,
        int processors,
        Reading memory,
        Reading load,
        String governor,
        Reading swapUsed,
        String cpuLimit,
        Observed<MachineFacts> machine) {
    private static final Pattern MODEL = Pattern.compile("(?m)^model name\\s*:\\s*(.+)$");
    private static final Pattern MEMORY = Pattern.compile("(?m)^MemTotal:\\s*(\\d+) kB$");
    private static final Pattern SWAP_TOTAL = Pattern.compile("(?m)^SwapTotal:\\s*(\\d+) kB$");
    private static final Pattern SWAP_FREE = Pattern.compile("(?m)^SwapFree:\\s*(\\d+) kB$");

    /**
     * What a glance tells.
     *
     * @param system operating system and its version
     * @param architecture of the processor
     * @param processor its model; empty where the system does not tell
     * @param processors how many this process may use
     * @param memory of the machine or its container, bytes
     * @param load average number of runnable tasks over the last minute
     * @param governor of the processor's frequency; empty where there is none
     * @param swapUsed swap in use, bytes
     * @param cpuLimit the container's limit as the system writes it; empty where there is none
     */
    public HostFacts(
            String system,
            String architecture,
            String processor,
            int processors,
            Reading memory,
            Reading load,
            String governor,
            Reading swapUsed,
            String cpuLimit) {
        this(
                system,
                architecture,
                processor,
                processors,
                memory,
                load,
                governor,
                swapUsed,
                cpuLimit,
                Observed.missing("nobody looked"));
    }

    /** {@return the facts of this machine, now} */
    public static HostFacts now() {
        var meminfo = read("/proc/meminfo");
        return new HostFacts(
                System.getProperty("os.name") + " " + System.getProperty("os.version"),
                System.getProperty("os.arch"),
                MODEL.matcher(read("/proc/cpuinfo"))
                        .results()
                        .findFirst()
                        .map(line -> line.group(1))
                        .orElse(""),
                Runtime.getRuntime().availableProcessors(),
                kilobytes(MEMORY, meminfo),
                load(read("/proc/loadavg")),
                read("/sys/devices/system/cpu/cpu0/cpufreq/scaling_governor").strip(),
                swapUsed(meminfo),
                nearestCpuLimit(),
                Observed.of(MachineFacts.now()));
    }

    /** Of several groups one inside the other the nearest that has a limit, in version 1 as version 2 would write it. */
    private static String nearestCpuLimit() {
        for (var group : Cgroup.directories(read("/proc/self/cgroup"), "cpu")) {
            var limit = read(group.resolve("cpu.max").toString()).strip();
            var quota = read(group.resolve("cpu.cfs_quota_us").toString()).strip();
            if (!limit.isEmpty() && !limit.startsWith("max")) {
                return limit;
            }
            if (!quota.isEmpty() && !quota.startsWith("-")) {
                return quota + " "
                        + read(group.resolve("cpu.cfs_period_us").toString()).strip();
            }
        }
        return "";
    }

    private static Reading load(String loadavg) {
        return loadavg.isEmpty()
                ? Reading.absent("needs /proc/loadavg")
                : Reading.of(Double.parseDouble(loadavg.substring(0, loadavg.indexOf(' '))));
    }

    private static Reading swapUsed(String meminfo) {
        var total = kilobytes(SWAP_TOTAL, meminfo).value();
        var free = kilobytes(SWAP_FREE, meminfo).value();
        return total.isPresent() && free.isPresent()
                ? Reading.of(total.getAsDouble() - free.getAsDouble())
                : Reading.absent("needs /proc/meminfo");
    }

    private static Reading kilobytes(Pattern line, String meminfo) {
        return line.matcher(meminfo)
                .results()
                .findFirst()
                .map(found -> Reading.of(Long.parseLong(found.group(1)) * 1024))
                .orElse(Reading.absent("needs /proc/meminfo"));
    }

    private static String read(String file) {
        try {
            return Files.readString(Path.of(file), StandardCharsets.UTF_8);
        } catch (IOException _) {
            return "";
        }
    }
}
