package io.memcmp.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class HeapTest {
    private static final Subject LIST = new Subject.Bundled("linked-list", Map.of());
    private static final Subject LEAK = new Subject.Bundled("cache-leak", Map.of());

    @Test
    void aSizeIsASize() {
        assertEquals(Heap.of(Bytes.ofMiB(512)), Heap.parse("512m"));
        assertEquals(Heap.of(Bytes.ofMiB(2048)), Heap.parse(" 2GiB "));
        assertFalse(Heap.parse("512m").needsMinimum());
    }

    @ParameterizedTest
    @CsvSource({"2x, 2x", "1.5x, 1.5x", "1.50X, 1.5x", "1x, 1x", "6.0x, 6x", " 3x , 3x"})
    void aMultipleIsCalledByItsNumber(String typed, String label) {
        var heap = Heap.parse(typed);
        assertTrue(heap.needsMinimum());
        assertEquals(label, heap.label());
    }

    @ParameterizedTest
    @ValueSource(strings = {"x2", "x", "2 x", "-2x", "1,5x", "1.x", ".5x", "2xx", "2x3", "99999x", "0x10", "2xm"})
    void whatIsNoMultipleIsRefused(String typed) {
        var refusal = assertThrows(UserError.class, () -> Heap.parse(typed));
        assertEquals("not a multiple of the minimum heap: " + typed, refusal.getMessage());
        assertTrue(refusal.remedy().startsWith("write a number and x, for example 2x"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"0.5x", "0x", "0.999x"})
    void lessThanTheMinimumIsRefused(String typed) {
        var refusal = assertThrows(UserError.class, () -> Heap.parse(typed));
        assertEquals("less than the minimum heap: " + typed, refusal.getMessage());
        assertTrue(refusal.remedy().startsWith("choose multiples from 1x up"));
    }

    @ParameterizedTest
    @CsvSource({
        "2x, 61, 122",
        "1.5x, 61, 92",
        "1x, 61, 62",
        "2x, 8, 16",
        "1.5x, 7, 12",
        "6x, 1000, 6000",
        "3x, 1001, 3004"
    })
    void itsSizeIsRoundedUpToWhatEveryCollectorTakes(String multiple, long minimum, long size) {
        var heap = Heap.parse(multiple).over(Bytes.ofMiB(minimum));
        assertEquals(Optional.of(Bytes.ofMiB(size)), heap.size());
        assertEquals(multiple, heap.label());
        assertFalse(heap.needsMinimum());
    }

    /** G1 has at most some 2048 regions up to its largest, and rounds the heap up to whole ones. */
    @Test
    void noSizeIsOneThatG1WouldRound() {
        var random = new Random(5);
        for (int i = 0; i < 10_000; i++) {
            var minimum = Bytes.ofMiB(1 + random.nextInt(1 << 15));
            long size = Heap.parse(1 + random.nextInt(8) + "x")
                    .over(minimum)
                    .size()
                    .orElseThrow()
                    .count();
            long region = Math.min(Long.highestOneBit(Math.max(size / 2048, 1 << 20)), 32 << 20);
            assertEquals(0, size % region, minimum + " " + size);
            assertEquals(0, size % (2 << 20), minimum + " " + size);
        }
    }

    @Test
    void aSizeStaysWhatItIsOverAnyMinimum() {
        assertEquals(Heap.parse("512m"), Heap.parse("512m").over(Bytes.ofMiB(61)));
        assertEquals(Heap.OF_JVM, Heap.OF_JVM.over(Bytes.ofMiB(61)));
        var sized = Heap.parse("2x").over(Bytes.ofMiB(61));
        assertEquals(sized, sized.over(Bytes.ofMiB(10)));
    }

    @Test
    void eachProgramHasMultiplesOfItsOwnMinimum() {
        var wished = List.of(Heap.parse("512m"), Heap.parse("2x"));
        var spec = spec(Map.of(LIST, wished, LEAK, List.of(Heap.parse("2x"))));
        assertEquals(2, spec.axes().needMinimum().size());
        var sized = spec.over(Map.of(LIST, Bytes.ofMiB(60), LEAK, Bytes.ofMiB(300)));
        assertEquals(List.of(), sized.axes().needMinimum());
        assertEquals(List.of(Bytes.ofMiB(512), Bytes.ofMiB(120)), sizes(sized, LIST));
        assertEquals(List.of(Bytes.ofMiB(600)), sizes(sized, LEAK));
    }

    /** Without a size the JVM would choose its own, and the cell would say something else. */
    @Test
    void noCellIsMadeOfAMultipleWhoseSizeNobodyKnows() {
        var spec = spec(Map.of(LIST, List.of(Heap.parse("2x"))));
        assertThrows(IllegalStateException.class, () -> Plan.of(spec, _ -> Optional.empty()));
    }

    private static List<Bytes> sizes(ExperimentSpec spec, Subject subject) {
        return spec.axes().subjects().getOrDefault(subject, List.of()).stream()
                .map(heap -> heap.size().orElseThrow())
                .toList();
    }

    private static ExperimentSpec spec(Map<Subject, List<Heap>> heaps) {
        var jdk = new Jdk(25, "25", "Somebody", Path.of("/jdk/25"), "here");
        var axes =
                new ExperimentSpec.Axes(heaps, List.of(Collector.G1), List.of(jdk), List.of(Layout.DEFAULT), List.of());
        var limits = new Limits(java.time.Duration.ofMinutes(1), java.util.Set.of(0));
        var capture = new ExperimentSpec.Capture(Optional.empty(), false, false, false);
        return new ExperimentSpec(axes, 1, 1, limits, capture, Judging.DEFAULT);
    }
}
