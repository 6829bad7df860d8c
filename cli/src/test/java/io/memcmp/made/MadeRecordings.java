package io.memcmp.made;

import io.memcmp.analysis.AnalysisOptions;
import io.memcmp.analysis.Completeness;
import io.memcmp.analysis.Observed;
import io.memcmp.analysis.RecordingProfile;
import io.memcmp.analysis.Scope;
import io.memcmp.analysis.Scope.Moment;
import io.memcmp.analysis.Totals;
import io.memcmp.analysis.Window;
import io.memcmp.analysis.jfr.Loss;
import io.memcmp.analysis.jfr.ReadResult;
import io.memcmp.plan.Collector;
import io.memcmp.result.RecordingResult;
import io.memcmp.result.RecordingResult.Source;
import io.memcmp.result.Report;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SortedMap;
import java.util.TreeMap;

/** Reports of recordings that nobody made. */
public final class MadeRecordings {
    private static final Instant CREATED = Instant.parse("2026-01-02T03:04:05Z");
    private static final AnalysisOptions OPTIONS = new AnalysisOptions(Scope.MEASURED_WINDOW, 10, 1, false);

    private MadeRecordings() {}

    /** {@return one that is whole} */
    public static Report.Recordings whole() {
        return new Report.Recordings("0.0", CREATED, OPTIONS, false, List.of(whole("runs/g1/app.jfr")));
    }

    /** {@return one that is damaged, and of which a part was asked for} */
    public static Report.Recordings damaged() {
        var part = new Scope.Between(
                Optional.of(new Moment.After(Duration.ofMillis(1500))), Optional.of(new Moment.At(CREATED)));
        return new Report.Recordings(
                "0.0", CREATED, new AnalysisOptions(part, 3, 2, true), true, List.of(damaged("app.jfr")));
    }

    /** {@return several, of which one cannot be read and one is an attack} */
    public static Report.Recordings several() {
        return new Report.Recordings(
                "0.0",
                CREATED,
                OPTIONS,
                false,
                List.of(
                        whole("runs/g1/app.jfr"),
                        damaged("runs/zgc/app.jfr"),
                        new RecordingResult.Unreadable(
                                new Source(
                                        "runs/" + MadeReports.HOSTILE + "/app.jfr", List.of(MadeReports.HOSTILE), 12),
                                MadeReports.HOSTILE + " is no JFR recording")));
    }

    /** {@return one that was made without the probe} */
    public static Report.Recordings foreign() {
        var made = MadeProfile.of(Collector.G1, 12);
        var name = "app.jfr";
        var profile = new RecordingProfile(
                made.jvm(),
                new Window(made.window().start(), made.window().end(), false),
                made.pauses(),
                Observed.missing("jdk.SafepointEnd was not recorded"),
                made.stalls(),
                made.collections(),
                made.allocation(),
                made.heap(),
                Observed.missing("no quiet point was recorded"),
                Observed.of(MadeGrowth.leak(made.window())),
                Observed.missing(Totals.NO_PROBE),
                Observed.missing(Totals.NO_PROBE),
                Observed.missing("no bundled workload tells of itself in this recording"),
                made.completeness(),
                made.read());
        return new Report.Recordings(
                "0.0",
                CREATED,
                OPTIONS,
                false,
                List.of(new RecordingResult.Read(
                        new Source(name, List.of(name), 3_250_000), profile, made.read(), Optional.empty())));
    }

    private static RecordingResult whole(String name) {
        return new RecordingResult.Read(
                new Source(name, List.of(name), 3_250_000),
                MadeProfile.of(Collector.G1, 12),
                new ReadResult(1, CREATED, CREATED.plusSeconds(15), events(), 0, List.of(), 0, 0, 3_250_000),
                Optional.empty());
    }

    private static RecordingResult damaged(String name) {
        var reason = "the chunk at byte 12,000 is cut off";
        var profile = with(
                new Completeness(false, CREATED, CREATED.plusSeconds(9), reason), MadeProfile.of(Collector.ZGC, 0));
        var loss = new Loss(Path.of(name + ".gz"), 12_000, 3_000, reason);
        return new RecordingResult.Read(
                new Source(name, List.of(name + ".gz", "second.jfr"), 15_000),
                profile,
                new ReadResult(2, CREATED, CREATED.plusSeconds(9), events(), 7, List.of(loss), 1, 3_000, 15_000),
                Optional.of(name + ".gz is damaged or cut off"));
    }

    private static RecordingProfile with(Completeness completeness, RecordingProfile profile) {
        return new RecordingProfile(
                profile.jvm(),
                profile.window(),
                profile.pauses(),
                profile.stops(),
                profile.stalls(),
                profile.collections(),
                profile.allocation(),
                profile.heap(),
                profile.liveSet(),
                profile.growth(),
                profile.gcCpu(),
                profile.process(),
                profile.workload(),
                completeness,
                profile.read());
    }

    private static SortedMap<String, Long> events() {
        return new TreeMap<>(
                Map.of("jdk.GCPhasePause", 12L, "jdk.ObjectAllocationSample", 84_000L, "jdk.Shutdown", 0L));
    }
}
