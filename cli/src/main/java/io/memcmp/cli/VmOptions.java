package io.memcmp.cli;

import io.memcmp.plan.Collector;
import io.memcmp.plan.Layout;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Option;

/** Which JVMs, but for their heap. */
final class VmOptions {
    @Option(
            names = "--gc",
            paramLabel = "COLLECTOR",
            split = ",",
            description = "Collectors, or all (default: serial,parallel,g1,zgc).",
            completionCandidates = Candidates.Collectors.class)
    List<String> collectors = List.of("serial", "parallel", "g1", "zgc");

    @Option(
            names = "--jdk",
            paramLabel = "JDK",
            split = ",",
            description = "JDKs: a release such as 25, a directory, or all; memcmp list jdks shows them (default: for a"
                    + " workload the JDK memcmp runs on, for a program the java it would start).")
    List<String> jdks = new ArrayList<>();

    @Option(
            names = "--headers",
            paramLabel = "KIND",
            split = ",",
            description = "Object headers: compact, legacy (default: the JVM's choice).",
            completionCandidates = Candidates.Headers.class)
    List<String> headers = new ArrayList<>();

    @Option(
            names = "--compressed-oops",
            paramLabel = "on|off",
            split = ",",
            description = "References of four bytes or of eight (default: the JVM's choice).",
            completionCandidates = Candidates.OnOff.class)
    List<String> oops = new ArrayList<>();

    @Option(
            names = "--jvm-arg",
            paramLabel = "OPTION",
            description = "A further option for every JVM; may be repeated.")
    List<String> jvmArgs = new ArrayList<>();

    List<Collector> collectors() {
        var named = collectors.stream()
                .map(String::strip)
                .filter(word -> !word.equals("all"))
                .map(Collector::parse)
                .toList();
        return named.size() < collectors.size() ? List.of(Collector.values()) : named;
    }

    List<Layout> layouts() {
        var layouts = new ArrayList<Layout>();
        for (var kind : headers.isEmpty() ? List.of("") : headers) {
            for (var setting : oops.isEmpty() ? List.of("") : oops) {
                layouts.add(new Layout(
                        kind.isEmpty() ? Layout.Headers.DEFAULT : Layout.parseHeaders(kind),
                        setting.isEmpty() ? Layout.Oops.DEFAULT : Layout.parseOops(setting)));
            }
        }
        return layouts;
    }
}
