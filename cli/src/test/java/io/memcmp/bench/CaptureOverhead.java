package io.memcmp.bench;

import io.memcmp.analysis.Reading;
import io.memcmp.analysis.RecordingAnalyzer;
import io.memcmp.experiment.RunDirectory;
import io.memcmp.launch.Interruption;
import io.memcmp.launch.JdkFinder;
import io.memcmp.launch.Launcher;
import io.memcmp.launch.ProbeJar;
import io.memcmp.plan.Bytes;
import io.memcmp.plan.Cell;
import io.memcmp.plan.Collector;
import io.memcmp.plan.ExperimentSpec;
import io.memcmp.plan.Heap;
import io.memcmp.plan.Judging;
import io.memcmp.plan.Layout;
import io.memcmp.plan.Limits;
import io.memcmp.plan.Subject;
import io.memcmp.plan.Trial;
import io.memcmp.workloads.Workload;
import io.memcmp.workloads.Workloads;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.Set;
import java.util.function.ToDoubleFunction;
import java.util.regex.Pattern;

/**
 * What memcmp's own recording costs: each bundled workload as memcmp runs it, against the same JVM without recording,
 * probe and log. Wall and CPU inside the measured window are the workload's own; the rest of the process is stated apart.
 */
final class CaptureOverhead {
    private static final Pattern LINE = Pattern.compile("window_wall_ns=(\\d+) window_cpu_ns=(\\d+) check=passed");
    /** The children's line of the shell's {@code times}. */
    private static final Pattern TIMES = Pattern.compile("(\\d+)m([\\d.]+)s (\\d+)m([\\d.]+)s$");

    private final Cell cell;
    private final Workload workload;
    private final Path directory;

    private CaptureOverhead(Cell cell, Workload workload, Path directory) {
        this.cell = cell;
        this.workload = workload;
        this.directory = directory;
    }

    /** One process, all in seconds. */
    private record Took(double windowWall, double windowCpu, double wall, double cpu) {
        private double restWall() {
            return wall - windowWall;
        }

        private double restCpu() {
            return cpu - windowCpu;
        }
    }

    /**
     * {@code CaptureOverhead [PAIRS] [COLLECTOR] [WORKLOAD…]}.
     *
     * @param args as above: ten pairs, G1 and all workloads are the default
     */
    public static void main(String[] args) throws IOException, InterruptedException {
        int pairs = args.length > 0 ? Integer.parseInt(args[0]) : 10;
        var collector = Collector.parse(args.length > 1 ? args[1] : "g1");
        var wanted = List.of(args).subList(Math.min(2, args.length), args.length);
        var jdk = JdkFinder.ofThisProcess().own();
        var directory = Files.createTempDirectory("memcmp-overhead");
        System.out.printf("%s on JDK %s, %d pairs%n%n", collector.id(), jdk.version(), pairs);
        System.out.println(
                "| workload | window without | wall, with / without | CPU, with / without | fixed price, wall |"
                        + " fixed price, CPU |\n|-|-|-|-|-|-|");
        for (var workload : Workloads.ALL) {
            if (wanted.isEmpty() || wanted.contains(workload.id())) {
                var heap = Heap.of(Bytes.ofMiB(workload.defaultHeapMiB()));
                var cell = new Cell(
                        new Subject.Bundled(workload.id(), Map.of()), collector, jdk, heap, Layout.DEFAULT, List.of());
                new CaptureOverhead(cell, workload, directory.resolve(workload.id())).compare(pairs);
            }
        }
    }

    private void compare(int pairs) throws IOException, InterruptedException {
        var with = new ArrayList<Took>();
        var without = new ArrayList<Took>();
        var random = new Random(1);
        with();
        without(); // these two warm the file cache
        for (int pair = 0; pair < pairs; pair++) {
            if (random.nextBoolean()) {
                with.add(with());
                without.add(without());
            } else {
                without.add(without());
                with.add(with());
            }
        }
        System.out.printf(
                Locale.ROOT,
                "| %s | %.2f s | %s | %s | %+.2f s | %+.2f s |%n",
                workload.id(),
                median(without, Took::windowWall),
                ratio(with, without, Took::windowWall),
                ratio(with, without, Took::windowCpu),
                median(with, Took::restWall) - median(without, Took::restWall),
                median(with, Took::restCpu) - median(without, Took::restCpu));
    }

    private static double median(List<Took> runs, ToDoubleFunction<Took> figure) {
        return PairedRatio.median(runs.stream().mapToDouble(figure).boxed().toList());
    }

    private static PairedRatio ratio(List<Took> with, List<Took> without, ToDoubleFunction<Took> figure) {
        return PairedRatio.of(
                with.stream().mapToDouble(figure).boxed().toList(),
                without.stream().mapToDouble(figure).boxed().toList());
    }

    private Took with() throws IOException, InterruptedException {
        var axes = new ExperimentSpec.Axes(
                Map.of(cell.subject(), List.of(cell.heap())),
                List.of(cell.collector()),
                List.of(cell.jdk()),
                List.of(cell.layout()),
                List.of());
        var spec = new ExperimentSpec(
                axes,
                1,
                1,
                new Limits(Duration.ofMinutes(5), Set.of(0)),
                new ExperimentSpec.Capture(Optional.empty(), false, false, false),
                Judging.DEFAULT);
        var run = RunDirectory.create(directory, true);
        run.writeSettings(RecordingAnalyzer.requiredEvents());
        var trial = new Trial(cell, 1);
        var launched = new Launcher(spec, run.settings(), OutputStream.nullOutputStream(), new Interruption())
                .launch(trial, run.of(trial));
        return took(Files.readString(launched.files().stdout()), seconds(launched.wall()), seconds(launched.cpu()));
    }

    private static double seconds(Reading reading) {
        return reading.value().orElseThrow() / 1e9;
    }

    private Took without() throws IOException, InterruptedException {
        var words = new ArrayList<>(
                List.of("sh", "-c", "\"$@\"; times", "sh", cell.jdk().java().toString()));
        words.addAll(cell.flags());
        words.addAll(List.of("-cp", ProbeJar.locate().toString(), "io.memcmp.workloads.WorkloadMain", workload.id()));
        long start = System.nanoTime();
        var process = new ProcessBuilder(words).redirectErrorStream(true).start();
        var lines = process.inputReader().lines().toList();
        process.waitFor();
        double wall = (System.nanoTime() - start) / 1e9;
        var times = TIMES.matcher(lines.getLast());
        if (!times.find()) {
            throw new IOException("the shell's times are not understood: " + lines);
        }
        return took(
                String.join("\n", lines),
                wall,
                minutes(times.group(1), times.group(2)) + minutes(times.group(3), times.group(4)));
    }

    private static double minutes(String minutes, String seconds) {
        return 60 * Double.parseDouble(minutes) + Double.parseDouble(seconds);
    }

    private static Took took(String output, double wall, double cpu) throws IOException {
        var line = LINE.matcher(output);
        if (!line.find()) {
            throw new IOException("the workload did not come to its end: " + output);
        }
        return new Took(Double.parseDouble(line.group(1)) / 1e9, Double.parseDouble(line.group(2)) / 1e9, wall, cpu);
    }
}
