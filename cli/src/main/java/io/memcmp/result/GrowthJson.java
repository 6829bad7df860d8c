package io.memcmp.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.memcmp.analysis.Window;
import io.memcmp.analysis.leak.GrowthProfile;
import io.memcmp.analysis.leak.GrowthProfile.Exhaustion;
import io.memcmp.plan.Cell;
import java.time.Duration;
import java.util.Locale;

/** How the heap after collections grew, as JSON: of one recording, and what collectors say of it together. */
final class GrowthJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private GrowthJson() {}

    static ObjectNode of(GrowthProfile growth, Window window) {
        var node = NODES.objectNode();
        node.put("looks", growth.looks());
        node.put("since_ns", Duration.between(window.start(), growth.since()).toNanos());
        node.set("bytes_per_second", Readings.number(growth.bytesPerSecond()));
        node.set("low_bytes_per_second", Readings.number(growth.low()));
        node.set("high_bytes_per_second", Readings.number(growth.high()));
        node.set("level_bytes", Readings.number(growth.level()));
        node.set("maximum_heap_bytes", Readings.json(growth.maximum()));
        node.set("out_of_memory", Readings.json(growth.outOfMemory(), GrowthJson::exhaustion));
        return node;
    }

    private static ObjectNode exhaustion(Exhaustion full) {
        var node = NODES.objectNode();
        node.set("after_ns", Readings.number(full.nanos()));
        node.set("earliest_ns", Readings.number(full.earliest()));
        node.set("latest_ns", Readings.number(full.latest()));
        return node;
    }

    static ArrayNode agreements(Report.Run run) {
        var array = NODES.arrayNode();
        for (var agreement : GrowthAgreement.of(run.cells())) {
            var node = array.addObject();
            node.set(
                    "cells",
                    ReportJson.strings(agreement.cells().stream()
                            .map(CellGrowth::cell)
                            .map(Cell::id)
                            .toList()));
            node.put("verdict", agreement.verdict().name().toLowerCase(Locale.ROOT));
            node.set("slowest_bytes_per_second", Readings.number(agreement.slowest()));
            node.set("fastest_bytes_per_second", Readings.number(agreement.fastest()));
        }
        return array;
    }
}
