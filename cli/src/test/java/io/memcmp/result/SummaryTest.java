package io.memcmp.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.analysis.Reading;
import io.memcmp.launch.Outcome;
import io.memcmp.made.MadeReports;
import io.memcmp.plan.Collector;
import java.time.Duration;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import org.junit.jupiter.api.Test;

final class SummaryTest {

    private static final Outcome COMPLETED = new Outcome.Completed(0);
    private static final Outcome FULL = new Outcome.OutOfMemory(Duration.ofSeconds(1));

    @Test
    void aFigureThatEveryTrialHasIsASample() {
        var summary = Summary.of(List.of(Reading.of(3), Reading.of(1), Reading.of(2)));
        assertEquals(2, assertInstanceOf(Summary.Of.class, summary).sample().median());
    }

    @Test
    void aFigureThatOneTrialLacksIsAbsentAndNotTheMedianOfTheOthers() {
        var summary = Summary.of(List.of(Reading.of(3), Reading.absent("it was late"), Reading.absent("it rained")));
        assertEquals(new Summary.Absent("absent in 2 of 3 trials: it was late"), summary);
    }

    @Test
    void aFigureThatNoTrialHasIsAbsentForTheFirstReason() {
        assertEquals(
                new Summary.Absent("it was late"),
                Summary.of(List.of(Reading.absent("it was late"), Reading.absent("it rained"))));
        assertEquals(new Summary.Absent("no trial was run"), Summary.of(List.of()));
    }

    @Test
    void trialsThatEndedDifferentlyHaveNoFigureInCommon() {
        var cell = cell(COMPLETED, FULL, COMPLETED);
        assertEquals("2 completed, 1 out of memory", cell.outcomes());
        assertFalse(cell.completed());
        assertEquals(
                new Summary.Absent("trials ended differently: 2 completed, 1 out of memory"),
                cell.summary(Metrics.WALL));
        assertInstanceOf(Summary.Of.class, cell(FULL, FULL).summary(Metrics.WALL));
        assertTrue(cell(COMPLETED, COMPLETED).completed());
    }

    @Test
    void aTrialThatTheUserInterruptedDoesNotTakeTheFinishedOnesWithIt() {
        var cell = cell(COMPLETED, COMPLETED, new Outcome.Interrupted());
        var summary = assertInstanceOf(Summary.Of.class, cell.summary(Metrics.WALL));
        assertEquals(2, summary.sample().size());
        assertEquals("2 completed, 1 interrupted", cell.outcomes());
        assertEquals(
                new Summary.Absent("no trial that counts was finished"),
                cell(new Outcome.Interrupted()).summary(Metrics.WALL));
    }

    @Test
    void everyMetricIsFoundUnderItsOwnName() {
        assertEquals(Metrics.ALL.size(), new HashSet<>(Metrics.ids()).size());
        Metrics.ALL.forEach(metric -> assertEquals(metric, Metrics.parse(metric.id())));
    }

    private static CellResult cell(Outcome... outcomes) {
        var cell = MadeReports.cell(Collector.G1);
        return CellResult.of(
                cell,
                Arrays.stream(outcomes)
                        .map(outcome -> MadeReports.trial(cell, 1, outcome))
                        .toList());
    }
}
