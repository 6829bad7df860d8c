package io.memcmp.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.memcmp.analysis.Observed;
import io.memcmp.launch.Outcome;
import io.memcmp.made.MadeLayouts;
import io.memcmp.made.MadeRecordings;
import io.memcmp.made.MadeReports;
import io.memcmp.plan.Collector;
import io.memcmp.result.Aa;
import io.memcmp.result.CellResult;
import io.memcmp.result.HeapSearch;
import io.memcmp.result.Report;
import io.memcmp.result.SelfTests;
import io.memcmp.stats.Contrast.Scale;
import io.memcmp.stats.SelfTest;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class ExitCodeTest {

    private static final Outcome COMPLETED = new Outcome.Completed(0);
    private static final Outcome FULL = new Outcome.OutOfMemory(Duration.ofSeconds(1));
    private static final Outcome FAILED = new Outcome.Failed(1, "exit status 1", List.of());
    private static final Outcome LATE = new Outcome.TimedOut(Duration.ofSeconds(1));

    @Test
    void runningOutOfMemoryIsAResult() {
        assertEquals(ExitCode.OK, ExitCode.of(run(false, FULL)));
        assertEquals(ExitCode.OK, ExitCode.of(run(false, FULL, FAILED)));
    }

    @Test
    void aProgramHasFailedWhenItDidSoInEveryTrial() {
        assertEquals(ExitCode.PROGRAM_FAILED, ExitCode.of(run(false, FAILED, LATE)));
        assertEquals(ExitCode.OK, ExitCode.of(run(false, FAILED, COMPLETED, LATE)));
    }

    @Test
    void anInterruptedRunSaysSoWhateverWasFinished() {
        assertEquals(ExitCode.INTERRUPTED, ExitCode.of(run(true, COMPLETED)));
        assertEquals(ExitCode.INTERRUPTED, ExitCode.of(run(true, FAILED)));
        assertEquals(ExitCode.INTERRUPTED, ExitCode.of(run(true)));
    }

    @Test
    void ofSearchesWhatIsUnsureDecidesAndOneMinimumIsEnough() {
        assertEquals(ExitCode.INTERRUPTED, ExitCode.of(MadeReports.minHeap()));
        var searches = MadeReports.minHeap().searches();
        assertEquals(ExitCode.INCONCLUSIVE, ExitCode.of(searches(searches)));
        var doubtful = searches.getFirst();
        assertEquals(ExitCode.INCONCLUSIVE, ExitCode.of(searches(List.of(doubtful))));
        var sure = new HeapSearch(
                doubtful.cell(), doubtful.ending(), Optional.empty(), doubtful.granule(), doubtful.trials());
        var never = searches.getLast();
        assertEquals(ExitCode.OK, ExitCode.of(searches(List.of(sure, never))));
        assertEquals(ExitCode.PROGRAM_FAILED, ExitCode.of(searches(List.of(never))));
        assertEquals(ExitCode.PROGRAM_FAILED, ExitCode.of(searches(List.of())));
    }

    private static Report searches(List<HeapSearch> searches) {
        var made = MadeReports.minHeap();
        return new Report.MinHeap(
                made.tool(),
                made.created(),
                made.subjects(),
                made.rule(),
                made.host(),
                searches,
                made.skipped(),
                false);
    }

    @Test
    void aBrokenMachineFailsTheCheckAndAListNever() {
        assertEquals(ExitCode.CHECK_FAILED, ExitCode.of(MadeReports.doctor()));
        assertEquals(ExitCode.OK, ExitCode.of(MadeReports.listing()));
        assertEquals(ExitCode.OK, ExitCode.of(MadeLayouts.layouts()));
    }

    @Test
    void aMachineThatHoldsItsLevelIsFine() {
        assertEquals(ExitCode.OK, ExitCode.of(MadeReports.aa()));
    }

    @Test
    void aSelfTestThatFindsADifferenceOrHasNoFigureIsInconclusive() {
        var made = MadeReports.aa();
        var missing = made.tests().getLast();
        assertEquals(ExitCode.INCONCLUSIVE, ExitCode.of(aa(made, missing)));
        var slowerSecond = IntStream.range(0, 40)
                .mapToObj(trial -> (trial % 2 == 0 ? 1 : 1.2) * (1 + 0.001 * (trial % 7)))
                .toList();
        var noisy = SelfTest.of(List.of(new SelfTest.Figures(slowerSecond, Scale.RATIO)), 1)
                .getFirst();
        var alarmed = new SelfTests(missing.metric(), missing.question(), missing.median(), Observed.of(noisy));
        assertEquals(ExitCode.INCONCLUSIVE, ExitCode.of(aa(made, made.tests().getFirst(), alarmed)));
    }

    private static Report aa(Aa made, SelfTests... tests) {
        return new Aa(
                made.tool(),
                made.created(),
                made.subject(),
                made.cell(),
                made.outcomes(),
                made.trials(),
                made.seed(),
                made.host(),
                List.of(tests),
                List.of(),
                made.directory(),
                false);
    }

    @Test
    void ofRecordingsTheWorstDecides() {
        assertEquals(ExitCode.OK, ExitCode.of(MadeRecordings.whole()));
        assertEquals(ExitCode.INCONCLUSIVE, ExitCode.of(MadeRecordings.damaged()));
        assertEquals(ExitCode.USAGE, ExitCode.of(MadeRecordings.several()));
    }

    private static Report run(boolean interrupted, Outcome... outcomes) {
        var made = MadeReports.run();
        var cell = MadeReports.cell(Collector.G1);
        var trials = Arrays.stream(outcomes)
                .map(outcome -> MadeReports.trial(cell, 1, outcome))
                .toList();
        return new Report.Run(
                made.tool(),
                made.created(),
                made.subjects(),
                made.design(),
                made.host(),
                trials.isEmpty() ? List.of() : List.of(CellResult.of(cell, trials)),
                List.of(),
                made.findings(),
                made.directory(),
                interrupted);
    }
}
