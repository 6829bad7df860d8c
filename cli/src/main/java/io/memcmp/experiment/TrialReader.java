package io.memcmp.experiment;

import io.memcmp.analysis.Observed;
import io.memcmp.analysis.Reading;
import io.memcmp.analysis.RecordingAnalyzer;
import io.memcmp.analysis.RecordingProfile;
import io.memcmp.analysis.jfr.RecordingException;
import io.memcmp.launch.Launched;
import io.memcmp.launch.Outcome;
import io.memcmp.launch.PacingLog;
import io.memcmp.plan.Cell;
import io.memcmp.plan.Collector;
import io.memcmp.plan.ForeignFlags;
import io.memcmp.plan.Subject;
import io.memcmp.plan.Trial;
import io.memcmp.result.TrialFacts;
import io.memcmp.result.TrialResult;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** Reads off a trial what its files tell. */
final class TrialReader {
    /** From this release on ZGC maps its heap once, and resident size counts it once. */
    private static final int ZGC_MAPS_ONCE = 21;

    private TrialReader() {}

    static TrialResult read(Trial trial, Launched launched) {
        var profile = profile(trial, launched);
        var facts = new TrialFacts(
                launched.wall(),
                launched.cpu(),
                resident(trial.cell(), launched),
                pacing(trial.cell().collector(), launched),
                profile);
        var remarks = new ArrayList<>(launched.remarks());
        profile.present().ifPresent(told -> remarks.addAll(overriding(trial.cell(), told)));
        var lost = launched.salvaged()
                .or(() -> profile.present()
                        .map(RecordingProfile::completeness)
                        .filter(completeness -> !completeness.complete()));
        return new TrialResult(
                trial,
                launched.outcome(),
                facts,
                lost,
                launched.files().path().toString(),
                launched.noise(),
                remarks.stream().distinct().toList()); // a journal holds those that the recording says again
    }

    private static Observed<RecordingProfile> profile(Trial trial, Launched launched) {
        if (!launched.recorded()) {
            return Observed.missing(noRecording(trial.cell().subject(), launched.outcome()));
        }
        try {
            return Observed.of(RecordingAnalyzer.analyze(launched.files().recording()));
        } catch (RecordingException unreadable) {
            return Observed.missing(unreadable.getMessage());
        }
    }

    private static String noRecording(Subject subject, Outcome outcome) {
        return switch (outcome) {
            case Outcome.Completed _
            when subject instanceof Subject.Script ->
                "no JVM of this trial left a recording; a script must start one that reads JDK_JAVA_OPTIONS, see --handover";
            case Outcome.OutOfMemory _ -> "memory ran out and took the recording with it";
            case Outcome.Completed _, Outcome.TimedOut _, Outcome.Failed _, Outcome.Interrupted _ ->
                "the program ended before anything of its recording was on the disk";
        };
    }

    /** From outside the child itself is seen: of a script that is the shell. */
    private static Reading resident(Cell cell, Launched launched) {
        if (cell.subject() instanceof Subject.Script) {
            return Reading.absent("the JVM of a script is seen from inside only, and its recording does not tell");
        }
        return cell.collector() == Collector.ZGC && cell.jdk().feature() < ZGC_MAPS_ONCE
                ? Reading.absent("ZGC of this JDK maps the heap several times, which resident size counts each time")
                : launched.peakResident();
    }

    private static Reading pacing(Collector collector, Launched launched) {
        return switch (collector) {
            case SHENANDOAH, SHENANDOAH_GEN -> PacingLog.total(launched.files().gcLog());
            case SERIAL, PARALLEL, G1, ZGC, EPSILON -> Reading.absent("only Shenandoah paces threads");
        };
    }

    /** A script may give its JVM options of its own, and those on the command line win over those in a variable. */
    private static List<String> overriding(Cell cell, RecordingProfile profile) {
        if (!(cell.subject() instanceof Subject.Script)) {
            return List.of();
        }
        var ours = cell.flags();
        return Arrays.stream(profile.jvm().jvmArguments().split(" ", -1))
                .filter(option -> !ours.contains(option) && ForeignFlags.choosesVm(option))
                .distinct()
                .map(option -> "the script gave its JVM " + option + ", which overrides what this cell asked for")
                .toList();
    }
}
