package io.memcmp.launch;

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
        String cpuLimit) {
    private static final Pattern MODEL = Pattern.compile("(?m)^model name\\s*:\\s*(.+)$");
    private static final Pattern MEMORY = Pattern.compile("(?m)^MemTotal:\\s*(\\d+) kB$");
    private static final Pattern SWAP_TOTAL = Pattern.compile("(?m)^SwapTotal:\\s*(\\d+) kB$");
    private static final Pattern SWAP_FREE = Pattern.compile("(?m)^SwapFree:\\s*(\\d+) kB$");

    /** {@return the facts of this machine, now} */
    public static HostFacts now() {
        var meminfo = read("/proc/meminfo");
        var limit = read("/sys/fs/cgroup/cpu.max").strip();
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
                limit.startsWith("max") ? "" : limit);
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
