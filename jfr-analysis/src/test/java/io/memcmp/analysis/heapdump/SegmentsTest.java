package io.memcmp.analysis.heapdump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.analysis.Jdk;
import io.memcmp.analysis.layout.FieldKind;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Who looks for a few objects finds their records, as who reads all of the file does, and reads less. */
class SegmentsTest {
    private static final Path DIRECTORY = Dumps.directory();
    private static final int ASKED = 200;

    @TempDir
    Path compiled;

    @AfterAll
    static void delete() throws IOException {
        Dumps.delete(DIRECTORY);
    }

    /** Where in the file the record of each object goes on behind its head; of a class, how many fields it has. */
    private static final class Records implements RecordVisitor {
        private final Map<Long, Long> places = new HashMap<>();

        @Override
        public void classDump(ClassRecord record) {
            places.put(record.id(), (long) record.fields().size());
        }

        @Override
        public void instance(long id, long classId, DumpInput fields, int bytes) {
            places.put(id, fields.position());
        }

        @Override
        public void objectArray(long id, long classId, int length, DumpInput elements) {
            places.put(id, elements.position());
        }

        @Override
        public void primitiveArray(long id, FieldKind element, int length, DumpInput elements) {
            places.put(id, elements.position());
        }
    }

    @ParameterizedTest
    @MethodSource("io.memcmp.analysis.Jdk#all")
    void ofTheDumpOfAVirtualMachine(Jdk jdk) throws Exception {
        var file = Dumps.ofKnown(jdk, 100_000, compiled, DIRECTORY);
        for (var splitting : List.of(new Splitting(1, 1), new Splitting(3, 1))) {
            try (var dump = HeapDump.open(file, HeapDumpOptions.USUAL, DumpProgress.NONE, splitting)) {
                var all = new Records();
                dump.scan(all);
                assertEquals(dump.objects(), all.places.size());
                long read = 0;
                for (int i = 0; i < ASKED; i++) {
                    int object = (int) ((long) dump.objects() * i / ASKED);
                    long id = dump.addressOf(object);
                    var few = new Records();
                    dump.scan(few, List.of(object));
                    assertEquals(all.places.get(id), few.places.get(id));
                    read += few.places.size();
                }
                assertTrue(read < (long) ASKED * dump.objects() / 4, read + " records for " + ASKED + " objects");
            }
        }
    }

    @Test
    void ofRandomFiles() {
        for (long seed = 1; seed <= 1000; seed++) {
            var random = new Random(seed);
            var pieces = new TreeMap<Long, List<Long>>();
            var parts = new ArrayList<Segments>();
            long at = 1L + random.nextInt(100);
            for (int part = 0; part < 1 + random.nextInt(3); part++) {
                parts.add(new Segments());
                for (int segment = 0; segment < 1 + random.nextInt(20); segment++) {
                    parts.getLast().begin(at);
                    pieces.put(at, ids(random, parts.getLast()));
                    at += 1 + random.nextInt(1 << (1 + random.nextInt(20)));
                }
            }
            parts.stream().skip(1).forEach(parts.getFirst()::add);
            check(seed, pieces, parts.getFirst(), at);
        }
    }

    private static List<Long> ids(Random random, Segments segments) {
        var ids = new ArrayList<Long>();
        long middle = random.nextLong();
        for (int i = random.nextInt(4); i > 0; i--) {
            ids.add(random.nextInt(10) == 0 ? random.nextLong() : middle + random.nextInt(100));
            segments.object(ids.getLast());
        }
        return ids;
    }

    private static void check(long seed, Map<Long, List<Long>> pieces, Segments segments, long end) {
        var all = pieces.values().stream().flatMap(List::stream).toList();
        for (long id : all) {
            var ranges = segments.with(new long[] {0, id}, end);
            pieces.forEach((begin, ids) -> {
                boolean covered = ranges.stream().anyMatch(range -> range.from() <= begin && begin < range.to());
                assertTrue(covered || !ids.contains(id), "seed " + seed);
            });
            for (int i = 1; i < ranges.size(); i++) {
                assertTrue(ranges.get(i - 1).to() <= ranges.get(i).from(), "seed " + seed);
            }
        }
        assertEquals(List.of(), segments.with(new long[0], end));
    }
}
