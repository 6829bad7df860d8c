package io.memcmp.analysis.allocation;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.util.HashMap;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class AllocationTreeTest {
    private final AllocationTree tree = new AllocationTree();

    /** The stack from its root on, and the class. */
    private void add(long bytes, String leaf, String... path) {
        var frames = List.of(path).reversed().stream().mapToInt(tree::name).toArray();
        tree.add(frames, frames.length, tree.name(leaf), bytes);
    }

    private String written() throws IOException {
        var out = new StringBuilder();
        tree.writeTo(out);
        return out.toString();
    }

    @Test
    void stacksAreJoinedFromTheRootInTheOrderOfNames() throws IOException {
        assertTrue(tree.isEmpty());
        assertEquals("", written());
        add(7, "byte[]", "main", "b");
        add(1, "int[]", "main", "a", "c");
        add(2, "byte[]", "main", "a", "c");
        add(4, "byte[]", "main", "a");
        add(8, "byte[]", "main", "b");
        assertFalse(tree.isEmpty());
        assertEquals("""
                main;a;byte[] 4
                main;a;c;byte[] 2
                main;a;c;int[] 1
                main;b;byte[] 15
                """, written());
    }

    @Test
    void aHostileNameMakesNoLineAndNoFrameOfItsOwn() throws IOException {
        add(1, "x 9\nforged;stack 8", "a;b", "c\\u003b", "d\u2028e\u202ef\u001b[31m", "g\ud800");
        assertEquals(
                "a\\u003bb;c\\u005cu003b;d\\u2028e\\u202ef\\u001b[31m;g\\ud800;x 9\\u000aforged\\u003bstack 8 1\n",
                written());
    }

    @Test
    void longNamesAreCut() {
        assertEquals("a".repeat(1000), Names.cut("a".repeat(1000)));
        assertEquals("a".repeat(999) + "…", Names.cut("a".repeat(64_000)));
        assertEquals("a".repeat(998) + "…", Names.cut("a".repeat(998) + "\ud83d\ude00".repeat(100)));
        assertEquals("unknown", Names.cut(""));
    }

    @Test
    void sumsThatMakeNoSenseStayLarge() {
        assertEquals(3, Names.sum(1, 2));
        assertEquals(1, Names.sum(1, -5));
        assertEquals(Long.MAX_VALUE, Names.sum(Long.MAX_VALUE, 1));
    }

    @Test
    void namesThatDoNotFitAreOthersTogether() {
        var sums = new NameSums();
        int fitting = (8 << 20) / 1000;
        for (int i = 0; i < fitting + 100; i++) {
            sums.add("%1000d".formatted(i), 1);
        }
        sums.add("%1000d".formatted(0), 1);
        var top = sums.top(2);
        assertEquals(
                List.of("(others)", "%1000d".formatted(0)),
                top.stream().map(AllocationProfile.Share::name).toList());
        assertEquals(100, top.getFirst().bytes());
        assertEquals(2, top.getLast().bytes());
    }

    @Test
    void ofShortNamesTooThereAreOnlySoMany() {
        var sums = new NameSums();
        for (int i = 0; i < Names.MOST + 100; i++) {
            sums.add(Integer.toString(i), 1);
            tree.name(Integer.toString(i));
        }
        assertEquals(List.of(new AllocationProfile.Share("(others)", 100, 100.0 / (Names.MOST + 100))), sums.top(1));
        assertEquals(Names.MOST, tree.name("(others)"));
        assertEquals(Names.MOST, tree.name("another"));
        assertEquals(7, tree.name("7"));
    }

    @Test
    void pairsAreNumberedOnceEach() {
        var table = new PairTable();
        var expected = new HashMap<List<Long>, Integer>();
        var random = new Random(3);
        for (int i = 0; i < 10_000; i++) {
            long first = random.nextInt(50) - 5L;
            long second = random.nextLong(100) << random.nextInt(58);
            int known = expected.getOrDefault(List.of(first, second), -1);
            assertEquals(known, table.find(first, second));
            int number = table.number(first, second);
            assertEquals(known < 0 ? expected.size() : known, number);
            expected.put(List.of(first, second), number);
        }
        assertEquals(expected.size(), table.size());
        expected.forEach((pair, number) -> {
            assertEquals(pair.getFirst(), table.first(number));
            assertEquals(pair.getLast(), table.second(number));
        });
        table.clear();
        assertEquals(-1, table.find(1, 1));
    }
}
