package io.memcmp.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.plan.ExperimentSpec.Axes;
import java.nio.file.Path;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ReferenceTest {

    private static final Subject LIST = new Subject.Bundled("linked-list", Map.of());
    private static final Subject CACHE = new Subject.Bundled("cache-leak", Map.of());
    private static final Jdk OLD = new Jdk(17, "17.0.15+6", "Somebody", Path.of("/jdk/17"), "here");
    private static final Jdk NEW = new Jdk(25, "25.0.3+9-LTS", "Somebody", Path.of("/jdk/25"), "there");
    private static final Jdk OTHER = new Jdk(25, "25.0.1+8", "Other", Path.of("/jdk/25b"), "there");
    private static final Heap SMALL = Heap.of(Bytes.ofMiB(64));
    private static final Heap LARGE = new Heap(Optional.of(Bytes.ofMiB(128)), Optional.of(2.0));
    private static final Layout COMPACT = new Layout(Layout.Headers.COMPACT, Layout.Oops.DEFAULT);

    @Test
    void g1IsTheReferenceWhereverCollectorsVaryAndItIsAmongThem() {
        var cells = cells(List.of(Collector.SERIAL, Collector.G1), List.of(OLD, NEW), List.of(SMALL, LARGE));
        assertEquals(Optional.of(new Reference(Axis.COLLECTOR, "g1")), chosen(cells));
    }

    @Test
    void withoutG1ItIsWhatWasNamedFirst() {
        var cells = cells(List.of(Collector.ZGC, Collector.SERIAL), List.of(NEW), List.of(SMALL));
        assertEquals(Optional.of(new Reference(Axis.COLLECTOR, "zgc")), chosen(cells));
    }

    @Test
    void ofOneCollectorTheFirstOtherAxisThatVariesHasIt() {
        var one = List.of(Collector.G1);
        assertEquals(
                Optional.of(new Reference(Axis.JDK, "17.0.15+6")),
                chosen(cells(one, List.of(OLD, NEW), List.of(SMALL, LARGE))));
        assertEquals(
                Optional.of(new Reference(Axis.HEAP, "64m")), chosen(cells(one, List.of(NEW), List.of(SMALL, LARGE))));
        assertEquals(Optional.empty(), chosen(cells(one, List.of(NEW), List.of(SMALL))));
    }

    @Test
    void twoProgramsWithAHeapEachDoNotMakeAnAxis() {
        var subjects = new LinkedHashMap<Subject, List<Heap>>();
        subjects.put(LIST, List.of(SMALL));
        subjects.put(CACHE, List.of(LARGE));
        var cells = new Axes(subjects, List.of(Collector.G1), List.of(NEW), List.of(Layout.DEFAULT), List.of()).cells();
        assertEquals(2, cells.size());
        assertEquals(Optional.empty(), chosen(cells));
    }

    @ParameterizedTest
    @CsvSource({
        "serial, COLLECTOR, serial",
        "G1, COLLECTOR, g1",
        "17, JDK, 17.0.15+6",
        "25.0.3+9-LTS, JDK, 25.0.3+9-LTS",
        "64m, HEAP, 64m",
        "2x, HEAP, 2x",
        "128m, HEAP, 2x",
        "compact, LAYOUT, compact",
        "default, LAYOUT, default"
    })
    void aNamedReferenceIsFoundOnItsAxis(String wish, Axis axis, String value) {
        assertEquals(
                Optional.of(new Reference(axis, value)), Reference.chosen(everything(), List.of(), Optional.of(wish)));
    }

    @Test
    void anUnknownReferenceIsAnsweredWithWhatThereIs() {
        var error = refusal(everything(), "zcg");
        assertEquals("unknown reference: zcg", error.getMessage());
        assertEquals(
                "did you mean zgc? choose from: serial, g1, zgc, 17.0.15+6, 25.0.3+9-LTS, 64m, 2x, default, compact",
                error.remedy());
    }

    @Test
    void aReleaseOfWhichTwoBuildsAreMeasuredMustBeWrittenOut() {
        var cells = cells(List.of(Collector.G1), List.of(NEW, OTHER), List.of(SMALL));
        assertEquals(
                "the reference 25 may be several: JDK 25.0.3+9-LTS, JDK 25.0.1+8",
                refusal(cells, "25").getMessage());
    }

    @Test
    void whereNothingVariesThereIsNothingToHoldAgainst() {
        var error = refusal(cells(List.of(Collector.G1), List.of(NEW), List.of(SMALL)), "g1");
        assertEquals("nothing to hold against the reference g1: nothing varies", error.getMessage());
    }

    @Test
    void aSpecificationWithAnUnknownReferenceIsRefusedBeforeAnythingIsAsked() {
        var axes = new Axes(
                Map.of(LIST, List.of(SMALL)),
                List.of(Collector.SERIAL, Collector.G1),
                List.of(NEW),
                List.of(Layout.DEFAULT),
                List.of());
        var error = assertThrows(UserError.class, () -> spec(axes, "64m"));
        assertEquals("unknown reference: 64m", error.getMessage());
        assertEquals("choose from: serial, g1", error.remedy());
    }

    @Test
    void aReferenceOfWhichNoCellCanRunIsRefused() {
        var axes = new Axes(
                Map.of(LIST, List.of(SMALL)),
                List.of(Collector.SERIAL, Collector.ZGC),
                List.of(NEW),
                List.of(Layout.DEFAULT),
                List.of());
        var spec = spec(axes, "zgc");
        var plan = Plan.of(
                spec, cell -> cell.collector() == Collector.ZGC ? Optional.of("no such collector") : Optional.empty());
        var error = assertThrows(UserError.class, () -> Reference.refuseSkipped(plan, spec.judging()));
        assertEquals("no cell of the reference zgc can run: no such collector", error.getMessage());
        Reference.refuseSkipped(plan, Judging.DEFAULT);
    }

    @Test
    void cellsAreHeldAgainstTheOneThatDiffersInNothingElse() {
        var cells = cells(List.of(Collector.SERIAL, Collector.G1), List.of(OLD, NEW), List.of(SMALL));
        assertTrue(Axis.COLLECTOR.alone(cells.get(0), cells.get(1)));
        assertFalse(Axis.JDK.alone(cells.get(0), cells.get(1)));
        assertFalse(Axis.COLLECTOR.alone(cells.get(0), cells.get(3)), "the JDK differs too");
    }

    private static Optional<Reference> chosen(List<Cell> cells) {
        return Reference.chosen(cells, List.of(), Optional.empty());
    }

    private static UserError refusal(List<Cell> cells, String wish) {
        return assertThrows(UserError.class, () -> Reference.chosen(cells, List.of(), Optional.of(wish)));
    }

    private static List<Cell> everything() {
        return new Axes(
                        Map.of(LIST, List.of(SMALL, LARGE)),
                        List.of(Collector.SERIAL, Collector.G1, Collector.ZGC),
                        List.of(OLD, NEW),
                        List.of(Layout.DEFAULT, COMPACT),
                        List.of())
                .cells();
    }

    private static List<Cell> cells(List<Collector> collectors, List<Jdk> jdks, List<Heap> heaps) {
        return new Axes(Map.of(LIST, heaps), collectors, jdks, List.of(Layout.DEFAULT), List.of()).cells();
    }

    private static ExperimentSpec spec(Axes axes, String reference) {
        return new ExperimentSpec(
                axes,
                2,
                1,
                new Limits(Duration.ofSeconds(1), Set.of(0)),
                new ExperimentSpec.Capture(Optional.empty(), false, false, false),
                new Judging(Optional.of(reference), 0.03));
    }
}
