package io.memcmp.result;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What changed from one dump to another, as JSON. */
final class DumpDifferenceJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private DumpDifferenceJson() {}

    static ObjectNode of(DumpDifference difference) {
        var node = NODES.objectNode();
        node.put("older", difference.older());
        node.put("newer", difference.newer());
        node.set("totals", DumpJson.array(difference.totals(), each -> {
            var total = NODES.objectNode();
            total.put("of", each.name().replace(' ', '_').replace('-', '_'));
            total.set("older", DumpJson.amount(each.older()));
            total.set("newer", DumpJson.amount(each.newer()));
            return total;
        }));
        node.put("changed_classes", difference.changed());
        node.set("classes", DumpJson.array(difference.classes(), each -> {
            var changed = NODES.objectNode();
            changed.put("class", each.name());
            changed.set("older", DumpJson.amount(each.older()));
            changed.set("newer", DumpJson.amount(each.newer()));
            changed.set("older_retained_at_least_bytes", Readings.json(each.olderRetained(), NODES::numberNode));
            changed.set("newer_retained_at_least_bytes", Readings.json(each.newerRetained(), NODES::numberNode));
            return changed;
        }));
        node.set(
                "paths",
                Readings.json(
                        difference.paths(),
                        paths -> DumpJson.array(paths, each -> {
                            var changed = NODES.objectNode();
                            changed.set("path", ReportJson.strings(each.path()));
                            changed.set("older_retained_bytes", Readings.json(each.older(), NODES::numberNode));
                            changed.set("newer_retained_bytes", Readings.json(each.newer(), NODES::numberNode));
                            return changed;
                        })));
        return node;
    }
}
