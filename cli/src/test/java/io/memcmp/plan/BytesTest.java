package io.memcmp.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class BytesTest {

    @ParameterizedTest
    @CsvSource({
        "0, 0",
        "1, 1",
        "17b, 17",
        "1k, 1024",
        "1K, 1024",
        "256m, 268435456",
        "512MiB, 536870912",
        "512 mb, 536870912",
        "2g, 2147483648",
        "2GB, 2147483648",
        "1t, 1099511627776"
    })
    void aSizeIsReadAsTheJvmReadsIt(String text, long bytes) {
        assertEquals(bytes, Bytes.parse(text).count());
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "m", "-1m", "1.5g", "12q", "1e3", "0x10", "256m heap", "999999999999999999999", "９m"})
    void whatIsNoSizeIsRefusedWithAnExample(String text) {
        var error = assertThrows(UserError.class, () -> Bytes.parse(text));
        assertEquals("not a size: " + text, error.getMessage());
        assertEquals("write a number and a unit, for example 256m or 2g", error.remedy());
    }

    @Test
    void aSizeBeyondALongIsRefused() {
        var error = assertThrows(UserError.class, () -> Bytes.parse("999999999999t"));
        assertEquals("size too large: 999999999999t", error.getMessage());
    }

    @Test
    void whatIsWrittenForTheJvmReadsAsTheSameSize() {
        var random = new Random(1);
        for (int i = 0; i < 1000; i++) {
            var size = new Bytes(random.nextLong(1L << random.nextInt(1, 46)) << random.nextInt(0, 12));
            assertEquals(size, Bytes.parse(size.forJvm()), size.toString());
        }
        assertEquals("256m", Bytes.ofMiB(256).forJvm());
        assertEquals("1g", Bytes.ofMiB(1024).forJvm());
        assertEquals("0", new Bytes(0).forJvm());
    }

    @Test
    void aNegativeSizeIsNone() {
        assertThrows(IllegalArgumentException.class, () -> new Bytes(-1));
    }
}
