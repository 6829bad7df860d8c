package io.memcmp.result;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.memcmp.analysis.Reading;
import io.memcmp.made.MadeReads;
import io.memcmp.made.MadeReads.Made;
import io.memcmp.plan.Collector;
import io.memcmp.result.Budget.Side;
import io.memcmp.result.CheckedLimit.Status;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

final class AbsentLimitTest {
    private static final Map<String, Reading> FEW =
            Map.of("pause.count", Reading.of(20), "pause.max", Reading.of(3e6), "pause.p99", absent());

    @Test
    void aPercentileOfTooFewIsBoundedByTheLongest() {
        assertEquals(Status.HOLDS, status("pause.p99=5ms", FEW));
        assertEquals(Status.INCONCLUSIVE, status("pause.p99=2ms", FEW));
    }

    @Test
    void whereThereIsNoneNoneIsTooLong() {
        var none = Map.of("pause.count", Reading.of(0), "pause.max", absent(), "pause.p99", absent());
        assertEquals(Status.HOLDS, status("pause.max=1ms", none));
        assertEquals(Status.HOLDS, status("pause.p99=1ms", none));
    }

    @Test
    void whatNobodyRecordedIsOpenInBothDirections() {
        assertEquals(Status.INCONCLUSIVE, status("pause.max=1ms", Map.of()));
        assertEquals(Status.INCONCLUSIVE, status("live_set=1GiB", Map.of()));
        assertEquals(Status.INCONCLUSIVE, verdict(Budget.parse("pause.p99=1ms", Side.MIN), FEW, false));
    }

    @Test
    void nothingHoldsOfARunThatTheMachineDisturbed() {
        var long1 = Map.of("pause.count", Reading.of(20), "pause.max", Reading.of(3e6));
        assertEquals(Status.HOLDS, verdict(Budget.parse("pause.max=5ms", Side.MAX), long1, false));
        assertEquals(Status.INCONCLUSIVE, verdict(Budget.parse("pause.max=5ms", Side.MAX), long1, true));
        assertEquals(Status.INCONCLUSIVE, verdict(Budget.parse("pause.max=1ms", Side.MAX), long1, true));
    }

    private static Reading absent() {
        return Reading.absent("it takes more");
    }

    private static Status status(String budget, Map<String, Reading> readings) {
        return verdict(Budget.parse(budget, Side.MAX), readings, false);
    }

    private static Status verdict(Budget budget, Map<String, Reading> readings, boolean noisy) {
        var made = MadeReads.read("run", MadeReads.json(1, 8, List.of(new Made(Collector.G1, MadeReads::noise))));
        var cell = made.cells().getFirst();
        var trials = cell.figures().trials().stream()
                .map(trial -> {
                    var all = new HashMap<>(trial.readings());
                    all.putAll(readings);
                    return new TrialFigures(trial.block(), trial.outcome(), trial.incomplete(), all);
                })
                .toList();
        var report = new ReadReport(
                made.name(),
                made.label(),
                made.kind(),
                made.tool(),
                made.created(),
                made.identity(),
                made.host(),
                made.settings(),
                made.blocks(),
                noisy,
                List.of(new ReadCell(new CellFigures(cell.key(), trials), cell.work(), 0)),
                List.of(),
                List.of());
        var request = new CheckRequest(List.of(budget), Optional.empty(), 0.03, false, false);
        return Checking.of(report, request, "0.0", Instant.EPOCH)
                .results()
                .getFirst()
                .status();
    }
}
