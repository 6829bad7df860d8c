package io.memcmp.cli;

import io.memcmp.launch.Outcome;
import io.memcmp.result.Aa;
import io.memcmp.result.Checked;
import io.memcmp.result.Compared;
import io.memcmp.result.DumpReport;
import io.memcmp.result.DumpResult;
import io.memcmp.result.HeapSearch;
import io.memcmp.result.Layouts;
import io.memcmp.result.RecordingResult;
import io.memcmp.result.Report;

/** What memcmp's exit status means; the numbers are documented and stay. */
public enum ExitCode {
    /** Done. */
    OK(0, "done; running out of memory is a result, not a failure"),
    /** A check failed. */
    CHECK_FAILED(1, "a check failed"),
    /** The user can put it right. */
    USAGE(2, "wrong usage, unusable input, or output that cannot be written"),
    /** Not enough is known. */
    INCONCLUSIVE(3, "inconclusive, too noisy to tell, or a recording or heap dump is incomplete"),
    /** Nothing was measured. */
    PROGRAM_FAILED(4, "the measured program failed in every trial"),
    /** Our bug. */
    INTERNAL(70, "an error of memcmp itself"),
    /** Ctrl-C. */
    INTERRUPTED(130, "interrupted; finished trials are kept");

    private final int number;
    private final String meaning;

    ExitCode(int number, String meaning) {
        this.number = number;
        this.meaning = meaning;
    }

    /** {@return the number} */
    public int number() {
        return number;
    }

    /** {@return what it means} */
    public String meaning() {
        return meaning;
    }

    static ExitCode of(Report report) {
        return switch (report) {
            case Report.Run run -> of(run);
            case Report.MinHeap minHeap -> of(minHeap);
            case Report.Planned _ -> OK;
            case Aa aa -> of(aa);
            case Report.Recordings recordings -> of(recordings);
            case Compared _, Report.Listing _, Layouts _ -> OK;
            case Checked checked ->
                switch (checked.outcome()) {
                    case HOLDS, NOT_CHECKED -> OK;
                    case BROKEN -> CHECK_FAILED;
                    case INCONCLUSIVE -> INCONCLUSIVE;
                };
            case Report.Doctor doctor -> doctor.broken() ? CHECK_FAILED : OK;
            case DumpReport dumps -> of(dumps);
        };
    }

    /** That a program completes in no heap with one of several collectors is a result, as with Epsilon. */
    private static ExitCode of(Report.MinHeap report) {
        if (report.interrupted()) {
            return INTERRUPTED;
        }
        boolean unsure = report.searches().stream()
                .anyMatch(search -> search.ending() instanceof HeapSearch.Ending.Unknown
                        || (search.minimum().isPresent() && search.doubt().isPresent()));
        if (unsure) {
            return INCONCLUSIVE;
        }
        boolean any =
                report.searches().stream().anyMatch(search -> search.minimum().isPresent());
        return any ? OK : PROGRAM_FAILED;
    }

    /** What cannot be read at all weighs more than what cannot be read to its end. */
    private static ExitCode of(Report.Recordings report) {
        boolean unreadable = report.recordings().stream().anyMatch(RecordingResult.Unreadable.class::isInstance);
        if (unreadable || report.read().isEmpty()) {
            return USAGE;
        }
        boolean incomplete = report.read().stream()
                .anyMatch(recording -> recording.incomplete().isPresent());
        return incomplete ? INCONCLUSIVE : OK;
    }

    /** That something is there which must not be stands, whatever else an incomplete dump would have told. */
    private static ExitCode of(DumpReport report) {
        if (report.dumps().stream().anyMatch(DumpResult.Unreadable.class::isInstance)) {
            return USAGE;
        }
        if (report.failed()) {
            return CHECK_FAILED;
        }
        boolean incomplete =
                report.read().stream().anyMatch(dump -> dump.incomplete().isPresent());
        return incomplete ? INCONCLUSIVE : OK;
    }

    private static ExitCode of(Aa aa) {
        if (aa.interrupted()) {
            return INTERRUPTED;
        }
        return aa.inconclusive() ? INCONCLUSIVE : OK;
    }

    private static ExitCode of(Report.Run run) {
        if (run.interrupted()) {
            return INTERRUPTED;
        }
        var trials =
                run.cells().stream().flatMap(cell -> cell.trials().stream()).toList();
        if (trials.isEmpty() && run.conduct().noisy()) {
            return INCONCLUSIVE;
        }
        boolean allFailed = trials.stream().allMatch(trial -> switch (trial.outcome()) {
            case Outcome.Failed _, Outcome.TimedOut _ -> true;
            case Outcome.Completed _, Outcome.OutOfMemory _, Outcome.Interrupted _ -> false;
        });
        if (allFailed) {
            return PROGRAM_FAILED;
        }
        return run.conduct().noisy() ? INCONCLUSIVE : OK;
    }
}
