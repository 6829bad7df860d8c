package io.memcmp.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.memcmp.analysis.heapdump.Reachability;
import java.util.Optional;

/** Answers about single classes and objects, as JSON. */
final class DumpAnswersJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private DumpAnswersJson() {}

    static ObjectNode of(DumpAnswers answers) {
        var node = NODES.objectNode();
        node.set("classes", DumpJson.array(answers.classes(), each -> {
            var answer = NODES.objectNode();
            answer.put("class", each.name());
            answer.set("found", Readings.json(each.found(), DumpAnswersJson::found));
            return answer;
        }));
        node.set("objects", DumpJson.array(answers.objects(), DumpAnswersJson::object));
        node.set("paths", DumpJson.array(answers.paths(), each -> {
            var answer = NODES.objectNode();
            answer.put("asked", each.asked());
            answer.set("found", Readings.json(each.found(), path -> {
                var found = NODES.objectNode();
                found.set("object", DumpTreeJson.object(path.object()));
                found.set("path", DumpTreeJson.path(path.steps()));
                return found;
            }));
            return answer;
        }));
        return node;
    }

    private static ObjectNode found(DumpAnswers.Found found) {
        var node = NODES.objectNode();
        node.put("loaders", found.loaders());
        node.set("reached", DumpJson.reached(found.amounts()));
        node.put("retained_bytes", found.retained());
        node.set("largest", DumpJson.array(found.largest(), DumpTreeJson::object));
        node.set("dominators", DumpTreeJson.groups(found.dominators()));
        node.set("holds", DumpTreeJson.groups(found.holds()));
        return node;
    }

    private static ObjectNode object(DumpAnswers.OfObject answer) {
        var node = NODES.objectNode();
        node.set("object", DumpTreeJson.object(answer.object()));
        node.put("reached", reached(answer.reached()));
        if (answer.length() < 0) {
            node.putNull("length");
        } else {
            node.put("length", answer.length());
        }
        node.set("dominator", orNull(answer.dominator()));
        node.set("slots", DumpJson.array(answer.slots(), slot -> {
            var field = NODES.objectNode();
            field.put("name", slot.name());
            field.put("type", slot.type());
            field.set("value", Readings.json(slot.value(), NODES::textNode));
            field.set("target", orNull(slot.target()));
            return field;
        }));
        node.set("holds", DumpJson.array(answer.holds(), DumpTreeJson::object));
        node.set("path", DumpTreeJson.path(answer.path()));
        return node;
    }

    private static JsonNode orNull(Optional<DumpObject> object) {
        return object.<JsonNode>map(DumpTreeJson::object).orElse(NODES.nullNode());
    }

    private static String reached(Reachability how) {
        return switch (how) {
            case STRONG -> "live";
            case WEAK_ONLY -> "weak_only";
            case UNREACHABLE -> "unreachable";
        };
    }
}
