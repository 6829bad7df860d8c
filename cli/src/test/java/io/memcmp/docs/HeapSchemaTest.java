package io.memcmp.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import com.fasterxml.jackson.databind.node.ObjectNode;
import io.memcmp.made.MadeDumps;
import io.memcmp.result.DumpReport;
import io.memcmp.result.ReportJson;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class HeapSchemaTest {
    static List<DumpReport> made() {
        return List.of(
                MadeDumps.whole(),
                MadeDumps.hostile(),
                MadeDumps.damaged(),
                MadeDumps.difference(),
                MadeDumps.hostileDifference());
    }

    @ParameterizedTest
    @MethodSource("made")
    void heapDumpsAreAsTheirSchemaSays(DumpReport made) {
        var document = Schema.parse(ReportJson.document(made));
        assertEquals(List.of(), Schema.forReaders("heap").errors(document));
        assertEquals(List.of(), Schema.closed("heap").errors(document));
    }

    @Test
    void absenceHasAReasonAndAnAddressIsText() {
        var broken = (ObjectNode) Schema.parse(ReportJson.document(MadeDumps.whole()));
        ((ObjectNode) broken.at("/dumps/0")).putNull("totals");
        assertFalse(Schema.forReaders("heap").errors(broken).isEmpty());
        broken = (ObjectNode) Schema.parse(ReportJson.document(MadeDumps.whole()));
        ((ObjectNode) broken.at("/dumps/0/answers/objects/0/object")).put("address", 12);
        assertFalse(Schema.forReaders("heap").errors(broken).isEmpty());
    }

    @Test
    void absenceIsWrittenAsInTheReportOfARun() {
        assertEquals(
                Schema.source("run").at("/$defs/absent"), Schema.source("heap").at("/$defs/absent"));
    }
}
