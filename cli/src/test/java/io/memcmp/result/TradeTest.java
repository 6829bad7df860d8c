package io.memcmp.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.analysis.Observed;
import io.memcmp.result.Statement.Point;
import io.memcmp.result.Statement.Side;
import io.memcmp.result.Statement.Standing;
import io.memcmp.stats.Comparison;
import io.memcmp.stats.Effect;
import io.memcmp.stats.Interval;
import io.memcmp.stats.Verdict;
import io.memcmp.stats.Verdict.Direction;
import io.memcmp.stats.Verdict.Extent;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Intervals made by hand: what is said must follow from them and from nothing else. */
final class TradeTest {

    private static final double MARGIN = 0.03;
    private static final CellFigures G1 = cell("g1", "completed");
    private static final CellFigures ZGC = cell("zgc", "completed");
    private static final CellFigures SERIAL = cell("serial", "completed");

    private final List<Judgement> judgements = new ArrayList<>();

    @Test
    void theLowestIsBestEvenIfItPaysForIt() {
        held(ZGC, 1.4, 1.6, 1.7, 1.9, 0.02, 0.03, 1.2, 1.4);
        held(SERIAL, 0.9, 1.1, 0.95, 1.1, 0.8, 1.2, 0.9, 1.05);
        var zgc = statements().getFirst();
        assertEquals(ZGC, zgc.cell());
        assertEquals(Standing.BEST, zgc.standing());
        assertEquals(List.of(Metrics.STOP_MAX), lowest(zgc));
        assertEquals(List.of(Metrics.STOP_MAX), on(zgc, Side.BUYS));
        assertEquals(List.of(Metrics.WINDOW, Metrics.WINDOW_CPU, Metrics.PEAK_RESIDENT), on(zgc, Side.PAYS));
        assertEquals(Standing.UNDECIDED, of(SERIAL).standing());
        assertEquals(Standing.REFERENCE, of(G1).standing());
    }

    @Test
    void ofTwoThatAreLowNeitherIsTheLowestWhileTheirIntervalsMeet() {
        held(ZGC, 1, 1, 1, 1, 0.10, 0.20, 1, 1);
        held(SERIAL, 1, 1, 1, 1, 0.19, 0.30, 1, 1);
        assertEquals(List.of(), lowest(of(ZGC)));
        assertEquals(Standing.TRADE, of(ZGC).standing());
        assertEquals(Standing.TRADE, of(SERIAL).standing());
    }

    @Test
    void aCellIsDominatedByOneThatIsLowerSomewhereAndNowhereHigher() {
        held(ZGC, 1.50, 1.60, 1.50, 1.60, 0.50, 0.60, 1.20, 1.30);
        held(SERIAL, 1.20, 1.30, 1.45, 1.50, 0.40, 0.45, 1.10, 1.20);
        var zgc = of(ZGC);
        assertEquals(Standing.DOMINATED, zgc.standing());
        var dominance = zgc.dominance().orElseThrow();
        assertEquals(SERIAL, dominance.by());
        assertEquals(
                List.of(Metrics.WINDOW, Metrics.STOP_MAX),
                dominance.on().stream().map(Statement.Gap::metric).toList(),
                "CPU intervals touch, memory intervals touch");
    }

    @Test
    void itIsNotDominatedWhileItMayBeLowerByMoreThanTheMarginOnOne() {
        held(ZGC, 1.50, 1.60, 1.50, 1.60, 0.50, 0.60, 1.20, 1.30);
        held(SERIAL, 1.20, 1.30, 1.45, 1.56, 0.40, 0.45, 1.10, 1.20);
        assertEquals(Standing.TRADE, of(ZGC).standing(), "1.56 is more than 1.50 by 4 %");
    }

    @Test
    void aDifferenceWithinTheMarginDominatesNobody() {
        held(ZGC, 1.02, 1.02, 1.00, 1.00, 1.00, 1.00, 1.00, 1.00);
        assertEquals(Standing.UNDECIDED, of(ZGC).standing());
        assertEquals(Standing.REFERENCE, of(G1).standing());
    }

    @Test
    void theReferenceCanDominateAndBeDominated() {
        held(ZGC, 1.50, 1.60, 0.99, 1.01, 0.99, 1.01, 0.99, 1.01);
        held(SERIAL, 0.80, 0.90, 0.99, 1.01, 0.99, 1.01, 0.99, 1.01);
        assertEquals(SERIAL, of(G1).dominance().orElseThrow().by());
        assertEquals(Standing.DOMINATED, of(G1).standing());
        assertEquals(G1, of(ZGC).dominance().orElseThrow().by());
        assertEquals(Standing.BEST, of(SERIAL).standing());
    }

    @Test
    void theVerdictOfEqualityCountsThoughTheSimultaneousIntervalIsALittleWider() {
        held(ZGC, 1.50, 1.60, 1, 1, 1, 1, 1, 1);
        judge(ZGC, Metrics.WINDOW_CPU, 0.965, 1.02, new Verdict.Equivalent());
        assertEquals(G1, of(ZGC).dominance().orElseThrow().by());
    }

    @Test
    void whatIsAbsentOnOneMetricDominatesNobodyAndIsDominatedByNobody() {
        held(ZGC, 1.50, 1.60, 1.50, 1.60, 1.50, 1.60, 1, 1);
        judgements.removeIf(
                judgement -> judgement.cell().equals(ZGC) && judgement.metric().equals(Metrics.PEAK_RESIDENT));
        judgements.add(new Judgement(
                Metrics.PEAK_RESIDENT, ZGC, G1, Optional.of(MetricClass.MEMORY), Observed.missing("not told")));
        held(SERIAL, 0.80, 0.90, 0.80, 0.90, 0.80, 0.90, 0.99, 1.01);
        assertEquals(Standing.NO_GAIN, of(ZGC).standing());
        assertEquals(List.of(Metrics.PEAK_RESIDENT), on(of(ZGC), Side.OPEN));
        assertFalse(lowest(of(SERIAL)).contains(Metrics.PEAK_RESIDENT), "where ZGC lies nobody knows");
        assertTrue(lowest(of(SERIAL)).contains(Metrics.WINDOW));
    }

    @Test
    void whatDidNotCompleteIsAFailureAndStandsLast() {
        var full = cell("epsilon", "out_of_memory");
        held(ZGC, 1.4, 1.6, 1.7, 1.9, 0.02, 0.03, 1.2, 1.4);
        for (var metric : List.of(Metrics.WINDOW, Metrics.STOP_MAX)) {
            judgements.add(new Judgement(metric, full, G1, Optional.of(MetricClass.COST), Observed.missing("full")));
        }
        var statements = statements();
        assertEquals(full, statements.getLast().cell());
        assertEquals(Standing.FAILED, statements.getLast().standing());
        assertEquals("2 of 2 out of memory", statements.getLast().endings());
        assertEquals(List.of(Metrics.STOP_MAX), lowest(of(ZGC)), "it does not keep others from being the lowest");
    }

    @Test
    void whereTheReferenceFailedNobodyIsWeighed() {
        var failed = cell("g1", "out_of_memory");
        for (var metric : List.of(Metrics.WINDOW, Metrics.STOP_MAX)) {
            judgements.add(new Judgement(metric, ZGC, failed, Optional.of(MetricClass.COST), Observed.missing("full")));
        }
        var statements = statements();
        assertEquals(
                List.of(Standing.UNDECIDED, Standing.FAILED),
                statements.stream().map(Statement::standing).toList());
        assertEquals(List.of(), statements.getFirst().weighed());
    }

    @Test
    void ofTooFewTrialsNothingIsSaid() {
        for (var metric : List.of(Metrics.WINDOW, Metrics.STOP_MAX)) {
            judge(ZGC, metric, Double.NEGATIVE_INFINITY, Double.POSITIVE_INFINITY, new Verdict.TooFew(8));
        }
        assertEquals(List.of(), statements());
    }

    @Test
    void whereTooFewTrialsAreKnownOfACellItIsPlacedNowhere() {
        held(ZGC, 0.5, 0.6, 1, 1, 1, 1, 1, 1);
        held(SERIAL, 0.8, 0.9, 1, 1, 1, 1, 1, 1);
        judge(SERIAL, Metrics.WINDOW, 2, 2, new Verdict.TooFew(8));
        assertEquals(List.of(), lowest(of(ZGC)), "where SERIAL lies nobody knows, though both its trials agree");
        assertTrue(of(SERIAL).dominance().isEmpty());
    }

    @Test
    void groupsAreWeighedApart() {
        var other = cell("g1 elsewhere", "completed");
        var beside = cell("zgc elsewhere", "completed");
        held(ZGC, 0.5, 0.6, 1, 1, 1, 1, 1, 1);
        var first = List.copyOf(judgements);
        first.forEach(judgement -> judgements.add(
                new Judgement(judgement.metric(), beside, other, judgement.judged(), judgement.comparison())));
        assertEquals(
                List.of(G1, G1, other, other),
                statements().stream().map(Statement::reference).toList());
    }

    private List<Statement> statements() {
        return Trade.of(judgements, true, MARGIN);
    }

    private Statement of(CellFigures cell) {
        return statements().stream()
                .filter(statement -> statement.cell().equals(cell))
                .findFirst()
                .orElseThrow();
    }

    private static List<Metric> lowest(Statement statement) {
        return statement.points().stream()
                .filter(Point::lowest)
                .map(Point::metric)
                .toList();
    }

    private static List<Metric> on(Statement statement, Side side) {
        return statement.on(side).stream().map(Point::metric).toList();
    }

    /** The ends of four intervals: window, CPU, longest stop, resident set. */
    private void held(CellFigures cell, double... ends) {
        var metrics = List.of(Metrics.WINDOW, Metrics.WINDOW_CPU, Metrics.STOP_MAX, Metrics.PEAK_RESIDENT);
        for (int i = 0; i < metrics.size(); i++) {
            judge(cell, metrics.get(i), ends[2 * i], ends[2 * i + 1], verdict(ends[2 * i], ends[2 * i + 1]));
        }
    }

    private static Verdict verdict(double low, double high) {
        if (low >= 1 / (1 + MARGIN) && high <= 1 + MARGIN) {
            return new Verdict.Equivalent();
        }
        if (low > 1) {
            return new Verdict.Differs(
                    Direction.HIGHER, low > 1 + MARGIN ? Extent.BEYOND_MARGIN : Extent.PERHAPS_NEGLIGIBLE);
        }
        return high < 1
                ? new Verdict.Differs(
                        Direction.LOWER, high < 1 / (1 + MARGIN) ? Extent.BEYOND_MARGIN : Extent.PERHAPS_NEGLIGIBLE)
                : new Verdict.NotShown(0.1);
    }

    private void judge(CellFigures cell, Metric metric, double low, double high, Verdict verdict) {
        judgements.removeIf(
                judgement -> judgement.cell().equals(cell) && judgement.metric().equals(metric));
        var interval = new Interval(low, high, 0.99);
        var effect = new Effect.Ratio(Math.sqrt(Math.abs(low * high)), interval, interval);
        var comparison = new Comparison(effect, 10, 10, 0.01, 0.02, 0.1, 0.1, verdict);
        judgements.add(new Judgement(metric, cell, G1, Optional.of(MetricClass.COST), Observed.of(comparison)));
    }

    private static CellFigures cell(String collector, String outcome) {
        var key = new CellKey(
                "list", collector, 25, "25", Optional.empty(), Optional.empty(), "default", "default", List.of());
        return new CellFigures(
                key,
                List.of(new TrialFigures(1, outcome, false, Map.of()), new TrialFigures(2, outcome, false, Map.of())));
    }
}
