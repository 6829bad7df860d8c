package io.memcmp.launch;

import io.memcmp.analysis.Observed;
import io.memcmp.analysis.Reading;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Function;
import java.util.regex.Pattern;

/**
 * What of a machine changes figures without changing the program, before the first trial.
 *
 * @param kernel its build
 * @param online processors that run, as the system lists them: {@code 0-7}
 * @param allowed those of them that this process may use
 * @param memoryLimit of the control group, bytes
 * @param numaNodes how many memory nodes there are
 * @param multithreading whether two threads share a core: {@code on} or {@code off}
 * @param slowest the lowest frequency that the governor may choose, hertz
 * @param fastest the highest, hertz
 * @param hugePages when memory comes in huge pages: {@code always}, {@code madvise} or {@code never}
 * @param swapTotal size of the swap, bytes
 * @param clock what the clock is read from
 * @param virtual whether a hypervisor shows itself: {@code yes} or {@code no}
 * @param busiest names of other programs that used processor time just before, the busiest first
 */
public record MachineFacts(
        Observed<String> kernel,
        Observed<String> online,
        Observed<String> allowed,
        Reading memoryLimit,
        Reading numaNodes,
        Observed<String> multithreading,
        Reading slowest,
        Reading fastest,
        Observed<String> hugePages,
        Reading swapTotal,
        Observed<String> clock,
        Observed<String> virtual,
        List<String> busiest) {
    private static final Path CPU = Path.of("/sys/devices/system/cpu");
    private static final Pattern CHOSEN = Pattern.compile("\\[(\\w+)]");
    /** Version 1 writes "no limit" as the largest number of whole pages. */
    private static final long NO_LIMIT = 1L << 60;

    /** Copies the list. */
    public MachineFacts {
        busiest = List.copyOf(busiest);
    }

    /** {@return the facts of this machine, now} */
    static MachineFacts now() {
        return read(ProcText.OF_THIS_MACHINE, Busiest.now());
    }

    static MachineFacts read(Function<Path, Optional<String>> files, List<String> busiest) {
        var sys = new Files(files);
        return new MachineFacts(
                sys.text(Path.of("/proc/sys/kernel/version")),
                sys.text(CPU.resolve("online")),
                sys.told("/proc/self/status", text -> ProcText.word(text, "Cpus_allowed_list")),
                memoryLimit(sys),
                sys.text(Path.of("/sys/devices/system/node/online"))
                        .read(list -> Reading.of(ProcText.numbers(list).cardinality())),
                sys.told(CPU.resolve("smt/active").toString(), text -> Optional.of(text.equals("1") ? "on" : "off")),
                sys.kilohertz("scaling_min_freq"),
                sys.kilohertz("scaling_max_freq"),
                sys.told(
                        "/sys/kernel/mm/transparent_hugepage/enabled",
                        text -> CHOSEN.matcher(text)
                                .results()
                                .map(chosen -> chosen.group(1))
                                .findFirst()),
                sys.told(
                                "/proc/meminfo",
                                text -> ProcText.number(text, "SwapTotal").stream()
                                        .boxed()
                                        .findFirst())
                        .read(kib -> Reading.of(kib * 1024)),
                sys.text(Path.of("/sys/devices/system/clocksource/clocksource0/current_clocksource")),
                sys.told(
                        "/proc/cpuinfo",
                        text -> ProcText.word(text, "flags")
                                .map(flags -> (" " + flags + " ").contains(" hypervisor ") ? "yes" : "no")),
                busiest);
    }

    private static Reading memoryLimit(Files sys) {
        var groups = Cgroup.directories(
                sys.text(Path.of("/proc/self/cgroup")).present().orElse(""), "memory");
        var smallest = groups.stream()
                .flatMap(group ->
                        List.of("memory.max", "memory.limit_in_bytes").stream().map(group::resolve))
                .flatMap(file -> sys.files().apply(file).stream())
                .map(String::strip)
                .filter(text -> text.matches("\\d{1,18}"))
                .mapToLong(Long::parseLong)
                .filter(limit -> limit < NO_LIMIT)
                .min();
        return smallest.isPresent()
                ? Reading.of(smallest.getAsLong())
                : Reading.absent("no control group limits the memory");
    }

    /** Small files of the system, stripped, absent with their name. */
    private record Files(Function<Path, Optional<String>> files) {
        Observed<String> text(Path file) {
            return told(file.toString(), Optional::of);
        }

        <T> Observed<T> told(String file, Function<String, Optional<T>> reader) {
            return files.apply(Path.of(file))
                    .map(String::strip)
                    .filter(text -> !text.isEmpty())
                    .flatMap(reader)
                    .map(Observed::of)
                    .orElse(Observed.missing("needs " + file));
        }

        Reading kilohertz(String name) {
            return told(CPU.resolve("cpu0/cpufreq").resolve(name).toString(), text -> Optional.of(number(text)))
                    .read(kilohertz -> kilohertz.isPresent()
                            ? Reading.of(kilohertz.getAsLong() * 1000.0)
                            : Reading.absent(name + " holds no number"));
        }

        private static OptionalLong number(String text) {
            return text.matches("\\d{1,15}") ? OptionalLong.of(Long.parseLong(text)) : OptionalLong.empty();
        }
    }
}
