package io.memcmp.experiment;

import io.memcmp.analysis.Reading;
import io.memcmp.launch.HostFacts;
import io.memcmp.launch.JdkFinder;
import io.memcmp.launch.VmProbe;
import io.memcmp.plan.Cell;
import io.memcmp.plan.Collector;
import io.memcmp.plan.Heap;
import io.memcmp.plan.Jdk;
import io.memcmp.plan.Layout;
import io.memcmp.plan.Subject;
import io.memcmp.result.Report;
import io.memcmp.result.Report.Finding;
import io.memcmp.result.Report.Severity;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Looks whether this machine is fit to measure. */
public final class Doctor {
    private static final double BUSY = 0.3;
    private static final Subject NOTHING = new Subject.JavaProgram("java", List.of(), List.of("-version"));

    private final List<Finding> findings = new ArrayList<>();

    private Doctor() {}

    /**
     * {@return what was found}
     *
     * @param tool memcmp's version
     * @param jdks finds the JDKs
     */
    public static Report.Doctor examine(String tool, JdkFinder jdks) {
        var host = HostFacts.now();
        var doctor = new Doctor();
        doctor.load(host);
        doctor.governor(host);
        doctor.swap(host);
        doctor.threadTimes();
        var collectors = doctor.collectors(jdks.all());
        return new Report.Doctor(tool, host, doctor.findings, collectors);
    }

    private void load(HostFacts host) {
        switch (host.load()) {
            case Reading.Value(double load) -> {
                boolean busy = load > BUSY * host.processors();
                add(
                        "load",
                        busy ? Severity.NOISY : Severity.OK,
                        "%.2f tasks ran on %d processors over the last minute%s"
                                .formatted(
                                        load, host.processors(), busy ? "; stop other work before you measure" : ""));
            }
            case Reading.Absent(var reason) -> add("load", Severity.NOISY, reason);
        }
    }

    private void governor(HostFacts host) {
        var governor = host.governor();
        if (governor.isEmpty()) {
            add("frequency", Severity.OK, "no frequency governor is visible, as in most virtual machines");
        } else if (governor.equals("performance")) {
            add("frequency", Severity.OK, "governor performance");
        } else {
            add("frequency", Severity.NOISY, "governor " + governor + "; set performance for steadier figures");
        }
    }

    private void swap(HostFacts host) {
        switch (host.swapUsed()) {
            case Reading.Value(double bytes)
            when bytes > 0 ->
                add(
                        "swap",
                        Severity.NOISY,
                        "%.0f MiB in use; a heap that is swapped out is slow".formatted(bytes / (1 << 20)));
            case Reading.Value _ -> add("swap", Severity.OK, "none in use");
            case Reading.Absent(var reason) -> add("swap", Severity.OK, reason);
        }
    }

    private void threadTimes() {
        if (Files.isReadable(Path.of("/proc/self/schedstat"))) {
            add("CPU of threads", Severity.OK, "the kernel tells it in nanoseconds");
        } else {
            add(
                    "CPU of threads",
                    Severity.NOISY,
                    "no /proc/self/schedstat: CPU time of the collector is absent, or in steps of 10 ms");
        }
    }

    private Map<Jdk, List<String>> collectors(List<Jdk> found) {
        var probe = new VmProbe();
        var working = new LinkedHashMap<Jdk, List<String>>();
        for (var jdk : found) {
            if (jdk.feature() < Jdk.OLDEST_MEASURED) {
                add("JDK " + jdk.feature(), Severity.OK, jdk.home() + " is too old to be measured");
                continue;
            }
            working.put(
                    jdk,
                    Arrays.stream(Collector.values())
                            .filter(collector ->
                                    probe.apply(cell(collector, jdk)).isEmpty())
                            .map(Collector::id)
                            .toList());
        }
        boolean any = working.values().stream().anyMatch(list -> !list.isEmpty());
        add(
                "JDKs",
                any ? Severity.OK : Severity.BROKEN,
                any
                        ? working.size() + " that can be measured"
                        : "none that can be measured: install a JDK " + Jdk.OLDEST_MEASURED + " or later");
        return working;
    }

    private static Cell cell(Collector collector, Jdk jdk) {
        return new Cell(NOTHING, collector, jdk, Heap.OF_JVM, Layout.DEFAULT, List.of());
    }

    private void add(String what, Severity severity, String text) {
        findings.add(new Finding(what, severity, text));
    }
}
