package io.memcmp.analysis.heapdump;

import static org.junit.jupiter.api.Assertions.assertEquals;

import io.memcmp.analysis.heapdump.HeapDumpOptions.Depth;
import io.memcmp.analysis.heapdump.HeapDumpOptions.References;
import io.memcmp.analysis.heapdump.RandomHeap.Case;
import io.memcmp.analysis.layout.LayoutMode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** From a file to what every object retains: as brute force says, for every seed. */
@Tag("beside")
class BruteForceTest {
    private static final Path DIRECTORY = Dumps.directory();

    @AfterAll
    static void delete() throws IOException {
        Dumps.delete(DIRECTORY);
    }

    @Test
    void someHundredHeaps() throws Exception {
        check(1, 300);
    }

    @Test
    @Tag("slow")
    void tenThousandHeaps() throws Exception {
        check(301, 10_000);
    }

    private static void check(long first, int cases) throws Exception {
        var problems = new ArrayList<String>();
        for (long seed = first; seed < first + cases && problems.size() < 10; seed++) {
            var random = RandomHeap.of(seed);
            var file = Dumps.write(random.heap(), random.style(), DIRECTORY.resolve("heap.hprof"));
            for (var counting : References.values()) {
                try {
                    check(random, file, counting, splitting(seed));
                } catch (AssertionError | RuntimeException | HeapDumpException problem) {
                    problems.add(random + ", " + counting + ": " + problem + "\n    at "
                            + List.of(problem.getStackTrace()).stream()
                                    .filter(frame -> frame.getClassName().startsWith("io.memcmp"))
                                    .limit(2)
                                    .toList());
                }
            }
            Files.delete(file);
        }
        assertEquals("", String.join("\n", problems));
    }

    /** Every second one in parts, as large dumps are. */
    private static Splitting splitting(long seed) {
        return new Splitting((seed & 1) == 0 ? 1 : 2 + (int) (seed % 3), 1);
    }

    private static void check(Case random, Path file, References counting, Splitting splitting)
            throws IOException, HeapDumpException {
        var told = random.placing() == Heap.Placing.PACKED ? Optional.of(random.mode()) : Optional.<LayoutMode>empty();
        var options = new HeapDumpOptions(counting, Depth.RETAINED, told);
        try (var dump = HeapDump.open(file, options, DumpProgress.NONE, splitting)) {
            var format = random.style().format();
            assertEquals(
                    format.segments() && !format.end(),
                    dump.facts().incomplete().isPresent());
            Expectations.check(random.heap(), dump, counting);
        }
    }
}
