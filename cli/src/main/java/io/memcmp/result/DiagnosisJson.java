package io.memcmp.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.memcmp.analysis.heapdump.Amount;
import io.memcmp.analysis.leak.LeakPath;
import java.util.List;
import java.util.Locale;

/** What holds the memory of a cell, as JSON. */
final class DiagnosisJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private DiagnosisJson() {}

    /** Adds what was asked for; nothing where nobody asked. */
    static void add(Diagnosis diagnosis, ObjectNode cell) {
        diagnosis.heap().ifPresent(heap -> cell.set("heap_dump", Readings.json(heap, DiagnosisJson::heap)));
        diagnosis
                .oldObjects()
                .ifPresent(samples -> cell.set("old_objects", Readings.json(samples, DiagnosisJson::oldObjects)));
    }

    private static ObjectNode heap(HeapFindings found) {
        var node = NODES.objectNode();
        node.put("file", found.file());
        node.put("moment", found.moment().name().toLowerCase(Locale.ROOT));
        node.set("reachable", amount(found.reachable()));
        node.set("unreachable", amount(found.unreachable()));
        found.incomplete().ifPresent(reason -> node.put("incomplete_reason", reason));
        var suspects = node.putArray("suspects");
        found.suspects().forEach(suspect -> suspects.add(suspect(suspect)));
        node.set("dominators", steps(found.dominators()));
        return node;
    }

    private static ObjectNode amount(Amount amount) {
        var node = NODES.objectNode();
        node.put("instances", amount.instances());
        node.put("bytes", amount.bytes());
        return node;
    }

    private static ObjectNode suspect(HeapFindings.Suspect suspect) {
        var node = NODES.objectNode();
        node.put("class", suspect.name());
        node.put("instances", suspect.instances());
        node.put("retained_bytes", suspect.retained());
        node.put("share", suspect.share());
        var holders = node.putArray("holders");
        suspect.holders().forEach(holder -> {
            var entry = holders.addObject();
            entry.put("kind", holder.kind());
            entry.put("name", holder.name());
            holder.field().ifPresent(field -> entry.put("field", field));
        });
        var contents = node.putArray("contents");
        suspect.contents()
                .forEach(content -> contents.addObject()
                        .put("class", content.name())
                        .put("instances", content.instances())
                        .put("retained_bytes", content.retained()));
        node.set("path", steps(suspect.path()));
        node.put("reason", suspect.reason());
        return node;
    }

    private static ArrayNode steps(List<HeapFindings.Step> steps) {
        var nodes = NODES.arrayNode();
        steps.forEach(step -> {
            var node = nodes.addObject();
            node.put("class", step.name());
            if (!step.reference().isEmpty()) {
                node.put("reference", step.reference());
            }
            node.put("retained_bytes", step.retained());
        });
        return nodes;
    }

    private static ObjectNode oldObjects(OldObjects found) {
        var node = NODES.objectNode();
        node.put("directory", found.directory());
        node.put("samples", found.samples());
        node.put("with_root", found.withRoot());
        var paths = node.putArray("example_paths");
        found.paths().forEach(path -> paths.add(path(path)));
        node.put("other_paths", found.otherPaths());
        return node;
    }

    private static ObjectNode path(LeakPath path) {
        var node = NODES.objectNode();
        node.put("samples", path.samples());
        node.put("root", path.root());
        var steps = node.putArray("steps");
        path.steps().forEach(step -> {
            var entry = steps.addObject().put("class", step.className());
            if (!step.reference().isEmpty()) {
                entry.put("reference", step.reference());
            }
        });
        return node;
    }
}
