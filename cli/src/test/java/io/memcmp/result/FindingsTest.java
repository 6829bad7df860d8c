package io.memcmp.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.analysis.Observed;
import io.memcmp.launch.Outcome;
import io.memcmp.made.MadeComparisons;
import io.memcmp.made.MadeReports;
import io.memcmp.plan.Collector;
import io.memcmp.plan.Judging;
import io.memcmp.plan.Skipped;
import io.memcmp.stats.Comparison;
import io.memcmp.stats.Effect;
import io.memcmp.stats.Verdict;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

final class FindingsTest {

    @Test
    void everyCellIsHeldAgainstTheOneThatDiffersInTheCollectorAlone() {
        var run = MadeComparisons.wide();
        var findings = run.findings();
        assertEquals("g1", findings.reference().orElseThrow().value());
        assertEquals(12 * Metrics.ALL.size(), findings.judgements().size(), "six collectors at two heaps");
        for (var judgement : findings.judgements()) {
            assertEquals("g1", judgement.reference().key().collector());
            assertEquals(
                    judgement.cell().key().heap(), judgement.reference().key().heap());
        }
    }

    @Test
    void whatWasMadeSlowerIsFoundSlowerAndWhatWasMadeEqualIsFoundEqual() {
        var findings = MadeComparisons.compared().findings();
        var zgc = comparison(findings, "zgc", Metrics.WINDOW);
        var ratio = (Effect.Ratio) zgc.effect();
        assertTrue(ratio.simultaneous().contains(1.55), ratio.toString());
        assertEquals(new Verdict.Differs(Verdict.Direction.HIGHER, Verdict.Extent.BEYOND_MARGIN), zgc.verdict());
        assertEquals(
                new Verdict.Equivalent(),
                comparison(findings, "parallel", Metrics.WINDOW).verdict());
        assertTrue(comparison(findings, "serial", Metrics.WINDOW).verdict() instanceof Verdict.NotShown);
    }

    @Test
    void whatRanOutOfMemoryHasNoRatioButItsEnding() {
        for (var judgement : MadeComparisons.compared().findings().judgements()) {
            if (judgement.cell().key().collector().equals("epsilon")) {
                assertEquals(Observed.missing("3 of 10 out of memory"), judgement.comparison());
            }
        }
    }

    @Test
    void wholeCellsThatRanOutOfMemoryAreNoMoreComparedThanParts() {
        var g1 = cell(Collector.G1, new Outcome.Completed(0));
        var epsilon = cell(Collector.EPSILON, new Outcome.OutOfMemory(Duration.ofSeconds(1)));
        var findings = Findings.of(List.of(g1, epsilon), List.of(), Judging.DEFAULT, false);
        var wall = findings.judgements().stream()
                .filter(judgement -> judgement.metric().equals(Metrics.WALL))
                .findFirst()
                .orElseThrow();
        assertEquals(Observed.missing("2 of 2 out of memory"), wall.comparison());
    }

    @Test
    void ofARunThatTheMachineDisturbedThereAreNumbersAndNoVerdicts() {
        var run = MadeComparisons.compared();
        var quiet = run.conduct();
        var noisy = new Conduct(quiet.origin(), quiet.blocks(), 12, 5, true, 0, quiet.drift(), quiet.warnings());
        var findings = new Report.Run(
                        run.tool(),
                        run.created(),
                        run.subjects(),
                        run.design(),
                        run.host(),
                        run.cells(),
                        run.skipped(),
                        Findings.NONE,
                        run.directory(),
                        false,
                        noisy)
                .judged()
                .findings();
        assertTrue(run.findings().conclusive());
        assertFalse(findings.conclusive());
        assertEquals(List.of(), findings.conclusion());
        assertEquals(
                comparison(run.findings(), "zgc", Metrics.WINDOW).effect(),
                comparison(findings, "zgc", Metrics.WINDOW).effect());
    }

    @Test
    void aCellWhoseOppositeWasSkippedSaysSo() {
        var alone = MadeComparisons.hostile().findings().alone();
        assertEquals(1, alone.size());
        assertEquals("128m", alone.getFirst().cell().heap().label());
        assertTrue(alone.getFirst().reason().startsWith("g1 was skipped: no such option"));
    }

    @Test
    void oneTrialOfEachCellIsToldToBeNoEvidence() {
        var cells = List.of(
                cell(Collector.G1, new Outcome.Completed(0), 1), cell(Collector.ZGC, new Outcome.Completed(0), 1));
        var findings = Findings.of(cells, List.of(), Judging.DEFAULT, false);
        assertFalse(findings.conclusive());
        assertEquals(List.of(), findings.conclusion());
        assertEquals(
                List.of(
                        "one trial of each cell: what differs may be chance, and no verdict can be given at 95 %; it takes at"
                                + " least --repeat 7"),
                findings.warnings());
    }

    @Test
    void oneCellIsHeldAgainstNothing() {
        var findings = Findings.of(
                List.of(cell(Collector.G1, new Outcome.Completed(0))),
                List.of(new Skipped(MadeReports.cell(Collector.ZGC), "not here")),
                Judging.DEFAULT,
                false);
        assertEquals(Optional.empty(), findings.reference());
        assertEquals(
                List.of("one cell: there is nothing to hold it against, so nothing can be concluded"),
                findings.warnings());
    }

    @Test
    void everyStatementOfAConclusionHasItsNumbers() {
        var findings = MadeComparisons.wide().findings();
        assertEquals(14, findings.conclusion().size());
        for (var statement : findings.conclusion()) {
            for (var point : statement.points()) {
                boolean says = point.side() == Statement.Side.BUYS || point.side() == Statement.Side.PAYS;
                assertTrue(!says || point.effect().isPresent(), statement.toString());
            }
            statement
                    .dominance()
                    .ifPresent(dominance -> assertFalse(dominance.on().isEmpty()));
        }
    }

    @Test
    void meansAreOverTheWorkloadsThatEverythingComparedCompletes() {
        var over = MadeComparisons.workloads().findings().overWorkloads();
        assertEquals(List.of("linked-list", "cache-leak"), over.workloads());
        assertEquals(
                List.of(
                        new OverWorkloads.Excluded("epsilon", "completes none of the workloads"),
                        new OverWorkloads.Excluded("oom", "serial: 3 of 10 out of memory")),
                over.excluded());
        assertEquals(12, over.means().size(), "six metrics of serial and zgc");
        var zgc = over.means().stream()
                .filter(mean -> mean.metric().equals(Metrics.WINDOW)
                        && mean.cells().getFirst().collector() == Collector.ZGC)
                .findFirst()
                .flatMap(mean -> mean.comparison().present())
                .orElseThrow();
        var mean = (Effect.Ratio) zgc.effect();
        assertTrue(mean.simultaneous().contains(1.55), mean.toString());
    }

    @Test
    void ofOneWorkloadThereIsNoMean() {
        assertEquals(OverWorkloads.NONE, MadeComparisons.compared().findings().overWorkloads());
    }

    private static Comparison comparison(Findings findings, String collector, Metric metric) {
        return findings.judgements().stream()
                .filter(judgement -> judgement.metric().equals(metric)
                        && judgement.cell().key().collector().equals(collector))
                .findFirst()
                .flatMap(judgement -> judgement.comparison().present())
                .orElseThrow();
    }

    private static CellResult cell(Collector collector, Outcome outcome) {
        return cell(collector, outcome, 2);
    }

    private static CellResult cell(Collector collector, Outcome outcome, int blocks) {
        var cell = MadeReports.cell(collector);
        return CellResult.of(
                cell,
                IntStream.rangeClosed(1, blocks)
                        .mapToObj(block -> MadeReports.trial(cell, block, outcome))
                        .toList());
    }
}
