package io.memcmp.launch;

import com.sun.management.OperatingSystemMXBean;
import java.io.IOException;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryPoolMXBean;
import java.lang.management.MemoryType;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.LongStream;
import java.util.stream.Stream;

/** Physical memory. */
public final class Memory {
    private static final Path MEMORY = Path.of("/proc/meminfo");
    private static final Pattern AVAILABLE = Pattern.compile("(?m)^MemAvailable:\\s*(\\d+) kB$");
    private static final Pattern FILES = Pattern.compile("(?m)^(?:total_)?inactive_file (\\d+)$");

    private Memory() {}

    /** {@return how much this machine, or this container, has: bytes} */
    public static long ofMachine() {
        return ManagementFactory.getPlatformMXBean(OperatingSystemMXBean.class).getTotalMemorySize();
    }

    /**
     * {@return how much a process can still take before the machine swaps or a control group ends it, bytes} Empty where
     * the system does not tell.
     */
    public static OptionalLong available() {
        var machine = AVAILABLE.matcher(text(MEMORY)).results().mapToLong(found -> number(found.group(1)) << 10);
        var groups = Cgroup.directories(text(Path.of("/proc/self/cgroup")), "memory").stream()
                .flatMapToLong(Memory::leftOf);
        return LongStream.concat(machine, groups).min();
    }

    /** {@return how much the Java heap of this process can still take to keep, bytes: what is only for new objects apart} */
    public static long leftOfHeap() {
        var keeping = leftOf(MemoryPoolMXBean::isUsageThresholdSupported);
        return (keeping.isPresent() ? keeping : leftOf(_ -> true)).orElse(Long.MAX_VALUE); // Epsilon's supports none
    }

    private static OptionalLong leftOf(Predicate<MemoryPoolMXBean> pools) {
        return ManagementFactory.getMemoryPoolMXBeans().stream()
                .filter(pool -> pool.getType() == MemoryType.HEAP)
                .filter(pools)
                .mapToLong(pool -> pool.getUsage().getMax() - pool.getUsage().getUsed())
                .max();
    }

    /** What a group has left; pages of files that nobody has used of late are given up for those who ask. */
    private static LongStream leftOf(Path group) {
        return Stream.of(
                        List.of("memory.max", "memory.current"),
                        List.of("memory.limit_in_bytes", "memory.usage_in_bytes"))
                .flatMapToLong(names -> {
                    long limit = number(text(group.resolve(names.getFirst())).strip());
                    long used = number(text(group.resolve(names.getLast())).strip());
                    if (limit < 0 || used < 0) {
                        return LongStream.empty();
                    }
                    long files = FILES.matcher(text(group.resolve("memory.stat")))
                            .results()
                            .mapToLong(found -> number(found.group(1)))
                            .max()
                            .orElse(0);
                    return LongStream.of(Math.max(0, limit - used + files));
                });
    }

    /** Negative for what is none, such as {@code max}. */
    private static long number(String text) {
        return text.matches("\\d{1,18}") ? Long.parseLong(text) : -1;
    }

    private static String text(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException _) {
            return ""; // another system, or an older kernel
        }
    }
}
