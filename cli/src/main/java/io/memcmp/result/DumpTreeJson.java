package io.memcmp.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;

/** What holds the memory of a dump, and what of it is wasted, as JSON. */
final class DumpTreeJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private DumpTreeJson() {}

    static ObjectNode of(DumpTree tree) {
        var node = NODES.objectNode();
        node.put("live_bytes", tree.live());
        node.set("below", below(tree.below()));
        return node;
    }

    private static ObjectNode below(DumpTree.Below below) {
        var node = NODES.objectNode();
        node.set("objects", DumpJson.array(below.nodes(), DumpTreeJson::node));
        node.set("groups", groups(below.groups()));
        node.put("others", below.others());
        node.put("other_bytes", below.otherBytes());
        return node;
    }

    private static ObjectNode node(DumpTree.Node each) {
        var node = object(each.object());
        node.put("reference", each.reference());
        node.set("below", below(each.below()));
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
        suspect.address()
                .ifPresentOrElse(
                        address -> node.put("address", DumpObject.at(address)), () -> node.putNull("address"));
        node.put("instances", suspect.instances());
        node.put("retained_bytes", suspect.retained());
        node.put("share", suspect.share());
        node.put("reason", suspect.reason());
        suspect.accumulation()
                .ifPresentOrElse(
                        pile -> {
                            var accumulation = node.putObject("accumulation");
                            accumulation.set("at", object(pile.at()));
                            accumulation.put("class", pile.content());
                            accumulation.put("instances", pile.instances());
                            accumulation.put("retained_bytes", pile.bytes());
                        },
                        () -> node.putNull("accumulation"));
        node.set("path", path(suspect.path()));
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
