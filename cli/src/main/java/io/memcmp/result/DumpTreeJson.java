package io.memcmp.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.memcmp.analysis.heapdump.Amount;
import java.util.List;

/** What holds the memory of a dump, and what of it is wasted, as JSON. */
final class DumpTreeJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private DumpTreeJson() {}

    static ObjectNode of(DumpTree tree) {
        var node = NODES.objectNode();
        node.put("live_bytes", tree.live());
        node.put("complete", tree.complete());
        node.set("below", DumpJson.array(tree.top(), DumpTreeJson::node));
        node.set("others", others(tree.others()));
        return node;
    }

    private static ObjectNode node(DumpTree.Node each) {
        var node = NODES.objectNode();
        node.put("reference", each.reference());
        node.put("class", each.name());
        node.put("address", DumpObject.at(each.address()));
        node.put("instances", each.instances());
        node.put("nested", each.nested());
        node.put("bytes", each.bytes());
        node.put("retained_bytes", each.retained());
        node.set("below", DumpJson.array(each.below(), DumpTreeJson::node));
        node.set("others", others(each.others()));
        return node;
    }

    private static ObjectNode others(Amount amount) {
        var node = NODES.objectNode();
        node.put("instances", amount.instances());
        node.put("retained_bytes", amount.bytes());
        return node;
    }

    static ObjectNode object(DumpObject object) {
        var node = NODES.objectNode();
        node.put("class", object.name());
        node.put("address", object.at());
        node.put("bytes", object.bytes());
        node.put("retained_bytes", object.retained());
        return node;
    }

    static ArrayNode groups(List<DumpTree.Group> groups) {
        return DumpJson.array(groups, each -> {
            var node = NODES.objectNode();
            node.put("class", each.name());
            node.put("instances", each.instances());
            node.put("retained_bytes", each.retained());
            return node;
        });
    }

    static ArrayNode path(List<DumpStep> path) {
        return DumpJson.array(path, step -> {
            var node = NODES.objectNode();
            node.put("reference", step.reference());
            node.put("class", step.name());
            node.put("address", DumpObject.at(step.address()));
            return node;
        });
    }

    static ObjectNode suspect(DumpSuspect suspect) {
        var node = NODES.objectNode();
        node.put("class", suspect.name());
        node.put("address", DumpObject.at(suspect.address()));
        node.put("instances", suspect.instances());
        node.put("retained_bytes", suspect.retained());
        node.put("share", suspect.share());
        node.put("reason", suspect.reason());
        node.set("holders", DumpJson.array(suspect.holders(), DumpTreeJson::holder));
        node.set("accumulation", accumulation(suspect.accumulation()));
        node.set("path", path(suspect.path()));
        return node;
    }

    private static ObjectNode holder(DumpSuspect.Holder holder) {
        var node = NODES.objectNode();
        node.put("kind", holder.kind());
        node.put("class", holder.name());
        node.put("address", DumpObject.at(holder.address()));
        holder.field().ifPresentOrElse(field -> node.put("field", field), () -> node.putNull("field"));
        return node;
    }

    private static ObjectNode accumulation(DumpSuspect.Accumulation pile) {
        var node = NODES.objectNode();
        node.put("shape", pile.shape());
        node.put("class", pile.name());
        node.put("address", DumpObject.at(pile.address()));
        node.put("instances", pile.instances());
        node.put("retained_bytes", pile.retained());
        node.set("contents", DumpJson.array(pile.contents(), content -> {
            var of = NODES.objectNode();
            of.put("class", content.name());
            of.put("address", DumpObject.at(content.address()));
            of.put("instances", content.instances());
            of.put("retained_bytes", content.retained());
            return of;
        }));
        return node;
    }

    static ObjectNode waste(DumpWaste waste) {
        var node = NODES.objectNode();
        node.put("duplicate_string_bytes", waste.stringBytes());
        node.put("duplicate_array_bytes", waste.arrayBytes());
        node.set("strings", DumpJson.array(waste.strings(), DumpTreeJson::duplicate));
        node.set("arrays", DumpJson.array(waste.arrays(), DumpTreeJson::duplicate));
        node.set("collections", DumpJson.array(waste.collections(), each -> {
            var collections = NODES.objectNode();
            collections.put("class", each.className());
            collections.put("collections", each.collections());
            collections.put("empty", each.empty());
            collections.put("sparse", each.sparse());
            collections.put("wasted_bytes", each.wasted());
            return collections;
        }));
        node.set("boxed", DumpJson.array(waste.boxed(), each -> {
            var boxed = NODES.objectNode();
            boxed.put("class", each.className());
            boxed.put("instances", each.instances());
            boxed.put("bytes", each.bytes());
            boxed.put("distinct", each.distinct());
            return boxed;
        }));
        return node;
    }

    private static ObjectNode duplicate(DumpWaste.Duplicate each) {
        var node = NODES.objectNode();
        node.put("class", each.name());
        node.put("example", DumpObject.at(each.address()));
        node.put("length", each.length());
        node.put("instances", each.instances());
        node.put("wasted_bytes", each.wasted());
        each.text().ifPresentOrElse(text -> node.put("text", text), () -> node.putNull("text"));
        return node;
    }
}
