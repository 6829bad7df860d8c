package io.memcmp.probe;

import java.io.File;
import java.nio.file.Path;
import java.util.Map;
import java.util.OptionalLong;
import java.util.TreeMap;

/** CPU time of the operating system's threads, by name: the only view that shows every collector's own threads. */
final class ThreadTimes {

    /** How many threads carry a name, and their CPU time together. */
    record Total(int threads, long nanos) {

        private Total plus(Total other) {
            return new Total(threads + other.threads, nanos + other.nanos);
        }
    }

    /** What the kernel counts in where it has no {@code schedstat}: it tells user programs 100 a second on every platform. */
    private static final long NANOS_PER_TICK = 10_000_000;

    private ThreadTimes() {}

    /** {@return all threads of this process; none where there is no Linux to ask} */
    static Map<String, Total> read() {
        return read(Path.of("/proc/self/task"));
    }

    static Map<String, Total> read(Path tasks) {
        Map<String, Total> totals = new TreeMap<>();
        String[] ids = new File(tasks.toString()).list();
        if (ids == null) {
            return totals;
        }
        for (String id : ids) {
            Path task = tasks.resolve(id);
            var name = ProcFile.read(task.resolve("comm"));
            var nanos = cpu(task);
            if (name.isPresent() && nanos.isPresent()) {
                totals.merge(name.get().stripTrailing(), new Total(1, nanos.getAsLong()), Total::plus);
            }
        }
        return totals;
    }

    private static OptionalLong cpu(Path task) {
        var schedstat = ProcFile.read(task.resolve("schedstat"));
        if (schedstat.isPresent()) {
            String text = schedstat.get();
            return OptionalLong.of(Long.parseLong(text.substring(0, text.indexOf(' '))));
        }
        return ProcFile.stat(task.resolve("stat")).stream()
                .mapToLong(fields -> (Long.parseLong(fields[11]) + Long.parseLong(fields[12])) * NANOS_PER_TICK)
                .findFirst();
    }
}
