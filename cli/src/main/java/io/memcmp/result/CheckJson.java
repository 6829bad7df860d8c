package io.memcmp.result;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Locale;

/** What {@code memcmp check} says, as JSON. */
final class CheckJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private CheckJson() {}

    static ObjectNode of(Report.Checked checked) {
        var node = NODES.objectNode();
        node.put("schema", "memcmp/check/1");
        node.put("tool_version", checked.tool());
        node.put("created_at", checked.created().toString());
        node.put("outcome", checked.outcome().name().toLowerCase(Locale.ROOT));
        var counts = node.putObject("counts");
        for (var status : CheckedLimit.Status.values()) {
            counts.put(status.name().toLowerCase(Locale.ROOT), checked.count(status));
        }
        node.put("margin", checked.request().margin());
        node.set("report", CompareJson.report(checked.report()));
        checked.request()
                .baseline()
                .ifPresentOrElse(
                        baseline -> node.set("baseline", CompareJson.report(baseline)), () -> node.putNull("baseline"));
        node.set("metrics", ReportJson.metrics());
        var checks = node.putArray("checks");
        checked.results().forEach(result -> checks.add(check(result)));
        node.set("unmatched", ReportJson.strings(checked.unmatched()));
        node.set("warnings", ReportJson.strings(checked.warnings()));
        return node;
    }

    private static ObjectNode check(CheckedLimit result) {
        var node = NODES.objectNode();
        node.put("status", result.status().name().toLowerCase(Locale.ROOT));
        node.put("reason", result.reason());
        result.metric().ifPresentOrElse(metric -> node.put("metric", metric.id()), () -> node.putNull("metric"));
        CompareJson.identity(result.point(), node);
        result.budget()
                .ifPresentOrElse(
                        budget -> {
                            var limit = node.putObject("limit");
                            limit.put("side", budget.side().name().toLowerCase(Locale.ROOT));
                            limit.set("value", Readings.number(budget.limit()));
                            limit.set("cells", ReportJson.strings(budget.cells()));
                        },
                        () -> node.putNull("limit"));
        node.set("figure", Readings.json(result.figure()));
        result.judgement()
                .ifPresentOrElse(
                        judgement -> node.set("comparison", JudgementJson.of(judgement)),
                        () -> node.putNull("comparison"));
        node.put("further_blocks", result.further());
        return node;
    }
}
