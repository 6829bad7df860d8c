package io.memcmp.launch;

import java.time.Duration;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;

/** Which other programs use the processors just now; their names alone, since a command line may hold secrets. */
final class Busiest {
    private static final long SPAN_MILLIS = 250;
    private static final int MOST = 5;

    private Busiest() {}

    static List<String> now() {
        var before = times();
        try {
            TimeUnit.MILLISECONDS.sleep(SPAN_MILLIS);
        } catch (InterruptedException _) {
            Thread.currentThread().interrupt();
        }
        var used = new HashMap<String, Duration>();
        times().forEach((process, time) -> {
            var meanwhile = time.minus(before.getOrDefault(process, time));
            if (meanwhile.isPositive()) {
                used.merge(name(process), meanwhile, Duration::plus);
            }
        });
        return used.entrySet().stream()
                .filter(entry -> !entry.getKey().isEmpty())
                .sorted(Map.Entry.<String, Duration>comparingByValue(Comparator.reverseOrder())
                        .thenComparing(Map.Entry.comparingByKey()))
                .limit(MOST)
                .map(Map.Entry::getKey)
                .toList();
    }

    private static Map<ProcessHandle, Duration> times() {
        var times = new HashMap<ProcessHandle, Duration>();
        ProcessHandle.allProcesses()
                .filter(process -> process.pid() != ProcessHandle.current().pid())
                .forEach(process -> process.info().totalCpuDuration().ifPresent(time -> times.put(process, time)));
        return times;
    }

    private static String name(ProcessHandle process) {
        var command = process.info().command().orElse("");
        return command.substring(command.lastIndexOf('/') + 1);
    }
}
