package io.memcmp.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.memcmp.stats.Interval;
import java.util.Locale;
import java.util.Map;

/** What collection costs at least, as JSON. */
final class GcCostJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Map<CellKey, String> ids;

    /** Cells are told by their names in the same document. */
    GcCostJson(Map<CellKey, String> ids) {
        this.ids = Map.copyOf(ids);
    }

    JsonNode of(GcCost cost) {
        var sweeps = NODES.arrayNode();
        cost.sweeps().forEach(sweep -> sweeps.add(sweep(sweep)));
        return sweeps;
    }

    private ObjectNode sweep(GcCost.Sweep sweep) {
        var node = NODES.objectNode();
        node.put("subject", sweep.work().subject());
        node.put("jdk_version", sweep.work().version());
        node.put("headers", sweep.work().headers());
        node.put("compressed_oops", sweep.work().compressedOops());
        node.put("resource", sweep.resource().name().toLowerCase(Locale.ROOT));
        node.put("total_metric", sweep.total().id());
        node.set("minimum", Readings.json(sweep.minimum(), this::minimum));
        var cells = node.putArray("cells");
        sweep.lines().forEach(line -> {
            var cell = cells.addObject();
            cell.put("id", id(line.cell()));
            cell.set("bound", Readings.json(line.bound(), GcCostJson::bound));
        });
        node.set("warnings", ReportJson.strings(sweep.warnings()));
        return node;
    }

    private ObjectNode minimum(GcCost.Minimum minimum) {
        return NODES.objectNode().put("id", id(minimum.cell())).put("distilled_ns", minimum.nanos());
    }

    private String id(CellKey cell) {
        return ids.getOrDefault(cell, "");
    }

    private static ObjectNode bound(GcCost.Bound bound) {
        var node = NODES.objectNode();
        node.put("total_ns", bound.total());
        node.set("subtracted_ns", Readings.json(bound.subtracted()));
        node.put("lbo", bound.ratio());
        node.set("interval", interval(bound.interval()));
        node.put("n", bound.trials());
        return node;
    }

    private static ObjectNode interval(Interval interval) {
        return interval.bounded()
                ? NODES.objectNode()
                        .put("low", interval.low())
                        .put("high", interval.high())
                        .put("confidence", interval.confidence())
                : NODES.objectNode().put("absent", "one trial tells no interval");
    }
}
