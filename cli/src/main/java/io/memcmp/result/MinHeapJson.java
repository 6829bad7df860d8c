package io.memcmp.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.memcmp.analysis.Reading;
import io.memcmp.plan.Bytes;
import io.memcmp.plan.Cell;
import java.util.Optional;

/** Minimum heaps as JSON, with every launch that led to them. */
final class MinHeapJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private static final String NOT_SO_FAR = "the search did not get so far";

    private MinHeapJson() {}

    static ObjectNode of(Report.MinHeap report) {
        var node = NODES.objectNode();
        node.put("schema", "memcmp/minheap/1");
        node.put("tool_version", report.tool());
        node.put("created_at", report.created().toString());
        node.put("interrupted", report.interrupted());
        var subjects = node.putArray("subjects");
        report.subjects().forEach(subject -> subjects.add(RunJson.subject(subject)));
        var rule = node.putObject("rule");
        rule.put("tau", report.rule().tau());
        rule.put("time_limit_ns", report.rule().timeLimit().toNanos());
        rule.put("max_heap_bytes", report.rule().maxHeap().count());
        rule.put("first_heap_bytes", report.rule().firstHeap().count());
        rule.put("confirmations", SearchRule.CONFIRMATIONS);
        node.set("host", ReportJson.host(report.host()));
        var searches = node.putArray("searches");
        report.searches().forEach(search -> searches.add(search(search)));
        var skipped = node.putArray("skipped");
        report.skipped().forEach(each -> skipped.add(identity(each.cell()).put("reason", each.reason())));
        return node;
    }

    private static ObjectNode search(HeapSearch search) {
        var node = identity(search.cell());
        node.put("status", search.ending().id());
        node.set(
                "minimum_heap_bytes",
                figure(search.minimum().map(Bytes::count), search.reason().orElse("")));
        node.set("too_small_bytes", figure(search.tooSmall().map(Bytes::count), "no heap was found too small"));
        node.set("granule_bytes", figure(search.granule().map(Bytes::count), NOT_SO_FAR));
        var reference = search.reference();
        node.set(
                "reference_heap_bytes",
                figure(reference.map(trial -> trial.heap().count()), NOT_SO_FAR));
        node.set("reference_wall_ns", figure(reference.map(trial -> trial.wall().toNanos()), NOT_SO_FAR));
        var trials = node.putArray("trials");
        search.trials().forEach(trial -> trials.add(trial(trial)));
        return node;
    }

    /** The cell, but for its heap, which is what was sought. */
    private static ObjectNode identity(Cell cell) {
        var node = RunJson.identity(cell);
        node.remove("heap_bytes");
        return node;
    }

    private static JsonNode figure(Optional<Long> known, String otherwise) {
        return Readings.json(
                known.map(figure -> Reading.of(figure.doubleValue())).orElseGet(() -> Reading.absent(otherwise)));
    }

    private static ObjectNode trial(HeapTrial trial) {
        var node = NODES.objectNode();
        node.put("purpose", trial.purpose().id());
        node.put("heap_bytes", trial.heap().count());
        node.set("outcome", RunJson.outcome(trial.outcome()));
        node.put("wall_ns", trial.wall().toNanos());
        node.put("limit_ns", trial.limit().toNanos());
        node.put("fits", trial.fits());
        return node;
    }
}
