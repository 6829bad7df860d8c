package io.memcmp.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.memcmp.plan.Bytes;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The minimum heaps of a run as JSON: in its report, and in its directory, so that a resumed run searches for none again. */
public final class MinimumHeapJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final String LIST = "minimum_heaps";

    private MinimumHeapJson() {}

    /**
     * {@return them as a document}
     *
     * @param minimums of a run
     */
    public static String document(List<MinimumHeap> minimums) {
        var node = NODES.objectNode();
        node.set(LIST, of(minimums));
        return node.toPrettyString() + "\n";
    }

    /**
     * {@return what a document says}
     *
     * @param document made by {@link #document}
     * @throws IllegalArgumentException if it is none
     */
    public static List<MinimumHeap> read(String document) {
        try {
            var minimums = new ArrayList<MinimumHeap>();
            for (var node : MAPPER.readTree(document).path(LIST)) {
                minimums.add(read(node));
            }
            return List.copyOf(minimums);
        } catch (JsonProcessingException noJson) {
            throw new IllegalArgumentException("no minimum heaps: " + noJson.getOriginalMessage(), noJson);
        }
    }

    static ArrayNode of(List<MinimumHeap> minimums) {
        var array = NODES.arrayNode();
        minimums.forEach(minimum -> array.add(of(minimum)));
        return array;
    }

    private static ObjectNode of(MinimumHeap minimum) {
        var node = NODES.objectNode();
        node.put("subject", minimum.subject());
        node.put("heap_bytes", minimum.size().count());
        minimum.found()
                .ifPresentOrElse(
                        found -> node.putObject("found")
                                .put("collector", found.collector())
                                .put("jdk", found.jdk())
                                .put("tau", found.tau())
                                .put("trials", found.trials())
                                .put("doubtful", found.doubtful()),
                        () -> node.putObject("found").put("absent", "given by --minheap"));
        return node;
    }

    private static MinimumHeap read(JsonNode node) {
        var found = node.path("found");
        return new MinimumHeap(
                node.path("subject").asText(),
                new Bytes(node.path("heap_bytes").asLong()),
                found.has("absent")
                        ? Optional.empty()
                        : Optional.of(new MinimumHeap.Found(
                                found.path("collector").asText(),
                                found.path("jdk").asText(),
                                found.path("tau").asDouble(),
                                found.path("trials").asInt(),
                                found.path("doubtful").asBoolean())));
    }
}
