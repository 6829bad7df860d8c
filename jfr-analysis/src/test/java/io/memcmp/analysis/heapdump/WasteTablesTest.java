package io.memcmp.analysis.heapdump;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.analysis.layout.FieldKind;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The tables behind {@link Waste} and the outline, against those of the JDK. */
class WasteTablesTest {
    @TempDir
    private Path directory;

    /** A hash as a value. */
    private record Hash(long first, long second) {}

    private Hash hash(byte[] content, FieldKind kind, int before) throws IOException {
        var file = directory.resolve("content");
        var bytes = new byte[before + content.length];
        System.arraycopy(content, 0, bytes, before, content.length);
        Files.write(file, bytes);
        try (var in = new DumpInput(file)) {
            in.identifiersOf(8);
            in.seek(before);
            var hash = new ArrayHash();
            hash.read(kind, content.length / DumpValues.bytes(kind, 8), in);
            return new Hash(hash.first(), hash.second());
        }
    }

    @Test
    void equalContentsHaveEqualHashesWhereverTheyStand() throws IOException {
        var content = new byte[200_000];
        new Random(1).nextBytes(content);
        var hash = hash(content, FieldKind.BYTE, 0);
        assertEquals(hash, hash(content, FieldKind.BYTE, 13));
        assertEquals(hash, hash(content, FieldKind.BYTE, (4 << 20) - 100));
    }

    @Test
    void everyBitCounts() throws IOException {
        var random = new Random(2);
        for (int length : List.of(1, 7, 8, 9, 31, 100_001)) {
            var content = new byte[length];
            random.nextBytes(content);
            var seen = new HashSet<Hash>();
            seen.add(hash(content, FieldKind.BYTE, 0));
            for (int i = 0; i < 20; i++) {
                int bit = i == 0 ? 8 * length - 1 : random.nextInt(8 * length);
                var other = content.clone();
                other[bit / 8] ^= (byte) (1 << bit % 8);
                assertNotEquals(hash(content, FieldKind.BYTE, 0), hash(other, FieldKind.BYTE, 0));
                seen.add(hash(other, FieldKind.BYTE, 0));
            }
            assertTrue(seen.size() > 5, "too few: " + seen.size());
        }
    }

    @Test
    void lengthAndTypeCount() throws IOException {
        var hashes = new HashSet<Hash>();
        for (int length = 0; length <= 64; length += 8) {
            for (var kind : FieldKind.values()) {
                if (kind != FieldKind.REF) {
                    hashes.add(hash(new byte[length], kind, 0));
                }
            }
        }
        assertEquals(9 * 8, hashes.size());
    }

    @Test
    void aSetOfValuesHasAsManyAsASetOfTheJdk() {
        var random = new Random(3);
        var expected = new HashSet<Long>();
        var values = new ValueSet();
        for (int i = 0; i < 100_000; i++) {
            long value = random.nextInt(4) == 0 ? random.nextLong() : random.nextInt(1000) - 500;
            expected.add(value);
            values.add(value);
            assertEquals(expected.size(), values.size());
        }
    }

    @Test
    void allThatRepeatIsSeenToRepeatAndLittleElse() {
        var random = new Random(4);
        var hashes = LongStream.generate(random::nextLong).limit(10_000).toArray();
        var repeats = new Repeats(hashes.length);
        Map<Long, Integer> counts = new HashMap<>();
        for (int i = 0; i < hashes.length; i++) {
            for (int times = 0; times <= i % 2; times++) {
                repeats.see(hashes[i]);
                counts.merge(hashes[i], 1, Integer::sum);
            }
        }
        long wrongly = 0;
        for (long hash : hashes) {
            if (counts.getOrDefault(hash, 0) > 1) {
                assertTrue(repeats.mayRepeat(hash));
            } else if (repeats.mayRepeat(hash)) {
                wrongly++;
            }
        }
        assertTrue(wrongly < 1500, wrongly + " of 5000");
    }

    @Test
    void sizeClassesGiveTheSizeFromWhichOnThereAreNoMoreThanAsked() {
        var random = new Random(5);
        for (int round = 0; round < 200; round++) {
            var sizes = random.longs(500, 8, 1L << (4 + random.nextInt(58))).toArray();
            var classes = new SizeClasses();
            LongStream.of(sizes).forEach(classes::add);
            long most = random.nextInt(500);
            long least = classes.least(most);
            assertTrue(
                    LongStream.of(sizes).filter(size -> size >= least).count() <= most || least == 0, "round " + round);
            // and a little below there are more
            long below = least - least / 4;
            assertTrue(least == 0
                    || LongStream.of(sizes).filter(size -> size >= below - 1).count() >= most);
        }
    }

    @Test
    void thereAreNoMorePlacesThanAllowed() {
        var places = new Places(10);
        for (int i = 0; i < 20; i++) {
            int place = places.under(Places.ROOTS, i, i, false);
            assertEquals(i < 9, place != Places.NOWHERE);
        }
        assertEquals(10, places.size());
        assertEquals(11, places.dropped(Places.ROOTS));
        assertEquals(false, places.complete());
        assertEquals(3, places.under(Places.ROOTS, 99, 2, false), "that of the third class");
    }
}
