package io.memcmp.analysis.heapdump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.analysis.heapdump.Shape.Order;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** Long chains, big cycles and what else makes dominators slow or deep: the answers are known by construction. */
@Tag("beside")
class ShapesTest {
    private static final Path DIRECTORY = Dumps.directory();

    /** Nobody reads more steps, and each takes memory. */
    private static final int LONGEST_PATH = 50_000;

    @AfterAll
    static void delete() throws IOException {
        Dumps.delete(DIRECTORY);
    }

    static Stream<Arguments> shapes() {
        return Arrays.stream(Shape.values())
                .flatMap(shape -> Arrays.stream(Order.values()).map(order -> Arguments.of(shape, order)));
    }

    // Not a measure of speed: what is quadratic takes 50 times as long, or 2,500 times below.
    @ParameterizedTest
    @MethodSource("shapes")
    @Timeout(60)
    void twoHundredThousandNodes(Shape shape, Order order) throws Exception {
        check(shape, 200_001, order, new Splitting(3, 1));
    }

    @Test
    void aLongPath() throws Exception {
        check(Shape.CHAIN, LONGEST_PATH, Order.UPWARDS, Splitting.USUAL);
        check(Shape.CHORDS, LONGEST_PATH, Order.SCATTERED, Splitting.USUAL);
    }

    @ParameterizedTest
    @EnumSource
    @Tag("slow")
    @Timeout(600)
    void tenMillionNodes(Shape shape) throws Exception {
        check(shape, 10_000_001, Order.DOWNWARDS, Splitting.USUAL);
    }

    /** All orders are tried above; here those shapes whose depth is the number of their nodes and nothing else. */
    @ParameterizedTest
    @EnumSource(names = {"CHAIN", "CYCLE"})
    @Tag("slow")
    @Timeout(600)
    void tenMillionScatteredNodes(Shape shape) throws Exception {
        check(shape, 10_000_002, Order.SCATTERED, Splitting.USUAL);
    }

    private static void check(Shape shape, int nodes, Order order, Splitting splitting) throws Exception {
        var file = DIRECTORY.resolve("shape.hprof");
        shape.write(file, nodes, order);
        try (var dump = HeapDump.open(file, HeapDumpOptions.USUAL, DumpProgress.NONE, splitting)) {
            assertEquals(Optional.empty(), dump.facts().incomplete());
            var objects = new int[nodes + (shape.array() ? 1 : 0)];
            for (int i = 0; i < objects.length; i++) {
                objects[i] = dump.objectAt(Shape.address(i, nodes, order)).orElseThrow();
            }
            var kept = kept(shape, nodes, dump, objects);
            classes(shape, nodes, dump, kept);
            assertTrue(dump.retainedBy(objects[0]) >= dump.sizeOf(objects[0]));
            if (length(shape, nodes) <= LONGEST_PATH) {
                var path = dump.pathTo(objects[nodes - 1]);
                assertEquals(objects[nodes - 1], path.getLast().object());
                assertEquals(length(shape, nodes), path.size(), "length of the path");
            }
        } finally {
            Files.delete(file);
        }
    }

    private static long[] kept(Shape shape, int nodes, HeapDump dump, int[] objects) {
        var kept = new long[objects.length];
        for (int i = 0; i < objects.length; i++) {
            kept[i] = dump.sizeOf(objects[i]);
            int dominator = shape.dominator(i, nodes);
            int expected = dominator == Shape.NONE ? HeapDump.NONE : objects[dominator];
            if (dump.dominatorOf(objects[i]) != expected) {
                assertEquals(expected, dump.dominatorOf(objects[i]), "dominator of node " + i);
            }
        }
        // A dominator has a smaller number, but for the array: so everybody's own is whole when it is passed on.
        for (int i = Math.min(nodes, objects.length) - 1; i >= 0; i--) {
            int dominator = shape.dominator(i, nodes);
            if (dominator != Shape.NONE) {
                kept[dominator] += kept[i];
            }
        }
        if (shape.array() && shape.dominator(nodes, nodes) != Shape.NONE) {
            kept[shape.dominator(nodes, nodes)] += kept[nodes];
        }
        for (int i = 0; i < objects.length; i++) {
            if (dump.retainedBy(objects[i]) != kept[i]) {
                assertEquals(kept[i], dump.retainedBy(objects[i]), "retained by node " + i);
            }
        }
        return kept;
    }

    /** What each class dominates, worked out beside the outline. */
    private static void classes(Shape shape, int nodes, HeapDump dump, long[] kept) throws IOException {
        assertEquals(dump.total(Reachability.STRONG).bytes(), dump.outline().retained());
        var type = dump.classes().stream()
                .filter(each -> each.name().equals("app.Node"))
                .findFirst()
                .orElseThrow();
        assertEquals(nodes, type.all().instances());
        long dominated = 0;
        int tops = 0;
        for (int i = 0; i < nodes; i++) {
            int above = shape.dominator(i, nodes);
            if (above == Shape.NONE || (above == nodes && shape.dominator(nodes, nodes) == Shape.NONE)) {
                dominated += kept[i];
                tops++;
            }
        }
        assertEquals(dominated, dump.dominatedByClass()[type.index()]);
        assertEquals(tops, dump.dominatingInstances()[type.index()]);
    }

    /** Objects on the shortest path to the last node. */
    private static int length(Shape shape, int nodes) {
        return switch (shape) {
            case CHAIN, CYCLE, CHORDS, DOUBLY -> nodes;
            case SHARED -> 2;
            case ENDS -> 1;
            case LISTED -> 3;
            case LADDER -> (nodes + 1) / 2;
            case DIAMONDS -> (nodes - 1) / 3 * 2 + ((nodes - 1) % 3 == 0 ? 1 : 2);
            case STAR, THIRDS -> 2;
            case TREE -> Integer.SIZE - Integer.numberOfLeadingZeros(nodes);
        };
    }
}
