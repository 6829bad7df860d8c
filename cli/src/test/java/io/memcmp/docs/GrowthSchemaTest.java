package io.memcmp.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.analysis.Observed;
import io.memcmp.made.MadeGrowth;
import io.memcmp.plan.Collector;
import io.memcmp.result.ReportJson;
import java.util.List;
import org.junit.jupiter.api.Test;

class GrowthSchemaTest {
    @Test
    void howTheLiveSetGrewIsAsTheSchemaSays() {
        var window = MadeGrowth.window();
        var grown = Schema.parse(ReportJson.document(MadeGrowth.run(
                MadeGrowth.cell(Collector.G1, Observed.of(MadeGrowth.leak(window))),
                MadeGrowth.cell(Collector.ZGC, Observed.of(MadeGrowth.none(window, 9))))));
        assertEquals("open", grown.at("/growth_agreement/0/verdict").asText());
        assertEquals(2, grown.at("/growth_agreement/0/cells").size());
        assertTrue(grown.at("/cells/0/trials/0/profile/growth/out_of_memory/after_ns")
                .isNumber());
        assertTrue(grown.at("/cells/1/trials/0/profile/growth/out_of_memory/absent")
                .isTextual());
        assertEquals(List.of(), Schema.forReaders("run").errors(grown));
        assertEquals(List.of(), Schema.closed("run").errors(grown));
    }
}
