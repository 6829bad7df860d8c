package io.memcmp.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.result.Unit;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class QuantitiesTest {

    @ParameterizedTest
    @CsvSource({
        "0, NANOSECONDS, 0 ns",
        "999, NANOSECONDS, 999 ns",
        "999.4, NANOSECONDS, 999 ns",
        "999.5, NANOSECONDS, 1.00 µs",
        "1000, NANOSECONDS, 1.00 µs",
        "9994, NANOSECONDS, 9.99 µs",
        "9996, NANOSECONDS, 10.0 µs",
        "99949, NANOSECONDS, 99.9 µs",
        "99951, NANOSECONDS, 100 µs",
        "999499, NANOSECONDS, 999 µs",
        "999500, NANOSECONDS, 1.00 ms",
        "12345678, NANOSECONDS, 12.3 ms",
        "999500000, NANOSECONDS, 1.00 s",
        "61000000000, NANOSECONDS, 61.0 s",
        "1234567000000, NANOSECONDS, 1235 s",
        "1023, BYTES, 1023 B",
        "1024, BYTES, 1.00 KiB",
        "1048063, BYTES, 1023 KiB",
        "1048064, BYTES, 1.00 MiB",
        "1073741824, BYTES, 1.00 GiB",
        "-2048, BYTES, -2.00 KiB",
        "1048576, BYTES_PER_SECOND, 1.00 MiB/s",
        "1234567, COUNT, '1,234,567'",
        "1.5, COUNT, 1.50",
        "0.5, RATIO, 50.0 %",
        "0, RATIO, 0.00 %",
        "1, RATIO, 100 %"
    })
    void aFigureIsWrittenInTheUnitThatSuitsIt(double figure, Unit unit, String text) {
        assertEquals(text, Quantities.text(figure, unit));
    }

    @Test
    void noFigureIsWrittenWithMoreThanFourDigitsOrInTooSmallAUnit() {
        var random = new Random(5);
        for (int i = 0; i < 5000; i++) {
            double nanos = Math.exp(random.nextDouble() * Math.log(9e12));
            var text = Quantities.text(nanos, Unit.NANOSECONDS);
            assertTrue(text.matches("\\d\\.\\d\\d .*|\\d\\d\\.\\d .*|\\d{1,3} .*|\\d{4} s"), nanos + " as " + text);
        }
    }

    @Test
    void aRangeIsWrittenInTheUnitOfItsMedian() {
        assertEquals("0.50–2.00", Quantities.range(500_000, 2_000_000, 1_500_000, Unit.NANOSECONDS));
        assertEquals("10.0–12.0", Quantities.range(0.10, 0.12, 0.11, Unit.RATIO));
        assertEquals("1.00–3.00", Quantities.range(1 << 20, 3 << 20, 2 << 20, Unit.BYTES));
    }
}
