package io.memcmp.result;

import static io.memcmp.made.MadeReads.noise;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.launch.Outcome;
import io.memcmp.made.MadeReads;
import io.memcmp.made.MadeReads.Made;
import io.memcmp.plan.Collector;
import io.memcmp.plan.UserError;
import io.memcmp.result.Budget.Side;
import io.memcmp.result.CheckedLimit.Status;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class CheckingTest {

    @Test
    void aBudgetHoldsByTheIntervalAndNotByTheMedian() {
        // 1.01 to 1.10 s: the interval of the median is 1.02 to 1.09 s, the median 1.055 s
        var run = run(10, block -> 1 + block / 100.0);
        assertEquals(Status.HOLDS, check(run, max("wall=1.09s")).outcome());
        var open = check(run, max("wall=1.06s"));
        assertEquals(Status.INCONCLUSIVE, open.outcome());
        assertTrue(open.results().getFirst().further() > 0);
        assertEquals(Status.INCONCLUSIVE, check(run, max("wall=1.03s")).outcome());
        assertEquals(Status.BROKEN, check(run, max("wall=1.015s")).outcome());
        assertEquals(Status.HOLDS, check(run, min("wall=1.02s")).outcome());
        assertEquals(Status.INCONCLUSIVE, check(run, min("wall=1.06s")).outcome());
        assertEquals(Status.BROKEN, check(run, min("wall=1.095s")).outcome());
    }

    @Test
    void ofFiveTrialsEachMustHoldAndItIsSaid() {
        var run = run(5, block -> 1 + block / 100.0);
        var holds = check(run, max("wall=1.05s"));
        assertEquals(Status.HOLDS, holds.outcome());
        assertEquals(
                "by each of its 5 trials, too few for an interval",
                holds.results().getFirst().reason());
        assertEquals(Status.INCONCLUSIVE, check(run, max("wall=1.04s")).outcome());
        assertEquals(Status.BROKEN, check(run, max("wall=1s")).outcome());
    }

    @Test
    void fewerTrialsDecideNothingAndItIsSaidHowManyMayDo() {
        for (int blocks = 1; blocks < 5; blocks++) {
            var run = run(blocks, block -> 1 + block / 100.0);
            for (var limit : List.of(max("wall=100s"), max("wall=1ms"))) {
                var open = check(run, limit);
                assertEquals(Status.INCONCLUSIVE, open.outcome());
                assertEquals(5 - blocks, open.results().getFirst().further());
            }
        }
    }

    @Test
    void anAbsentMetricNeverHolds() {
        var run = run(6, MadeReads::noise);
        assertEquals(Status.INCONCLUSIVE, check(run, max("pause.p99=5ms")).outcome());
        var allowed = check(run, new CheckRequest(List.of(max("pause.p99=5ms")), Optional.empty(), 0.03, true, false));
        assertEquals(Status.NOT_CHECKED, allowed.results().getFirst().status());
        assertEquals(Status.INCONCLUSIVE, allowed.outcome());
    }

    @Test
    void aCellThatDidNotCompleteIsBrokenWhateverItsFigures() {
        var json = MadeReads.json(
                1,
                6,
                List.of(
                        new Made(Collector.SERIAL, MadeReads::noise),
                        new Made(Collector.G1, MadeReads::noise, new Outcome.OutOfMemory(Duration.ofSeconds(1)))));
        var checked = check(MadeReads.read("run", json), max("wall=100s"));
        assertEquals(Status.BROKEN, checked.outcome());
        assertEquals(
                List.of(Status.BROKEN, Status.HOLDS),
                checked.results().stream().map(CheckedLimit::status).toList());
        assertEquals("6 of 6 out of memory", checked.results().getFirst().reason());
        assertEquals(
                Status.HOLDS,
                check(MadeReads.read("run", json), max("serial:wall=100s")).outcome());
    }

    @ParameterizedTest
    @CsvSource({"1.2, BROKEN", "0.8, HOLDS", "1.0, HOLDS"})
    void aBaselineIsBrokenByWhatIsWorseBeyondTheMargin(double factor, Status expected) {
        var random = new Random(3);
        var baseline = run(1, 20, _ -> 1 + 0.005 * random.nextGaussian());
        var run = run(2, 20, _ -> factor * (1 + 0.005 * random.nextGaussian()));
        var checked = check(run, new CheckRequest(List.of(), Optional.of(baseline), 0.03, false, false));
        assertEquals(expected, wall(checked).status(), wall(checked)::toString);
    }

    @Test
    void whatTheNoiseHidesIsInconclusiveAndSaysHowManyBlocksItTakes() {
        var random = new Random(4);
        var baseline = run(1, 10, _ -> 1 + 0.2 * random.nextDouble());
        var run = run(2, 10, _ -> 1 + 0.2 * random.nextDouble());
        var checked = check(run, new CheckRequest(List.of(), Optional.of(baseline), 0.03, false, false));
        assertEquals(Status.INCONCLUSIVE, wall(checked).status());
        assertTrue(wall(checked).further() > 10, wall(checked)::toString);
    }

    @Test
    void theBaselineItselfHolds() {
        var run = run(1, 10, MadeReads::noise);
        assertEquals(
                Status.HOLDS,
                check(run, new CheckRequest(List.of(), Optional.of(run), 0.03, false, false))
                        .outcome());
    }

    @Test
    void aCellThatOnlyTheBaselineHasIsNotForgotten() {
        var baseline = MadeReads.read(
                "main",
                MadeReads.json(
                        1,
                        10,
                        List.of(new Made(Collector.G1, MadeReads::noise), new Made(Collector.ZGC, MadeReads::noise))));
        var checked = check(
                run(2, 10, block -> noise(block + 1)),
                new CheckRequest(List.of(), Optional.of(baseline), 0.2, false, false));
        assertEquals(Status.INCONCLUSIVE, checked.outcome());
        assertTrue(checked.results().stream()
                .anyMatch(result -> result.reason().equals("the baseline has this cell and the report has not")));
    }

    @Test
    void aBudgetForNoCellIsRefused() {
        var refusal = assertThrows(UserError.class, () -> check(run(6, MadeReads::noise), max("zgc:wall=5s")));
        assertEquals("no cell of run is zgc", refusal.getMessage());
        assertEquals("its cells are: linked-list,g1,25,64m,default", refusal.remedy());
    }

    @ParameterizedTest
    @CsvSource({
        "wall=5ms, 5e6",
        "wall=5us, 5e3",
        "wall=5µs, 5e3",
        "wall=1.5s, 1.5e9",
        "wall=2min, 120e9",
        "wall=7ns, 7",
        "live_set=200MiB, 209715200",
        "live_set=200m, 209715200",
        "live_set=1.5GiB, 1610612736",
        "live_set=12B, 12",
        "alloc.rate=1KiB/s, 1024",
        "gc.cpu.share=5%, 0.05",
        "gc.count=40, 40",
        "g1:gc.count=0, 0",
        "heap.used.integral=2GiB*s, 2147483648"
    })
    void anAmountIsReadByItsMetricsUnit(String text, double base) {
        assertEquals(base, max(text).limit(), base * 1e-12);
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "wall",
                "wall=",
                "=5ms",
                "wall=5",
                "wall=5MiB",
                "wall=-5ms",
                "wall=NaN",
                "wall=1e9s",
                "live_set=5ms",
                "gc.count=5%",
                "gc.cpu.share=0.05",
                "alloc.rate=5MiB",
                "pause.p98=5ms",
                "wall=99999999999999999999s",
                ":wall=5:s"
            })
    void whatIsNoBudgetIsRefusedInWords(String text) {
        var refusal = assertThrows(UserError.class, () -> max(text));
        assertTrue(!refusal.remedy().isEmpty());
    }

    @Test
    void aBudgetFileSaysTheSame() {
        assertEquals(
                List.of(
                        max("pause.p99=5ms"),
                        max("gc.count=40"),
                        min("alloc.rate=1MiB/s"),
                        max("g1,64m:live_set=200MiB")),
                BudgetFile.parse("b", """
                        {"comment": "of the team", "max": {"pause.p99": "5ms", "gc.count": 40},
                         "min": {"alloc.rate": "1MiB/s"},
                         "cells": [{"cell": "g1,64m", "max": {"live_set": "200MiB"}}]}"""));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "{}",
                "[]",
                "7",
                "{\"max\": 7}",
                "{\"maxx\": {}}",
                "{\"max\": {\"pause.p99\": 5}}",
                "{\"max\": {\"pause.p98\":" + " \"5ms\"}}",
                "{\"cells\": [{\"cell\": \"\", \"max\": {}}]}",
                "{\"cells\": [{\"cel\": \"g1\"}]}",
                "{\"max\": {\"gc.count\": 1e999}}",
                "{\"max\": {\"wall\": \"5ms\", \"wall\": \"6ms\"}}",
                "{"
            })
    void aBudgetFileThatMayNotMeanWhatItSaysIsRefused(String json) {
        assertThrows(UserError.class, () -> BudgetFile.parse("b", json));
    }

    private static CheckedLimit wall(Checked checked) {
        return checked.results().stream()
                .filter(result -> result.metric().equals(Optional.of(Metrics.WALL)))
                .findFirst()
                .orElseThrow();
    }

    private static Budget max(String text) {
        return Budget.parse(text, Side.MAX);
    }

    private static Budget min(String text) {
        return Budget.parse(text, Side.MIN);
    }

    private static ReadReport run(int blocks, java.util.function.IntToDoubleFunction seconds) {
        return run(1, blocks, seconds);
    }

    private static ReadReport run(long seed, int blocks, java.util.function.IntToDoubleFunction seconds) {
        return MadeReads.read("run", MadeReads.json(seed, blocks, List.of(new Made(Collector.G1, seconds))));
    }

    private static Checked check(ReadReport report, Budget... budgets) {
        return check(report, new CheckRequest(Arrays.asList(budgets), Optional.empty(), 0.03, false, false));
    }

    private static Checked check(ReadReport report, CheckRequest request) {
        return Checking.of(report, request, "0.0", Instant.EPOCH);
    }
}
