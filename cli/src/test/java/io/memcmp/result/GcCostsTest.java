package io.memcmp.result;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertInstanceOf;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.analysis.Observed;
import io.memcmp.analysis.Reading;
import io.memcmp.plan.Bytes;
import io.memcmp.result.GcCost.Bound;
import io.memcmp.result.GcCost.Resource;
import io.memcmp.result.GcCost.Sweep;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

class GcCostsTest {
    private static final long SEED = 42;

    private static CellKey key(String collector, String version) {
        return new CellKey(
                "h2",
                collector,
                25,
                version,
                Optional.of(Bytes.ofMiB(64)),
                Optional.empty(),
                "default",
                "default",
                List.of());
    }

    private static TrialFigures trial(int block, String outcome, Map<Metric, Reading> readings) {
        var byId = new HashMap<String, Reading>();
        readings.forEach((metric, reading) -> byId.put(metric.id(), reading));
        return new TrialFigures(block, outcome, false, byId);
    }

    /** One trial of a bundled workload: wall and CPU are the same here, and so is what collection took of them. */
    private static TrialFigures windowed(int block, double total, Reading explicit) {
        return trial(
                block,
                "completed",
                Map.of(
                        Metrics.WINDOW, Reading.of(total),
                        Metrics.WINDOW_CPU, Reading.of(total),
                        Metrics.WALL, Reading.of(10 * total),
                        Metrics.CPU, Reading.of(10 * total),
                        Metrics.STOP_GC_AT_SAFEPOINT, explicit,
                        Metrics.GC_CPU, explicit));
    }

    private static CellFigures cell(String collector, double total, double explicit) {
        return new CellFigures(key(collector, "25"), List.of(windowed(1, total, Reading.of(explicit))));
    }

    private static Sweep sweep(Resource resource, CellFigures... cells) {
        return GcCosts.of(List.of(cells), SEED).sweeps().stream()
                .filter(sweep -> sweep.resource() == resource)
                .findFirst()
                .orElseThrow();
    }

    private static Bound bound(Sweep sweep, int line) {
        return sweep.lines().get(line).bound().present().orElseThrow();
    }

    @Test
    void thePublishedExampleComesOutAsPublished() {
        for (var resource : Resource.values()) {
            var sweep = sweep(
                    resource, cell("serial", 108.33, 4.46), cell("parallel", 108.12, 2.75), cell("zgc", 218.72, 0.03));
            var minimum = sweep.minimum().present().orElseThrow();
            assertEquals("serial", minimum.cell().collector());
            assertEquals(103.87, minimum.nanos(), 1e-9);
            assertEquals(
                    List.of("1.043", "1.041", "2.106"),
                    IntStream.range(0, 3)
                            .mapToObj(
                                    line -> "%.3f".formatted(bound(sweep, line).ratio()))
                            .toList());
            assertEquals(Reading.of(0.03), bound(sweep, 2).subtracted());
        }
    }

    @Test
    void ofAWindowTheWindowCountsAndOfAProgramTheProcess() {
        var window = sweep(Resource.CPU, cell("serial", 100, 1), cell("g1", 110, 1));
        assertEquals("window.cpu", window.total().id());
        var process = sweep(Resource.CPU, program("serial", 100), program("g1", 110));
        assertEquals("cpu", process.total().id());
        assertEquals(1.1, bound(process, 1).ratio(), 1e-12);
        assertTrue(String.join("", process.warnings()).contains("of the JVM that was recorded"), process::toString);
    }

    private static CellFigures program(String collector, double total) {
        var readings = Map.of(
                Metrics.WALL, Reading.of(total),
                Metrics.CPU, Reading.of(total),
                Metrics.GC_CPU, Reading.absent("not to be had on this system"),
                Metrics.STOP_GC_AT_SAFEPOINT, Reading.of(0));
        return new CellFigures(key(collector, "25"), List.of(trial(1, "completed", readings)));
    }

    @Test
    void whereThreadsAreNotToldNothingIsSubtractedAndTheBoundIsCalledWeak() {
        var sweep = sweep(Resource.CPU, program("serial", 100), program("g1", 110));
        assertInstanceOf(Reading.Absent.class, bound(sweep, 0).subtracted());
        assertTrue(String.join("", sweep.warnings()).contains("weak: of 2 of 2 cells nothing could be subtracted"));
    }

    @Test
    void whoRanOutOfMemoryHasNoBoundAndIsNotTheMinimum() {
        var dead = new CellFigures(
                key("zgc", "25"),
                List.of(
                        trial(1, "out_of_memory", Map.of(Metrics.WINDOW, Reading.of(1))),
                        trial(2, "out_of_memory", Map.of(Metrics.WINDOW, Reading.of(1)))));
        var sweep = sweep(Resource.WALL, cell("serial", 100, 1), cell("g1", 110, 1), dead);
        assertEquals(
                Observed.missing("2 out of memory"), sweep.lines().getLast().bound());
        assertEquals(99, sweep.minimum().present().orElseThrow().nanos(), 1e-9);
    }

    @Test
    void epsilonIsOneMoreCandidateAndNothingOfItIsCollection() {
        var sweep = sweep(Resource.CPU, cell("serial", 100, 5), cell("epsilon", 80, 7));
        assertEquals(80, sweep.minimum().present().orElseThrow().nanos(), 1e-9);
        assertEquals(Reading.of(0), bound(sweep, 1).subtracted());
        assertEquals(1.25, bound(sweep, 0).ratio(), 1e-12);
    }

    @Test
    void whatRanOnAnotherJdkIsNotHeldAgainstThis() {
        var old = new CellFigures(key("serial", "17"), List.of(windowed(1, 300, Reading.of(1))));
        var oldToo = new CellFigures(key("g1", "17"), List.of(windowed(1, 330, Reading.of(1))));
        var sweeps = GcCosts.of(List.of(cell("serial", 100, 1), old, cell("g1", 110, 1), oldToo), SEED)
                .sweeps();
        assertEquals(4, sweeps.size());
        assertEquals(299, sweeps.getLast().minimum().present().orElseThrow().nanos(), 1e-9);
    }

    @Test
    void aCellAloneHasNothingToBeHeldAgainst() {
        var sweep = sweep(Resource.WALL, cell("serial", 100, 1));
        assertInstanceOf(Observed.Missing.class, sweep.minimum());
        assertInstanceOf(Observed.Missing.class, sweep.lines().getFirst().bound());
    }

    @Test
    void withoutACollectorThatWorksInStopsTheWallBoundIsCalledWeak() {
        var concurrent = sweep(Resource.WALL, cell("zgc", 100, 1), cell("shenandoah", 110, 1));
        assertTrue(String.join("", concurrent.warnings()).contains("weak: none of the collectors works in stops"));
        var mixed = sweep(Resource.WALL, cell("zgc", 100, 1), cell("serial", 110, 1));
        assertFalse(String.join("", mixed.warnings()).contains("weak"));
    }

    @Test
    void onlyBlocksThatAllCellsHaveCount() {
        var one = new CellFigures(
                key("serial", "25"),
                List.of(
                        windowed(1, 100, Reading.of(0)),
                        windowed(2, 100, Reading.of(0)),
                        windowed(3, 900, Reading.of(0))));
        var other = new CellFigures(
                key("g1", "25"), List.of(windowed(1, 120, Reading.of(0)), windowed(2, 120, Reading.of(0))));
        var sweep = sweep(Resource.WALL, one, other);
        assertEquals(2, bound(sweep, 0).trials());
        assertEquals(1, bound(sweep, 0).ratio(), 1e-12);
        assertEquals(1.2, bound(sweep, 1).ratio(), 1e-12);
    }
}
