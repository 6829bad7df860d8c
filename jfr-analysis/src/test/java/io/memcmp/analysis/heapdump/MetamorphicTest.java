package io.memcmp.analysis.heapdump;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.memcmp.analysis.heapdump.HeapDumpOptions.Depth;
import io.memcmp.analysis.heapdump.HeapDumpOptions.References;
import io.memcmp.analysis.heapdump.HeapFile.Style;
import io.memcmp.analysis.heapdump.Hprof.Format;
import io.memcmp.analysis.layout.LayoutMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The same heap, written otherwise or lying elsewhere, is the same heap. */
class MetamorphicTest {
    private static final Path DIRECTORY = Dumps.directory();
    private static final LayoutMode MODE = new LayoutMode(true, true, false, 8);
    private static final long BASE = 0x8000_0000L;

    @AfterAll
    static void delete() throws IOException {
        Dumps.delete(DIRECTORY);
    }

    private static List<Style> styles(long seed) {
        return List.of(
                new Style(Format.USUAL, seed, Integer.MAX_VALUE),
                new Style(Format.USUAL, seed + 1, 1),
                new Style(Format.USUAL, 0, 7),
                new Style(Format.OLD, 0, Integer.MAX_VALUE),
                new Style(Format.OLD, seed + 2, Integer.MAX_VALUE),
                new Style(Format.USUAL.ofIds(4), 0, Integer.MAX_VALUE),
                new Style(Format.OLD.ofIds(4), seed + 3, Integer.MAX_VALUE));
    }

    @Test
    void whateverTheOrderAndFormOfTheRecords() throws Exception {
        for (long seed = 1; seed <= 60; seed++) {
            var heap = RandomHeap.of(seed).heap();
            heap.place(Heap.Placing.PACKED, MODE, BASE, seed);
            var expected = answers(heap, Style.USUAL);
            for (var style : styles(seed)) {
                assertEquals(expected, answers(heap, style), "seed " + seed + ", " + style);
            }
        }
    }

    @Test
    void whereverTheObjectsLie() throws Exception {
        for (long seed = 1; seed <= 60; seed++) {
            var heap = RandomHeap.of(seed).heap();
            heap.place(Heap.Placing.PACKED, MODE, BASE, seed);
            var expected = answers(heap, Style.USUAL);
            heap.place(Heap.Placing.PACKED, MODE, 0x6_1230_0000L, seed + 1);
            assertEquals(expected, answers(heap, Style.USUAL), "seed " + seed);
        }
    }

    @Test
    void theSameFileGivesTheSameAnswers() throws Exception {
        for (long seed = 1; seed <= 60; seed++) {
            var random = RandomHeap.of(seed);
            var file = Dumps.write(random.heap(), random.style(), DIRECTORY.resolve("same.hprof"));
            assertEquals(everything(file), everything(file), random::toString);
            Files.delete(file);
        }
    }

    private static String everything(Path file) throws IOException, HeapDumpException {
        try (var dump = HeapDump.open(file, HeapDumpOptions.USUAL, DumpProgress.NONE)) {
            return Questions.everything(dump);
        }
    }

    /** Of each object, in the order in which they were made, what does not depend on where it lies. */
    private static String answers(Heap heap, Style style) throws IOException, HeapDumpException {
        var file = Dumps.write(heap, style, DIRECTORY.resolve("heap.hprof"));
        var options = new HeapDumpOptions(References.STRONG, Depth.RETAINED, Optional.of(MODE));
        try (var dump = HeapDump.open(file, options, DumpProgress.NONE)) {
            Map<Integer, Integer> numbers = new HashMap<>();
            for (var thing : heap.things()) {
                numbers.put(object(dump, thing), numbers.size());
            }
            var lines = new ArrayList<String>();
            for (var thing : heap.things()) {
                int object = object(dump, thing);
                lines.add(String.join(
                        " ",
                        dump.nameOf(object),
                        "" + dump.sizeOf(object),
                        "" + dump.retainedBy(object),
                        "" + numbers.get(dump.dominatorOf(object)),
                        dump.reachabilityOf(object).toString(),
                        "" + dump.pathTo(object).size()));
            }
            for (var how : Reachability.values()) {
                lines.add(dump.total(how).toString());
            }
            return String.join("\n", lines)
                    + dump.facts().references()
                    + dump.facts().dangling();
        } finally {
            Files.delete(file);
        }
    }

    private static int object(HeapDump dump, Thing thing) {
        return dump.objectAt(thing.address()).orElseThrow();
    }
}
