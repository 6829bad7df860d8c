package io.memcmp.analysis.heapdump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.analysis.heapdump.LeakSuspects.Suspect;
import io.memcmp.analysis.heapdump.Waste.Duplicate;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;

/** The analyses on made-up heaps and on damaged dumps: they end, and what they say adds up. */
class AnalysesTest {
    private static final Path DIRECTORY = Dumps.directory();
    private static final DominatorTree.Limits ALL = new DominatorTree.Limits(100, Integer.MAX_VALUE, 0);

    @AfterAll
    static void delete() throws IOException {
        Dumps.delete(DIRECTORY);
    }

    @Test
    void onMadeUpHeaps() throws Exception {
        long equal = 0;
        long suspects = 0;
        for (long seed = 1; seed <= 400; seed++) {
            var random = RandomHeap.of(seed);
            var file = Dumps.write(random.heap(), random.style(), DIRECTORY.resolve("heap.hprof"));
            try (var dump = HeapDump.open(file, HeapDumpOptions.USUAL, DumpProgress.NONE)) {
                suspects += all(dump, random.toString());
                var waste = Waste.of(dump, Integer.MAX_VALUE);
                assertEquals(equalArrays(dump), sum(waste.arrays()), random::toString);
                equal += waste.duplicateArrayBytes();
            } finally {
                Files.delete(file);
            }
        }
        assertTrue(equal > 0 && suspects > 100, equal + " bytes of equal arrays, " + suspects + " suspects");
    }

    /** The writer of made-up heaps fills all arrays alike: those of a type and length are equal. */
    private static long equalArrays(HeapDump dump) {
        Map<List<Integer>, Long> sizes = new HashMap<>();
        long wasted = 0;
        for (int object = 0; object < dump.objects(); object++) {
            var name = dump.nameOf(object);
            boolean primitives = dump.lengthOf(object) >= 0 && !name.contains(".");
            if (primitives && dump.reachabilityOf(object) != Reachability.UNREACHABLE) {
                var key = List.of(dump.classOf(object), dump.lengthOf(object));
                wasted += sizes.containsKey(key) ? dump.sizeOf(object) : 0;
                sizes.put(key, dump.sizeOf(object));
            }
        }
        return wasted;
    }

    private static long sum(List<Duplicate> duplicates) {
        return duplicates.stream().mapToLong(Duplicate::wasted).sum();
    }

    @Test
    void onDamagedDumps() throws Exception {
        int read = 0;
        for (long seed = 1; seed <= 400; seed++) {
            var file = DIRECTORY.resolve("damaged.hprof");
            Files.write(file, DumpFuzzer.damaged(seed).bytes());
            try (var dump = HeapDump.open(file, HeapDumpOptions.USUAL, DumpProgress.NONE)) {
                all(dump, "seed " + seed);
                var waste = Waste.of(dump, 3);
                assertTrue(waste.strings().size() <= 3 && waste.duplicateArrayBytes() >= 0);
                read++;
            } catch (HeapDumpException refused) {
                // that is an answer, too
            } finally {
                Files.delete(file);
            }
        }
        assertTrue(read > 200, "read " + read);
    }

    private static long all(HeapDump dump, String what) throws IOException {
        var outline = DominatorOutline.of(dump);
        var places = outline.places();
        long objects = places.dropped(Places.ROOTS);
        for (int place = 0; place < places.size(); place++) {
            long below = outline.under(place).mapToLong(places::retained).sum();
            boolean adds = places.retained(place) == places.shallow(place) + below;
            assertTrue(adds || places.dropped(place) > 0, () -> what + ": does not add up");
            objects += places.instances(place) + places.nested(place) + places.between(place);
        }
        assertTrue(objects <= dump.objects(), what);
        assertEquals(dump.total(Reachability.STRONG).bytes(), outline.retained(), what);
        assertEquals(outline.retained(), DominatorTree.of(outline, ALL).retained());
        assertEquals(List.of(), DominatorDiff.of(outline, dump.outline(), ALL).top(), what);
        long least = Math.max(1, outline.retained() / 10);
        var suspects = LeakSuspects.retaining(dump, outline, least);
        suspects.forEach(suspect -> check(suspect, dump, least, what));
        return suspects.size();
    }

    private static void check(Suspect suspect, HeapDump dump, long least, String what) {
        assertTrue(suspect.retained() >= least && suspect.share() <= 1, () -> what + ": " + suspect);
        assertTrue(!suspect.holders().isEmpty() && !suspect.path().isEmpty(), () -> what + ": " + suspect);
        if (suspect.instances() == 1) {
            assertEquals(dump.retainedBy(suspect.object()), suspect.retained(), () -> what + ": " + suspect);
            assertEquals(
                    suspect.accumulation().object(), suspect.path().getLast().object(), () -> what + ": " + suspect);
        }
        assertTrue(suspect.accumulation().retained() <= suspect.retained(), () -> what + ": " + suspect);
        suspect.accumulation()
                .contents()
                .forEach(content -> assertTrue(content.bytes() <= suspect.retained(), () -> what + ": " + suspect));
    }
}
