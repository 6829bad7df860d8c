package io.memcmp.result;

import static io.memcmp.made.MadeReads.noise;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.analysis.Observed;
import io.memcmp.made.MadeReads;
import io.memcmp.made.MadeReads.Made;
import io.memcmp.plan.Collector;
import io.memcmp.plan.UserError;
import io.memcmp.stats.Comparison;
import io.memcmp.stats.Effect;
import io.memcmp.stats.Verdict;
import io.memcmp.stats.Verdict.Direction;
import io.memcmp.stats.Verdict.Extent;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class ComparingTest {
    private static final Pivot USUAL = Pivot.of(List.of(), List.of(), List.of());
    private static final Pivot BY_COLLECTOR = Pivot.of(List.of(), List.of(PivotAxis.COLLECTOR), List.of());

    @ParameterizedTest
    @ValueSource(ints = {1, 6, 10})
    void aRunAgainstItselfShowsNoDifferenceAnywhere(int blocks) {
        var random = new Random(blocks);
        var json = MadeReads.json(
                1,
                blocks,
                List.of(
                        new Made(Collector.SERIAL, _ -> 1 + random.nextDouble()),
                        new Made(Collector.G1, _ -> 2 + random.nextDouble())));
        var compared = compare(USUAL, Metrics.ALL, read("a", json), read("b", json));
        var comparisons = comparisons(compared);
        assertTrue(comparisons.size() >= 6, () -> comparisons.toString());
        for (var comparison : comparisons) {
            assertFalse(comparison.verdict() instanceof Verdict.Differs, comparison::toString);
            assertEquals(1, comparison.adjustedP());
            assertEquals(0, distance(comparison.effect()));
        }
        assertTrue(compared.warnings().getFirst().startsWith("a and b are the same measurement"));
    }

    @ParameterizedTest
    @ValueSource(doubles = {0.5, 0.8, 1.02, 1.07, 1.5, 3})
    void theChangeThatWasPutInLiesInsideTheInterval(double factor) {
        var random = new Random(11);
        var before = MadeReads.json(1, 10, List.of(new Made(Collector.G1, _ -> 1 + 0.02 * random.nextGaussian())));
        var after = MadeReads.json(
                2, 10, List.of(new Made(Collector.G1, _ -> factor * (1 + 0.02 * random.nextGaussian()))));
        var wall = comparison(compare(USUAL, List.of(Metrics.WALL), read("a", before), read("b", after)));
        var ratio = (Effect.Ratio) wall.effect();
        assertTrue(ratio.simultaneous().contains(factor), wall::toString);
        if (Math.abs(Math.log(factor)) > 0.06) {
            assertEquals(
                    new Verdict.Differs(factor > 1 ? Direction.HIGHER : Direction.LOWER, Extent.BEYOND_MARGIN),
                    wall.verdict());
        }
    }

    @Test
    void trialsOfOneRunArePairedAndThoseOfTwoAreNot() {
        var random = new Random(5);
        var blocks = random.doubles(20, 1, 3).toArray();
        var cells = List.of(
                new Made(Collector.G1, block -> blocks[block]), new Made(Collector.ZGC, block -> 1.1 * blocks[block]));
        var inside = comparison(compare(BY_COLLECTOR, List.of(Metrics.WALL), read("a", MadeReads.json(1, 12, cells))));
        assertEquals(new Verdict.Differs(Direction.HIGHER, Extent.BEYOND_MARGIN), inside.verdict());
        var apart = comparison(compare(
                BY_COLLECTOR,
                List.of(Metrics.WALL),
                read("a", MadeReads.json(1, 12, cells.subList(0, 1))),
                read("a", MadeReads.json(2, 12, cells.subList(1, 2)))));
        assertTrue(apart.verdict() instanceof Verdict.NotShown, apart::toString);
    }

    @Test
    void whatHasNoOppositeIsListedAndShown() {
        var compared = MadeReads.compared();
        assertTrue(compared.unmatched().contains("not in after: parallel"), compared.unmatched()::toString);
        assertTrue(compared.unmatched().contains("only in after: epsilon"), compared.unmatched()::toString);
        assertTrue(compared.unmatched().stream().anyMatch(text -> text.startsWith("skipped in before: ")));
        assertEquals(5, compared.tables().getFirst().rows().size());
    }

    @Test
    void aCellThatRanOutOfMemoryHasNoRatio() {
        var missing = MadeReads.compared().tables().getFirst().rows().stream()
                .flatMap(row -> row.cells().get(1).stream())
                .flatMap(cell -> cell.judgement().stream())
                .filter(judgement -> judgement.cell().key().collector().equals("zgc"))
                .findFirst()
                .orElseThrow();
        assertEquals(Observed.missing("10 of 10 out of memory"), missing.comparison());
    }

    @Test
    void theFamilyIsAllCellsWhateverIsShown() {
        var few = comparisons(compare(USUAL, List.of(Metrics.WALL), reads()));
        var all = comparisons(compare(USUAL, Metrics.ALL, reads()));
        assertTrue(all.containsAll(few));
    }

    @Test
    void ofThreeEachIsHeldAgainstTheFirstOrTheOneThatIsNamed() {
        var cells = List.of(new Made(Collector.G1, MadeThree::steady));
        var reports = List.of(
                read("a", MadeReads.json(1, 10, cells)),
                read("b", MadeReads.json(2, 10, cells)),
                read("c", MadeReads.json(3, 10, cells)));
        assertEquals(List.of("a", "b", "c"), request(reports, Optional.empty()).columns());
        var other = request(reports, Optional.of("c"));
        assertEquals(List.of("c", "a", "b"), other.columns());
        assertEquals(2, comparisons(other).size());
        assertThrows(UserError.class, () -> request(reports, Optional.of("d")));
    }

    @Test
    void anotherMachineIsRefusedUnlessTheUserInsists() {
        var cells = List.of(new Made(Collector.G1, MadeThree::steady));
        var here = read("a", MadeReads.json(1, 10, cells));
        var there = read("b", MadeReads.json(2, 10, cells).replace("Some Processor", "Other Processor"));
        var refusal = assertThrows(UserError.class, () -> compare(USUAL, List.of(), here, there));
        assertEquals(
                "a and b were measured on different machines: processor Some Processor against Other Processor",
                refusal.getMessage());
        assertTrue(refusal.remedy().contains("--anyway"));
        var insisted = Comparing.of(
                List.of(here, there),
                new CompareRequest(USUAL, Optional.empty(), List.of(), 0.03, true),
                "0.0",
                Instant.EPOCH);
        assertEquals(refusal.getMessage(), insisted.warnings().getFirst());
    }

    @Test
    void otherBuildsOptionsAndParametersAreTold() {
        var cells = List.of(new Made(Collector.G1, MadeThree::steady));
        var later = MadeReads.json(2, 10, cells)
                .replace("25.0.3+9-LTS", "25.0.4+1-LTS")
                .replace("\"nodes\" : \"1000\"", "\"nodes\" : \"1500\"")
                .replace("\"-XX:+UseG1GC\"", "\"-XX:+UseG1GC\", \"-XX:+AlwaysPreTouch\"")
                .replace("\"tool_version\" : \"0.0\"", "\"tool_version\" : \"0.9\"");
        var warnings = compare(USUAL, List.of(), read("a", MadeReads.json(1, 10, cells)), read("b", later))
                .warnings();
        for (var told : List.of(
                "different JDK: 25.0.3+9-LTS in a, 25.0.4+1-LTS in b",
                "different work: linked-list nodes=1000 in a, linked-list nodes=1500 in b",
                "different options: none in a, -XX:+AlwaysPreTouch in b",
                "different memcmp: 0.0 in a, 0.9 in b")) {
            assertTrue(warnings.contains(told), warnings::toString);
        }
    }

    @Test
    void whatHasNothingInCommonIsRefused() {
        var one = read("a", MadeReads.json(1, 6, List.of(new Made(Collector.G1, MadeThree::steady))));
        var other = read("b", MadeReads.json(2, 6, List.of(new Made(Collector.ZGC, MadeThree::steady))));
        assertTrue(assertThrows(UserError.class, () -> compare(USUAL, List.of(), one, other))
                .remedy()
                .contains("--ignore"));
        var ignoring = Pivot.of(List.of(), List.of(), List.of(PivotAxis.COLLECTOR));
        assertEquals(
                1,
                comparisons(compare(ignoring, List.of(Metrics.WALL), one, other))
                        .size());
        assertThrows(UserError.class, () -> compare(USUAL, List.of(), one));
        assertThrows(UserError.class, () -> Pivot.of(List.of(), List.of(PivotAxis.METRIC), List.of()));
        assertThrows(UserError.class, () -> Pivot.of(List.of(PivotAxis.JDK), List.of(PivotAxis.JDK), List.of()));
        assertThrows(UserError.class, () -> compare(ignoring, List.of(), reads()));
    }

    @Test
    void rowsMayBeMetrics() {
        var pivot = Pivot.of(List.of(PivotAxis.METRIC), List.of(), List.of());
        var compared = compare(pivot, List.of(Metrics.WALL, Metrics.CPU), reads());
        assertEquals(5, compared.tables().size());
        assertEquals(
                List.of("wall", "cpu"),
                compared.tables().getFirst().rows().stream()
                        .map(row -> row.axes().get(PivotAxis.METRIC))
                        .toList());
    }

    /** A figure for each block. */
    private static final class MadeThree {
        static double steady(int block) {
            return noise(block);
        }
    }

    private static ReadReport[] reads() {
        return MadeReads.compared().reports().toArray(ReadReport[]::new);
    }

    private static ReadReport read(String label, String json) {
        return MadeReads.read(label, json);
    }

    private static Report.Compared request(List<ReadReport> reports, Optional<String> reference) {
        return Comparing.of(
                reports,
                new CompareRequest(USUAL, reference, List.of(Metrics.WALL), 0.03, false),
                "0.0",
                Instant.EPOCH);
    }

    private static Report.Compared compare(Pivot pivot, List<Metric> metrics, ReadReport... reports) {
        return Comparing.of(
                List.of(reports),
                new CompareRequest(pivot, Optional.empty(), metrics, 0.03, false),
                "0.0",
                Instant.EPOCH);
    }

    private static Comparison comparison(Report.Compared compared) {
        var all = comparisons(compared);
        assertEquals(1, all.size());
        return all.getFirst();
    }

    private static List<Comparison> comparisons(Report.Compared compared) {
        return compared.tables().stream()
                .flatMap(table -> table.rows().stream())
                .flatMap(row -> row.cells().stream())
                .flatMap(Optional::stream)
                .flatMap(cell -> cell.judgement().stream())
                .<Comparison>flatMap(
                        judgement -> judgement.comparison() instanceof Observed.Present<Comparison>(var one)
                                ? Stream.of(one)
                                : Stream.empty())
                .toList();
    }

    private static double distance(Effect effect) {
        return switch (effect) {
            case Effect.Ratio(double estimate, var _, var _) -> Math.log(estimate);
            case Effect.Difference(double estimate, var _, var _) -> estimate;
            case Effect.Exact(double value, double reference) -> value - reference;
        };
    }
}
