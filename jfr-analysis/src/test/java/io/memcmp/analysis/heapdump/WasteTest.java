package io.memcmp.analysis.heapdump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.analysis.Child;
import io.memcmp.analysis.Jdk;
import io.memcmp.analysis.heapdump.Waste.Boxed;
import io.memcmp.analysis.heapdump.Waste.Duplicate;
import io.memcmp.analysis.heapdump.Waste.Sparse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A program that wastes known amounts. */
class WasteTest {
    @TempDir
    private Path directory;

    private static Stream<Jdk> jdks() {
        return Jdk.all();
    }

    @ParameterizedTest
    @MethodSource("jdks")
    void everythingIsCounted(Jdk jdk) throws Exception {
        var file = directory.resolve("waste.hprof");
        Child.compile("Wasteful", directory)
                .run(jdk, List.of("-XX:+UseSerialGC", "-Xmx256m"), "Wasteful", file.toString());
        try (var dump = HeapDump.open(file, HeapDumpOptions.USUAL, DumpProgress.NONE)) {
            var waste = Waste.of(dump, 1000);
            strings(waste);
            arrays(waste, dump);
            collections(waste);
            boxes(waste, dump);
            least(Waste.of(dump, 1), waste);
            assertEquals(waste, ofAllRecordsTwice(file));
        }
    }

    /** The first record of each object counts. */
    private Waste ofAllRecordsTwice(Path file) throws Exception {
        var all = Files.readAllBytes(file);
        int end = all.length - Byte.BYTES - 2 * Integer.BYTES; // where the end mark begins
        var twice = directory.resolve("twice.hprof");
        try (var in = new DumpInput(file);
                var out = Files.newOutputStream(twice)) {
            int first = Math.toIntExact(new DumpScan(in).segments().getFirst());
            out.write(all, 0, end);
            out.write(all, first, all.length - first);
        }
        try (var dump = HeapDump.open(twice, HeapDumpOptions.USUAL, DumpProgress.NONE)) {
            var warnings = dump.facts().warnings();
            assertTrue(
                    warnings.stream().anyMatch(text -> text.contains("records have the identifier")),
                    warnings::toString);
            return Waste.of(dump, 1000);
        }
    }

    private static Duplicate longestOf(List<Duplicate> all, int instances) {
        var found = all.stream().filter(each -> each.instances() == instances).toList();
        assertEquals(1, found.size(), () -> instances + " equal: " + found);
        return found.getFirst();
    }

    private static void strings(Waste waste) {
        var narrow = longestOf(waste.strings(), 1000);
        assertEquals("a text of which there are very many, 0".length(), narrow.length());
        assertEquals("java.lang.String", narrow.className());
        assertEquals(999 * (24 + 56), narrow.wasted());
        var wide = longestOf(waste.strings(), 300);
        assertEquals("ein Text mit λ, von dem es viele gibt, ja sehr viele, 0".length(), wide.length());
        assertEquals(299 * (24 + 128), wide.wasted());
        // 200 share their array, and one of the constants of the program is equal
        var shared = waste.strings().stream()
                .filter(each -> each.length() == 71)
                .findFirst()
                .orElseThrow();
        assertEquals(200, shared.instances());
        assertEquals(199 * 24, shared.wasted());
        assertTrue(waste.duplicateStringBytes() >= narrow.wasted() + wide.wasted() + shared.wasted(), waste::toString);
    }

    private static void arrays(Waste waste, HeapDump dump) {
        var same = longestOf(waste.arrays(), 500);
        assertEquals("int[]", same.className());
        assertEquals(1000, same.length());
        assertEquals(499 * 4016, same.wasted());
        assertEquals(1000, dump.lengthOf(same.example()));
        var first = waste.arrays().getFirst();
        assertEquals(new Duplicate(first.example(), "long[]", 1 << 20, 3, 2 * (16 + (8L << 20))), first);
        assertTrue(waste.arrays().stream()
                .noneMatch(each -> each.length() == 1001 && each.className().equals("int[]")));
        assertTrue(waste.duplicateArrayBytes() >= same.wasted() + first.wasted() + 999 * 56 + 299 * 128);
    }

    private static Sparse of(Waste waste, String className) {
        return waste.collections().stream()
                .filter(each -> each.className().equals("Wasteful$" + className))
                .findFirst()
                .orElseThrow();
    }

    private static void collections(Waste waste) {
        // 24 bytes each list, 216 an array of 50; two elements leave 48 references of 4 bytes
        assertEquals(
                new Sparse("Wasteful$Bag", 400, 200, 100, 100 * 24 + 100 * (24 + 216) + 100 * 48 * 4),
                of(waste, "Bag"));
        // a map without entries has no array yet; one of 64 slots holds one
        assertEquals(new Sparse("Wasteful$Table", 140, 70, 70, 70 * 48 + 70 * 63 * 4), of(waste, "Table"));
        assertEquals(new Sparse("Wasteful$Chosen", 70, 70, 0, 70 * (16 + 48)), of(waste, "Chosen"));
        assertEquals(new Sparse("Wasteful$Sorted", 70, 70, 0, 70 * 48), of(waste, "Sorted"));
        var queue = of(waste, "Queue");
        assertEquals(70, queue.empty());
        assertTrue(queue.wasted() >= 70 * (24 + 16 + 16 * 4), queue::toString);
    }

    private static void boxes(Waste waste, HeapDump dump) {
        var shorts = waste.boxed().stream()
                .filter(each -> each.className().equals("java.lang.Short"))
                .findFirst()
                .orElseThrow();
        var inDump = dump.classes().stream()
                .filter(type -> type.name().equals("java.lang.Short"))
                .findFirst()
                .orElseThrow()
                .amount(Reachability.STRONG);
        assertTrue(inDump.instances() >= 5000, inDump::toString);
        // whatever the virtual machine has itself, it has once
        long distinct = 50 + inDump.instances() - 5000;
        assertEquals(new Boxed("java.lang.Short", inDump.instances(), inDump.bytes(), distinct), shorts);
    }

    private static void least(Waste one, Waste all) {
        assertEquals(all.strings().subList(0, 1), one.strings());
        assertEquals(all.arrays().subList(0, 1), one.arrays());
        assertEquals(all.collections().subList(0, 1), one.collections());
        assertEquals(all.boxed().subList(0, 1), one.boxed());
        assertEquals(all.duplicateStringBytes(), one.duplicateStringBytes());
        assertEquals(all.duplicateArrayBytes(), one.duplicateArrayBytes());
    }
}
