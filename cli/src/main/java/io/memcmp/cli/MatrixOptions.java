package io.memcmp.cli;

import io.memcmp.plan.Bytes;
import io.memcmp.plan.Collector;
import io.memcmp.plan.Layout;
import java.util.ArrayList;
import java.util.List;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The axes of the matrix. */
final class MatrixOptions {
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
            names = "--heap",
            paramLabel = "SIZE",
            split = ",",
            description = "Heap sizes, used as -Xms and -Xmx (default: the workload's own, for a program the JVM's).",
            converter = Converters.Size.class)
    List<Bytes> heaps = new ArrayList<>();

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

    @Option(
            names = {"-n", "--repeat"},
            paramLabel = "N",
            description = "Run every cell N times, in N blocks of random order (default: 1).")
    int repeat = 1;

    @Option(names = "--seed", paramLabel = "N", description = "Seed of that order (default: chosen and shown).")
    long seed = System.nanoTime() & 0x7fff_ffff;

    @Mixin
    final JudgingOptions judging = new JudgingOptions();

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
