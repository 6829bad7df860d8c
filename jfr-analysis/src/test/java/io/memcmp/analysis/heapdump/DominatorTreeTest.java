package io.memcmp.analysis.heapdump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.analysis.Child;
import io.memcmp.analysis.Jdk;
import io.memcmp.analysis.heapdump.DominatorDiff.Change;
import io.memcmp.analysis.heapdump.DominatorTree.Limits;
import io.memcmp.analysis.heapdump.DominatorTree.Node;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.IntStream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What is shown of the dominators of real heaps, and of what became of them. */
class DominatorTreeTest {
    private static final List<String> WAYS = List.of("nothing", "cache", "alternating", "tree", "chain");

    @TempDir
    private static Path directory;

    private static final Map<String, DominatorOutline> OUTLINES = new HashMap<>();

    @BeforeAll
    static void makeDumps() throws Exception {
        var command = new String[WAYS.size() + 2];
        command[0] = "Hoards";
        command[1] = directory.toString();
        IntStream.range(0, WAYS.size()).forEach(i -> command[i + 2] = WAYS.get(i));
        Child.compile("Hoards", directory).run(Jdk.running(), List.of("-XX:+UseSerialGC", "-Xmx128m"), command);
        for (var way : WAYS) {
            try (var dump = open(way)) {
                OUTLINES.put(way, DominatorOutline.of(dump));
            }
        }
    }

    private static HeapDump open(String way) throws Exception {
        return HeapDump.open(directory.resolve(way + ".hprof"), HeapDumpOptions.USUAL, DumpProgress.NONE);
    }

    private static DominatorOutline outline(String way) {
        return Objects.requireNonNull(OUTLINES.get(way));
    }

    @Test
    void everyByteAndEveryObjectHasItsPlace() throws Exception {
        for (var way : WAYS) {
            var outline = outline(way);
            var places = outline.places();
            long objects = 0;
            for (int place = 0; place < places.size(); place++) {
                long below = outline.under(place).mapToLong(places::retained).sum();
                assertEquals(places.retained(place), places.shallow(place) + below, way + ": " + outline.name(place));
                objects += places.instances(place) + places.nested(place) + places.between(place);
            }
            try (var dump = open(way)) {
                assertEquals(dump.total(Reachability.STRONG), new Amount(objects, outline.retained()), way);
            }
            assertTrue(outline.complete());
        }
    }

    private static Node only(List<Node> nodes) {
        assertEquals(1, nodes.size(), nodes::toString);
        return nodes.getFirst();
    }

    @Test
    void theCacheIsShownDownToItsValues() {
        var tree = DominatorTree.of(outline("cache"), new Limits(12, 5, 0.5));
        var holder = only(tree.top());
        assertEquals("class Hoards$Cache", holder.name());
        var table = only(only(holder.children()).children());
        assertEquals("java.util.HashMap$Node[]", table.name());
        assertEquals(1, table.instances());
        var entries = only(table.children());
        assertEquals(12_000, entries.instances());
        var values = only(entries.children());
        assertEquals("byte[]", values.name());
        assertEquals(12_000, values.instances());
        assertEquals(12_000 * 1040L, values.retained());
        assertEquals(values.shallow(), values.retained());
        assertEquals(tree.retained() - holder.retained(), tree.others().bytes());
        assertTrue(entries.others().instances() > 11_000, "keys that are not shown: " + entries.others());
    }

    @Test
    void limitsAreKept() {
        var outline = outline("nothing");
        var shallow = DominatorTree.of(outline, new Limits(1, 3, 0));
        assertEquals(3, shallow.top().size());
        assertTrue(shallow.top().stream().allMatch(node -> node.children().isEmpty()));
        long shown = shallow.top().stream().mapToLong(Node::retained).sum();
        assertEquals(outline.retained(), shown + shallow.others().bytes());
        for (var node : shallow.top()) {
            assertEquals(node.retained(), node.shallow() + node.others().bytes());
        }
        var all = DominatorTree.of(outline, new Limits(100, Integer.MAX_VALUE, 0));
        assertEquals(Amount.NONE, all.others());
        assertTrue(all.top().stream().allMatch(node -> node.others().equals(Amount.NONE)));
    }

    @Test
    void aChainIsOneNode() {
        var chain = only(
                only(DominatorTree.of(outline("chain"), new Limits(9, 9, 0.5)).top())
                        .children());
        assertEquals("Hoards$Link", chain.name());
        assertEquals(1, chain.instances());
        assertEquals(399_999, chain.nested());
        assertEquals(List.of(), chain.children());
        assertEquals(Amount.NONE, chain.others());
    }

    @Test
    void twoClassesThatTakeTurnsAreOneNodeAfterAWhile() {
        var nodes = only(DominatorTree.of(outline("alternating"), new Limits(64, 9, 0.5))
                        .top())
                .children();
        int levels = 0;
        while (only(nodes).nested() == 0) {
            nodes = only(nodes).children();
            levels++;
        }
        assertTrue(levels < 10, "after " + levels);
        assertEquals(List.of(), only(nodes).children());
        assertEquals(only(nodes).retained(), only(nodes).shallow());
    }

    private static Change first(List<Change> changes) {
        return changes.getFirst();
    }

    @Test
    void whatGrewIsFoundByNames() {
        var diff = DominatorDiff.of(outline("nothing"), outline("cache"), new Limits(12, 5, 0.05));
        assertEquals(outline("nothing").retained(), diff.before());
        assertEquals(outline("cache").retained(), diff.after());
        var holder = first(diff.top());
        assertEquals("class Hoards$Cache", holder.name());
        var map = first(holder.children());
        assertEquals("java.util.HashMap", map.name());
        var entries = first(first(map.children()).children());
        assertEquals(Amount.NONE, entries.before());
        assertEquals(12_000, entries.after().instances());
        var values = first(entries.children());
        assertEquals("byte[]", values.name());
        assertEquals(new Amount(12_000, 12_000 * 1040L), values.after());
        assertEquals(12_000 * 1040L, values.bytes());
        assertTrue(holder.bytes() > 0.9 * (diff.after() - diff.before()), holder::toString);
    }

    @Test
    void whatShrankHasASign() {
        var diff = DominatorDiff.of(outline("cache"), outline("chain"), new Limits(2, 5, 0.05));
        var cache = diff.top().stream()
                .filter(change -> change.name().equals("class Hoards$Cache"))
                .findFirst()
                .orElseThrow();
        var chain = diff.top().stream()
                .filter(change -> change.name().equals("class Hoards$Link"))
                .findFirst()
                .orElseThrow();
        assertTrue(cache.bytes() < -12_000 * 1040L, cache::toString);
        assertEquals(400_000 * 24L, chain.bytes());
        assertEquals(400_000, first(chain.children()).after().instances());
    }

    @Test
    void nothingChangedInTheSameDump() {
        for (var way : WAYS) {
            assertEquals(
                    List.of(),
                    DominatorDiff.of(outline(way), outline(way), new Limits(64, 99, 0))
                            .top());
        }
        assertNotEquals(
                List.of(),
                DominatorDiff.of(outline("tree"), outline("chain"), new Limits(64, 99, 0))
                        .top());
    }

    @Test
    void namesOfLambdasAreTheSameInEveryRun() {
        assertEquals("a.B$$Lambda", ClassNames.stable("a.B$$Lambda$14/0x0000000800c03000"));
        assertEquals("a.B$$Lambda", ClassNames.stable("a.B$$Lambda/0x00007f3a2c000a00"));
        assertEquals("class a.B$$Lambda", ClassNames.stable("class a.B$$Lambda+0x00007f3a2c000a00"));
        assertEquals("a.Hidden", ClassNames.stable("a.Hidden/0x00007f3a2c000a00"));
        assertEquals("a.Plain0x", ClassNames.stable("a.Plain0x"));
    }
}
