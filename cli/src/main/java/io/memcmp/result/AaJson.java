package io.memcmp.result;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.memcmp.stats.SelfTest;
import java.util.Locale;

/** A configuration against itself as JSON. */
final class AaJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private AaJson() {}

    static ObjectNode of(Aa aa) {
        var node = NODES.objectNode();
        node.put("schema", "memcmp/aa/1");
        node.put("tool_version", aa.tool());
        node.put("created_at", aa.created().toString());
        node.put("directory", aa.directory().toString());
        node.put("interrupted", aa.interrupted());
        node.put("subject", aa.subject());
        node.put("cell", aa.cell());
        node.put("outcomes", aa.outcomes());
        node.put("trials", aa.trials());
        node.put("seed", aa.seed());
        node.set("host", ReportJson.host(aa.host()));
        node.set("warnings", ReportJson.strings(aa.warnings()));
        var metrics = node.putArray("metrics");
        aa.tests().forEach(test -> metrics.add(metric(test)));
        return node;
    }

    private static ObjectNode metric(SelfTests tested) {
        var node = NODES.objectNode();
        node.put("metric", tested.metric().id());
        node.put("unit", tested.metric().unit().symbol());
        node.put("metric_class", tested.question().name().toLowerCase(Locale.ROOT));
        node.set("median", Readings.json(tested.median()));
        node.set("test", Readings.json(tested.test(), AaJson::test));
        return node;
    }

    private static ObjectNode test(SelfTest test) {
        var node = NODES.objectNode();
        node.put("scale", test.scale().name().toLowerCase(Locale.ROOT));
        JudgementJson.fill(node.putObject("as_run"), test.asRun(), true);
        node.put("spread", test.spread());
        var alarms = node.putObject("false_alarms");
        alarms.put("found", test.alarms());
        alarms.put("draws", test.draws());
        alarms.put("pairs", test.pairs());
        var sequential = node.putObject("false_alarms_if_sequential");
        sequential.put("found", test.sequentialAlarms());
        sequential.put("windows", test.windows());
        var detectable = node.putArray("minimal_detectable");
        test.detectable()
                .forEach(each ->
                        detectable.addObject().put("blocks", each.blocks()).put("difference", each.difference()));
        return node;
    }
}
