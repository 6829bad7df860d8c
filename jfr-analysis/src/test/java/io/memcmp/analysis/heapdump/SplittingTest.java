package io.memcmp.analysis.heapdump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.analysis.Jdk;
import io.memcmp.analysis.heapdump.HeapDumpOptions.Depth;
import io.memcmp.analysis.heapdump.HeapDumpOptions.References;
import io.memcmp.analysis.heapdump.HeapFile.Style;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A dump that is read in parts at once is read as one that is read from its beginning to its end. */
class SplittingTest {
    private static final Path DIRECTORY = Dumps.directory();
    private static final Splitting WHOLE = new Splitting(1, 1);

    @TempDir
    Path compiled;

    @AfterAll
    static void delete() throws IOException {
        Dumps.delete(DIRECTORY);
    }

    @Test
    void whateverIsInIt() throws Exception {
        int several = 0;
        for (long seed = 1; seed <= 600; seed++) {
            var heap = RandomHeap.of(seed).heap();
            var style = new Style(Hprof.Format.USUAL, 0, 1 + (int) (seed % 3));
            var file = Dumps.write(heap, style, DIRECTORY.resolve("heap.hprof"));
            var splitting = new Splitting(2 + (int) (seed % 3), 1);
            several += parts(file, splitting) > 1 ? 1 : 0;
            same(file, splitting, seed % 2 == 0 ? References.STRONG : References.ALL);
        }
        assertTrue(several > 300, several + " of 600 were read in parts");
    }

    @ParameterizedTest
    @MethodSource("io.memcmp.analysis.Jdk#all")
    void theDumpOfAVirtualMachine(Jdk jdk) throws Exception {
        var file = Dumps.ofKnown(jdk, 20_000, compiled, DIRECTORY);
        var splitting = new Splitting(4, 1);
        assertTrue(parts(file, splitting) > 1, "this virtual machine writes no segments");
        same(file, splitting, References.STRONG);
        Files.delete(file);
    }

    private static int parts(Path file, Splitting splitting) throws Exception {
        try (var in = new DumpInput(file)) {
            var found =
                    new FirstLook(file, in, new DumpScan(in), splitting, DumpProgress.NONE).find(in.identifierBytes());
            found.names().close();
            return found.parts().size();
        }
    }

    private static void same(Path file, Splitting splitting, References counted) throws Exception {
        for (var depth : Depth.values()) {
            var options = new HeapDumpOptions(counted, depth, Optional.empty());
            try (var whole = HeapDump.open(file, options, DumpProgress.NONE, WHOLE);
                    var parts = HeapDump.open(file, options, DumpProgress.NONE, splitting)) {
                assertEquals(whole.facts(), parts.facts());
                assertEquals(whole.classes(), parts.classes());
                for (int object = 0; depth == Depth.RETAINED && object < whole.objects(); object++) {
                    assertEquals(answers(whole, object), answers(parts, object));
                }
            }
        }
    }

    private static List<Object> answers(HeapDump dump, int object) {
        var references = new ArrayList<Integer>();
        dump.references(object, references::add);
        references.sort(null); // which of two to the same object is left out does not matter
        return List.of(
                dump.addressOf(object),
                dump.nameOf(object),
                dump.sizeOf(object),
                dump.lengthOf(object),
                dump.reachabilityOf(object),
                dump.dominatorOf(object),
                dump.retainedBy(object),
                references.stream().distinct().toList());
    }

    @Test
    void whenOnePartFailsTheOthersEnd() {
        var ended = new AtomicInteger();
        Together.Task waiting = () -> {
            try {
                Thread.sleep(600_000);
            } catch (InterruptedException interrupted) {
                ended.incrementAndGet();
            }
        };
        Together.Task failing = () -> {
            throw new IOException("here");
        };
        var thrown = assertThrows(IOException.class, () -> Together.run(List.of(failing, waiting)));
        assertEquals("here", thrown.getMessage());
        assertThrows(IOException.class, () -> Together.run(List.of(() -> {}, failing, waiting)));
        assertEquals(2, ended.get());
    }

    @Test
    void partsAreWorthAThread() {
        assertEquals(1, new Splitting(8, 100).parts(199));
        assertEquals(2, new Splitting(8, 100).parts(200));
        assertEquals(8, new Splitting(8, 100).parts(100_000));
    }
}
