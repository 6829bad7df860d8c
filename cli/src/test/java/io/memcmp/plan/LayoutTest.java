package io.memcmp.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class LayoutTest {

    @ParameterizedTest
    @CsvSource({
        "DEFAULT, DEFAULT, 25, ''",
        "COMPACT, DEFAULT, 25, -XX:+UseCompactObjectHeaders",
        "COMPACT, DEFAULT, 24, -XX:+UnlockExperimentalVMOptions -XX:+UseCompactObjectHeaders",
        "COMPACT, DEFAULT, 17, -XX:+UseCompactObjectHeaders",
        "LEGACY, DEFAULT, 25, -XX:-UseCompactObjectHeaders",
        "LEGACY, DEFAULT, 24, ''",
        "LEGACY, DEFAULT, 17, ''",
        "DEFAULT, ON, 17, -XX:+UseCompressedOops",
        "DEFAULT, OFF, 25, -XX:-UseCompressedOops",
        "LEGACY, OFF, 25, -XX:-UseCompactObjectHeaders -XX:-UseCompressedOops"
    })
    void everyReleaseIsAskedInItsOwnWords(Layout.Headers headers, Layout.Oops oops, int feature, String flags) {
        assertEquals(flags, String.join(" ", new Layout(headers, oops).flags(feature)));
    }

    @Test
    void aLayoutIsNamedByWhatSetsItApart() {
        assertEquals("", Layout.DEFAULT.label());
        assertEquals("compact, oops off", new Layout(Layout.Headers.COMPACT, Layout.Oops.OFF).label());
        assertEquals("oops on", new Layout(Layout.Headers.DEFAULT, Layout.Oops.ON).label());
    }

    @Test
    void settingsAreReadAndOthersRefusedWithTheNearest() {
        assertEquals(Layout.Headers.COMPACT, Layout.parseHeaders("Compact"));
        assertEquals(Layout.Oops.OFF, Layout.parseOops("off"));
        var error = assertThrows(UserError.class, () -> Layout.parseHeaders("compct"));
        assertEquals("unknown kind of object headers: compct", error.getMessage());
        assertEquals("did you mean compact? choose from: compact, legacy", error.remedy());
        assertThrows(UserError.class, () -> Layout.parseOops("maybe"));
    }

    @Test
    void theOptionsOfACellStandInTheOrderInWhichTheyOverride() {
        var jdk = new Jdk(25, "25", "", java.nio.file.Path.of("/jdk"), "");
        var cell = new Cell(
                new Subject.Bundled("linked-list", Map.of()),
                Collector.SERIAL,
                jdk,
                Heap.of(Bytes.ofMiB(64)),
                new Layout(Layout.Headers.COMPACT, Layout.Oops.DEFAULT),
                List.of("-Xss1m"));
        assertEquals(
                List.of("-XX:+UseSerialGC", "-Xms64m", "-Xmx64m", "-XX:+UseCompactObjectHeaders", "-Xss1m"),
                cell.flags());
        assertEquals("linked-list-serial-25-64m-compact", cell.id());
    }
}
