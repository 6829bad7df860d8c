package io.memcmp.made;

import io.memcmp.analysis.Observed;
import io.memcmp.analysis.Reading;
import io.memcmp.analysis.RecordingProfile;
import io.memcmp.analysis.Window;
import io.memcmp.analysis.leak.GrowthProfile;
import io.memcmp.analysis.leak.GrowthProfile.Exhaustion;
import io.memcmp.launch.NoiseEvidence;
import io.memcmp.launch.Outcome;
import io.memcmp.plan.Cell;
import io.memcmp.plan.Collector;
import io.memcmp.plan.Subject;
import io.memcmp.plan.Trial;
import io.memcmp.result.CellResult;
import io.memcmp.result.Report;
import io.memcmp.result.TrialFacts;
import io.memcmp.result.TrialResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** Live sets that grow or do not. */
public final class MadeGrowth {
    private static final double MIB_PER_MINUTE = (1 << 20) / 60.0;
    private static final double MINUTE = 60e9;

    private MadeGrowth() {}

    /**
     * {@return one that grows by 3 MiB a minute all the time}
     *
     * @param window in which
     */
    public static GrowthProfile leak(Window window) {
        return leak(window, 3);
    }

    /**
     * {@return one that grows all the time, known within a tenth}
     *
     * @param window in which
     * @param mibPerMinute how fast
     */
    public static GrowthProfile leak(Window window, double mibPerMinute) {
        double room = 60 * MINUTE / mibPerMinute;
        return new GrowthProfile(
                40,
                window.start(),
                mibPerMinute * MIB_PER_MINUTE,
                0.9 * mibPerMinute * MIB_PER_MINUTE,
                1.1 * mibPerMinute * MIB_PER_MINUTE,
                452 << 20,
                Reading.of(512L << 20),
                Observed.of(new Exhaustion(room, room / 1.1, room / 0.9)));
    }

    /**
     * {@return one that is not known to grow}
     *
     * @param window in which
     * @param upTo how fast it may grow at most, MiB a minute
     */
    public static GrowthProfile none(Window window, double upTo) {
        return new GrowthProfile(
                40,
                window.start(),
                upTo / 4 * MIB_PER_MINUTE,
                -upTo / 2 * MIB_PER_MINUTE,
                upTo * MIB_PER_MINUTE,
                100 << 20,
                Reading.of(512L << 20),
                Observed.missing("no growth is shown: the interval of the slope contains 0"));
    }

    /** {@return the window of the recordings here} */
    public static Window window() {
        var made = MadeProfile.of(Collector.G1, 0).window();
        return new Window(made.start(), made.start().plusSeconds(3600), false);
    }

    /**
     * {@return a cell of somebody's program}
     *
     * @param collector under which collector
     * @param trials what each of its trials tells
     */
    @SafeVarargs
    public static CellResult cell(Collector collector, Observed<GrowthProfile>... trials) {
        return cell(new Subject.JavaProgram("java", List.of(), List.of("-jar", "app.jar")), collector, trials);
    }

    /**
     * {@return a cell}
     *
     * @param subject of what
     * @param collector under which collector
     * @param trials what each of its trials tells
     */
    @SafeVarargs
    @SuppressWarnings("varargs") // only read
    public static CellResult cell(Subject subject, Collector collector, Observed<GrowthProfile>... trials) {
        var like = MadeReports.cell(collector);
        var cell = new Cell(subject, collector, like.jdk(), like.heap(), like.layout(), like.flags());
        var results = new ArrayList<TrialResult>();
        for (var growth : Arrays.asList(trials)) {
            results.add(new TrialResult(
                    new Trial(cell, results.size() + 1),
                    new Outcome.Completed(0),
                    TrialFacts.ofRecording(profile(collector, growth)),
                    Optional.empty(),
                    "/home/somebody/run/trials/" + cell.id(),
                    NoiseEvidence.none("nobody looked"),
                    List.of()));
        }
        return CellResult.of(cell, results);
    }

    /**
     * {@return a run of such cells}
     *
     * @param cells of one subject
     */
    public static Report.Run run(CellResult... cells) {
        var made = MadeReports.run();
        return new Report.Run(
                made.tool(),
                made.created(),
                List.of(cells[0].cell().subject()),
                made.design(),
                made.host(),
                List.of(cells),
                List.of(),
                made.findings(),
                made.directory(),
                false);
    }

    private static RecordingProfile profile(Collector collector, Observed<GrowthProfile> growth) {
        var made = MadeProfile.of(collector, 2);
        return new RecordingProfile(
                made.jvm(),
                window(),
                made.pauses(),
                made.stops(),
                made.stalls(),
                made.collections(),
                made.allocation(),
                made.heap(),
                made.liveSet(),
                growth,
                made.gcCpu(),
                made.process(),
                made.workload(),
                made.completeness(),
                made.read());
    }
}
