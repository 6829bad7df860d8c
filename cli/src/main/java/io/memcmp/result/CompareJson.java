package io.memcmp.result;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.memcmp.result.ComparedTable.ComparedRow;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** What {@code memcmp compare} says, as JSON: one entry for each metric of each cell. */
final class CompareJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private CompareJson() {}

    static ObjectNode of(Report.Compared compared) {
        var node = NODES.objectNode();
        node.put("schema", "memcmp/compare/1");
        node.put("tool_version", compared.tool());
        node.put("created_at", compared.created().toString());
        node.put("reference", compared.columns().getFirst());
        node.set("columns", ReportJson.strings(compared.columns()));
        node.put("margin", compared.request().margin());
        node.put("alpha", Judgements.ALPHA);
        node.set("rows_by", ids(compared.request().pivot().rows()));
        node.set("columns_by", ids(compared.request().pivot().columns()));
        node.set("tables_by", ids(compared.request().pivot().tables()));
        var reports = node.putArray("reports");
        compared.reports().forEach(report -> reports.add(report(report)));
        node.set("metrics", ReportJson.metrics());
        var entries = node.putArray("entries");
        for (var table : compared.tables()) {
            for (var row : table.rows()) {
                for (int column = 0; column < row.cells().size(); column++) {
                    var name = compared.columns().get(column);
                    row.cells().get(column).ifPresent(cell -> entries.add(entry(row, name, cell)));
                }
            }
        }
        node.set("unmatched", ReportJson.strings(compared.unmatched()));
        node.set("warnings", ReportJson.strings(compared.warnings()));
        return node;
    }

    static com.fasterxml.jackson.databind.node.ArrayNode ids(List<PivotAxis> axes) {
        return ReportJson.strings(axes.stream().map(PivotAxis::id).toList());
    }

    static ObjectNode report(ReadReport report) {
        var node = NODES.objectNode();
        node.put("label", report.label());
        node.put("name", report.name());
        node.put("kind", report.kind().name().toLowerCase(Locale.ROOT));
        node.put("tool_version", report.tool());
        node.put("created_at", report.created());
        node.put("blocks", report.blocks());
        report.settings()
                .ifPresentOrElse(digest -> node.put("settings_sha256", digest), () -> node.putNull("settings_sha256"));
        var host = node.putObject("host");
        report.host().forEach(host::put);
        node.set("remarks", ReportJson.strings(report.remarks()));
        return node;
    }

    private static ObjectNode entry(ComparedRow row, String column, ComparedCell cell) {
        var node = NODES.objectNode();
        node.put("metric", row.metric().id());
        node.put("column", column);
        identity(cell.point(), node);
        node.set("figure", Readings.json(cell.point().cell().figures().summary(row.metric())));
        cell.judgement()
                .ifPresentOrElse(
                        judgement -> node.set("comparison", JudgementJson.of(judgement)),
                        () -> node.putNull("comparison"));
        return node;
    }

    static void identity(Point point, ObjectNode node) {
        for (Map.Entry<PivotAxis, String> axis : point.values().entrySet()) {
            node.put(axis.getKey().id(), axis.getValue());
        }
        node.put("jdk_version", point.cell().key().version());
        node.put("work", point.cell().work());
        node.put("trials", point.cell().figures().trials().size());
        node.put("set_aside", point.cell().setAside());
    }
}
