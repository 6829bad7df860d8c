package io.memcmp.plan;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

final class CollectorTest {

    @ParameterizedTest
    @EnumSource
    void aCollectorIsFoundUnderItsName(Collector collector) {
        assertEquals(collector, Collector.parse(collector.id()));
        assertEquals(collector, Collector.parse(collector.id().toUpperCase(java.util.Locale.ROOT)));
    }

    @ParameterizedTest
    @CsvSource({"zcg, zgc", "g2, g1", "shenandoa, shenandoah", "shenandoah_gen, shenandoah-gen", "seriel, serial"})
    void aMistypedNameIsAnsweredWithTheNearest(String typed, String nearest) {
        var error = assertThrows(UserError.class, () -> Collector.parse(typed));
        assertEquals("unknown collector: " + typed, error.getMessage());
        assertTrue(error.remedy().startsWith("did you mean " + nearest + "? choose from: serial, "), error.remedy());
    }

    @Test
    void aNameLikeNoOtherIsAnsweredWithTheList() {
        var error = assertThrows(UserError.class, () -> Collector.parse("quicksilver"));
        assertEquals("choose from: " + String.join(", ", Collector.ids()), error.remedy());
    }

    @Test
    void theGenerationsOfZgcAreAskedForWhereTheyAreNotTheDefault() {
        assertEquals(List.of("-XX:+UseZGC"), Collector.ZGC.flags(17));
        assertEquals(List.of("-XX:+UseZGC", "-XX:+ZGenerational"), Collector.ZGC.flags(21));
        assertEquals(List.of("-XX:+UseZGC", "-XX:+ZGenerational"), Collector.ZGC.flags(22));
        assertEquals(List.of("-XX:+UseZGC"), Collector.ZGC.flags(23));
        assertEquals(List.of("-XX:+UseZGC"), Collector.ZGC.flags(25));
    }

    @Test
    void experimentalCollectorsAreUnlockedFirst() {
        for (var collector : List.of(Collector.SHENANDOAH_GEN, Collector.EPSILON)) {
            assertEquals("-XX:+UnlockExperimentalVMOptions", collector.flags(25).getFirst());
        }
    }
}
