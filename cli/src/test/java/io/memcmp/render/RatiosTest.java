package io.memcmp.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.result.Unit;
import io.memcmp.stats.Effect;
import io.memcmp.stats.Interval;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class RatiosTest {

    @ParameterizedTest
    @CsvSource({
        "1.554, 1.55", "12.34, 12.3", "123.4, 123", "0.5, 0.50", "0.0951, 0.10", "0.0949, 0.095", "0.0234, 0.023",
        "0.00999, 0.010", "0.0012345, 0.0012", "1, 1.00", "Infinity, ∞", "-Infinity, 0"
    })
    void aRatioHasTwoDigitsThatCountAtLeast(double ratio, String text) {
        assertEquals(text, Ratios.digits(ratio));
    }

    @Test
    void anEndOnOneSideOfOneIsNeverPrintedAsOneNorOnTheOther() {
        var random = new Random(1);
        for (int i = 0; i < 2000; i++) {
            double distance = Math.pow(10, -12 * random.nextDouble());
            for (double end : new double[] {1 + distance, 1 - Math.min(distance, 0.99)}) {
                var text = printed(end);
                assertNotEquals(1.0, Double.parseDouble(text), text);
                assertEquals(end > 1, Double.parseDouble(text) > 1, text);
            }
        }
    }

    @Test
    void aRatioIsToldWithWhatItIsARatioOf() {
        var interval = new Interval(1.46, 1.64, 0.99);
        var ratio = new Effect.Ratio(1.55, interval, interval);
        assertEquals("1.55 × g1 [1.46, 1.64]", Ratios.against(ratio, Unit.NANOSECONDS, "g1"));
        assertEquals("2.00 × g1 exactly", Ratios.against(new Effect.Exact(4, 2), Unit.BYTES, "g1"));
        assertTrue(Ratios.against(new Effect.Exact(4, 0), Unit.BYTES, "g1").endsWith("against g1"));
    }

    private static String printed(double end) {
        var interval = new Interval(end, 5, 0.99);
        var text = Ratios.simultaneous(new Effect.Ratio(2, interval, interval), Unit.BYTES);
        return text.substring(text.indexOf('[') + 1, text.indexOf(','));
    }
}
