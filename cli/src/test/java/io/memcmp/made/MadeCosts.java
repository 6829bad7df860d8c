package io.memcmp.made;

import io.memcmp.analysis.Durations;
import io.memcmp.analysis.Observed;
import io.memcmp.analysis.Reading;
import io.memcmp.analysis.RecordingProfile;
import io.memcmp.analysis.Window;
import io.memcmp.analysis.gccpu.GcCpuProfile;
import io.memcmp.analysis.pause.MutatorUtilisation;
import io.memcmp.analysis.pause.StopProfile;
import io.memcmp.analysis.process.ProcessProfile;
import io.memcmp.launch.NoiseEvidence;
import io.memcmp.launch.Outcome;
import io.memcmp.plan.Bytes;
import io.memcmp.plan.Cell;
import io.memcmp.plan.Collector;
import io.memcmp.plan.Heap;
import io.memcmp.plan.Layout;
import io.memcmp.plan.Subject;
import io.memcmp.plan.Trial;
import io.memcmp.result.CellFigures;
import io.memcmp.result.CellResult;
import io.memcmp.result.Findings;
import io.memcmp.result.GcCosts;
import io.memcmp.result.Report;
import io.memcmp.result.TrialFacts;
import io.memcmp.result.TrialResult;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.LongStream;

/** A run of three collectors over three heaps, which costs what its names say. */
public final class MadeCosts {
    private static final Subject SUBJECT = new Subject.Bundled("allocation-loop", Map.of());
    private static final long SEED = 42;
    private static final long MILLI = 1_000_000;

    /** Two seconds of work, and so much more on top with 64 MiB, half of it with 128 and so on. */
    private record Behaviour(Collector collector, double more, double inStops, int longestMillis) {}

    private static final List<Behaviour> COLLECTORS = List.of(
            new Behaviour(Collector.SERIAL, 0.4, 0.9, 90),
            new Behaviour(Collector.G1, 0.6, 0.5, 30),
            new Behaviour(Collector.ZGC, 3.0, 0.001, 1));

    private MadeCosts() {}

    /** {@return it; ZGC with the smallest heap ran out of memory} */
    public static Report.Run run() {
        var like = MadeReports.run();
        var cells = new ArrayList<CellResult>();
        for (var behaviour : COLLECTORS) {
            for (int mebibytes : new int[] {64, 128, 512}) {
                cells.add(cell(behaviour, mebibytes));
            }
        }
        return new Report.Run(
                like.tool(),
                like.created(),
                List.of(SUBJECT),
                like.design(),
                like.host(),
                cells,
                List.of(),
                Findings.NONE.with(
                        GcCosts.of(cells.stream().map(CellFigures::of).toList(), SEED)),
                like.directory(),
                false);
    }

    private static CellResult cell(Behaviour behaviour, int mebibytes) {
        var cell = new Cell(
                SUBJECT,
                behaviour.collector(),
                MadeReports.JDK,
                Heap.of(Bytes.ofMiB(mebibytes)),
                Layout.DEFAULT,
                List.of());
        boolean dies = behaviour.collector() == Collector.ZGC && mebibytes == 64;
        return CellResult.of(
                cell,
                List.of(
                        trial(cell, 1, behaviour, dies),
                        trial(cell, 2, behaviour, dies),
                        trial(cell, 3, behaviour, dies)));
    }

    private static TrialResult trial(Cell cell, int block, Behaviour behaviour, boolean dies) {
        double more = behaviour.more() * 64 / (cell.heap().size().orElseThrow().count() >> 20);
        long work = (2000 + 20 * block) * MILLI;
        long collection = (long) (more * work);
        var facts = new TrialFacts(
                Reading.of(work + collection + 500 * MILLI),
                Reading.of(work + collection + 900 * MILLI),
                Reading.of(90L << 20),
                Reading.absent("only Shenandoah paces threads"),
                Observed.of(profile(behaviour, work, collection)));
        return new TrialResult(
                new Trial(cell, block),
                dies ? new Outcome.OutOfMemory(Duration.ofMillis(700)) : new Outcome.Completed(0),
                facts,
                Optional.empty(),
                "/home/somebody/run/trials/" + cell.id() + "/" + block,
                NoiseEvidence.none("nobody looked"),
                List.of());
    }

    private static RecordingProfile profile(Behaviour behaviour, long work, long collection) {
        var made = MadeProfile.of(behaviour.collector(), 0);
        var start = made.window().start();
        var cpu = Duration.ofNanos(collection * 9 / 10);
        return new RecordingProfile(
                made.jvm(),
                new Window(start, start.plusNanos(work + collection), true),
                made.pauses(),
                Observed.of(stops(behaviour, collection)),
                made.stalls(),
                made.collections(),
                made.allocation(),
                made.heap(),
                made.liveSet(),
                made.growth(),
                Observed.of(new GcCpuProfile(cpu, Reading.of(0.1), new TreeMap<>(Map.of("VM Thread", cpu)))),
                Observed.of(new ProcessProfile(
                        Reading.of(work + collection + collection / 5),
                        Reading.of(work + collection),
                        Reading.of(90L << 20),
                        Reading.of(90L << 20),
                        Reading.of(0),
                        Reading.of(0),
                        Reading.of(0))),
                made.workload(),
                made.completeness(),
                made.read());
    }

    /** Two hundred stops, most of them a tenth of the longest. */
    private static StopProfile stops(Behaviour behaviour, long collection) {
        long longest = behaviour.longestMillis() * MILLI;
        var all = Durations.ofNanos(
                LongStream.rangeClosed(1, 200).map(stop -> longest * stop * stop / 40_000 + MILLI / 10));
        var standing = Durations.ofNanos(LongStream.of((long) (collection * behaviour.inStops())));
        var curve = LongStream.of(1, 5, 10, 20, 50, 100, 200, 500, 1000)
                .mapToObj(window -> {
                    double share = Math.max(0, 1 - (double) behaviour.longestMillis() / window)
                            * (1 - 0.1 * behaviour.inStops());
                    return new MutatorUtilisation.Point(Duration.ofMillis(window), share, share);
                })
                .toList();
        return new StopProfile(
                all,
                all,
                Durations.of(List.of()),
                standing,
                Durations.of(List.of()),
                new TreeMap<>(Map.of("Collect", all)),
                Observed.of(new MutatorUtilisation(curve)));
    }
}
