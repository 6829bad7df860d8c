package io.memcmp.launch;

import java.util.BitSet;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * Time of those processors that this process may use, in ticks of the kernel since it started.
 *
 * @param processors how many of them there are
 * @param busy in which something ran: user, nice, system and interrupts
 * @param stolen in which the hypervisor let somebody else run
 * @param all of them together, idle ones too
 */
record CpuTicks(int processors, long busy, long stolen, long all) {
    private static final Pattern PROCESSOR = Pattern.compile("(?m)^cpu(\\d+) (.*)$");

    /**
     * {@return what a text says}
     *
     * @param stat of {@code /proc/stat}; in a container it tells of the whole machine
     * @param allowed processors that count; an empty set means all
     */
    static Optional<CpuTicks> parse(String stat, BitSet allowed) {
        int processors = 0;
        long busy = 0;
        long stolen = 0;
        long all = 0;
        for (var line : PROCESSOR.matcher(stat).results().toList()) {
            if (!allowed.isEmpty() && !allowed.get(Integer.parseInt(line.group(1)))) {
                continue;
            }
            var words = line.group(2).strip().split("\\s+", -1);
            if (words.length < 8) {
                return Optional.empty();
            }
            // user nice system idle iowait irq softirq steal; what follows, guests' time, is in user already
            long idle = Long.parseLong(words[3]) + Long.parseLong(words[4]);
            long used = Long.parseLong(words[0])
                    + Long.parseLong(words[1])
                    + Long.parseLong(words[2])
                    + Long.parseLong(words[5])
                    + Long.parseLong(words[6]);
            processors++;
            busy += used;
            stolen += Long.parseLong(words[7]);
            all += used + idle + Long.parseLong(words[7]);
        }
        return processors == 0 ? Optional.empty() : Optional.of(new CpuTicks(processors, busy, stolen, all));
    }

    CpuTicks since(CpuTicks before) {
        return new CpuTicks(processors, busy - before.busy, stolen - before.stolen, all - before.all);
    }
}
