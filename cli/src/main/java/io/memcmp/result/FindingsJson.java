package io.memcmp.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.memcmp.analysis.Observed;
import io.memcmp.plan.Cell;
import io.memcmp.result.Statement.Point;
import io.memcmp.result.Statement.Side;
import io.memcmp.stats.Comparison;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/** What a run's comparisons say, as JSON; cells are told by their ids, metrics by theirs. */
final class FindingsJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private final Report.Run run;

    private FindingsJson(Report.Run run) {
        this.run = run;
    }

    static void add(Report.Run run, ObjectNode node) {
        var findings = run.findings();
        var json = new FindingsJson(run);
        node.set(
                "reference",
                findings.reference()
                        .<JsonNode>map(reference -> NODES.objectNode()
                                .put("axis", id(reference.axis()))
                                .put("value", reference.value()))
                        .orElseGet(() -> Readings.absent("nothing varies that cells could be held against")));
        node.put("margin", run.design().judging().margin());
        var comparisons = node.putArray("comparisons");
        findings.judgements().forEach(judgement -> comparisons.add(json.comparison(judgement)));
        var uncompared = node.putArray("uncompared");
        findings.alone()
                .forEach(alone ->
                        uncompared.addObject().put("cell", alone.cell().id()).put("reason", alone.reason()));
        node.set("geometric_means", means(findings.overWorkloads()));
        var conclusion = node.putArray("conclusion");
        findings.conclusion().forEach(statement -> conclusion.add(json.statement(statement)));
        var warnings = new ArrayList<>(run.conduct().warnings());
        warnings.addAll(findings.warnings());
        node.set("warnings", ReportJson.strings(warnings));
    }

    private static ObjectNode means(OverWorkloads over) {
        if (over.equals(OverWorkloads.NONE)) {
            return Readings.absent("there are not two workloads whose cells are compared");
        }
        var node = NODES.objectNode();
        node.set("workloads", ReportJson.strings(over.workloads()));
        var excluded = node.putArray("excluded");
        over.excluded()
                .forEach(each -> excluded.addObject().put("what", each.what()).put("reason", each.reason()));
        var means = node.putArray("means");
        for (var mean : over.means()) {
            var entry = means.addObject();
            entry.set("cells", ids(mean.cells()));
            entry.set("references", ids(mean.references()));
            entry.put("metric", mean.metric().id());
            entry.put("class", id(mean.judged()));
            switch (mean.comparison()) {
                case Observed.Present<Comparison>(var comparison) -> JudgementJson.fill(entry, comparison, true);
                case Observed.Missing<Comparison>(var reason) -> entry.put("absent", reason);
            }
        }
        return node;
    }

    private static ArrayNode ids(List<Cell> cells) {
        return ReportJson.strings(cells.stream().map(Cell::id).toList());
    }

    private ObjectNode comparison(Judgement judgement) {
        var node = NODES.objectNode();
        node.put("cell", id(judgement.cell()));
        node.put("reference", id(judgement.reference()));
        node.put("metric", judgement.metric().id());
        node.setAll(JudgementJson.of(judgement));
        return node;
    }

    private ObjectNode statement(Statement statement) {
        var node = NODES.objectNode();
        node.put("cell", id(statement.cell()));
        node.put("reference", id(statement.reference()));
        node.put("standing", id(statement.standing()));
        node.put("endings", statement.endings());
        node.set("weighed", metrics(statement.weighed()));
        node.set(
                "lowest",
                metrics(statement.points().stream()
                        .filter(Point::lowest)
                        .map(Point::metric)
                        .toList()));
        boolean compared = !statement.cell().equals(statement.reference());
        node.set("buys", compared ? metrics(statement, Side.BUYS) : NODES.arrayNode());
        node.set("pays", compared ? metrics(statement, Side.PAYS) : NODES.arrayNode());
        node.set("equal", compared ? metrics(statement, Side.EQUAL) : NODES.arrayNode());
        node.set("open", compared ? metrics(statement, Side.OPEN) : NODES.arrayNode());
        statement
                .dominance()
                .ifPresent(dominance -> node.putObject("dominated_by")
                        .put("cell", id(dominance.by()))
                        .set(
                                "metrics",
                                metrics(dominance.on().stream()
                                        .map(Statement.Gap::metric)
                                        .toList())));
        return node;
    }

    private static ArrayNode metrics(Statement statement, Side side) {
        return metrics(statement.on(side).stream().map(Point::metric).toList());
    }

    private static ArrayNode metrics(List<Metric> metrics) {
        return ReportJson.strings(metrics.stream().map(Metric::id).toList());
    }

    private String id(CellFigures figures) {
        return run.cell(figures).id();
    }

    static String id(Enum<?> constant) {
        return constant.name().toLowerCase(Locale.ROOT);
    }
}
