package io.memcmp.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.memcmp.analysis.Observed;
import io.memcmp.analysis.census.Census;
import io.memcmp.analysis.census.ClassCensus;
import io.memcmp.analysis.census.Parts;
import io.memcmp.analysis.census.Prediction;
import io.memcmp.analysis.heapdump.Amount;
import io.memcmp.analysis.heapdump.DumpLayout;
import io.memcmp.analysis.layout.LayoutMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.function.Function;

/** A census as JSON, and back: the dump that it was read off is gone when a run is resumed. */
final class CensusJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private CensusJson() {}

    static ObjectNode of(Census census) {
        var node = NODES.objectNode();
        node.set("layout", ProfileJson.mode(census.mode()));
        node.put("layout_evidence", census.evidence().name().toLowerCase(Locale.ROOT));
        node.put("instances", census.instances());
        parts(census.total(), node);
        node.putObject("filler")
                .put("instances", census.filler().instances())
                .put("bytes", census.filler().bytes());
        var predictions = node.putArray("predictions");
        for (var prediction : census.predictions()) {
            var entry = predictions.addObject();
            entry.set("layout", ProfileJson.mode(prediction.mode()));
            entry.put("bytes", prediction.bytes());
        }
        var classes = node.putArray("classes");
        for (var each : census.classes()) {
            var entry = classes.addObject().put("class", each.name()).put("instances", each.instances());
            parts(each.parts(), entry);
            var predicted = entry.putArray("predicted_bytes");
            each.predicted().forEach(predicted::add);
        }
        return node;
    }

    private static void parts(Parts parts, ObjectNode node) {
        node.put("bytes", parts.bytes())
                .put("header_bytes", parts.header())
                .put("reference_bytes", parts.references())
                .put("payload_bytes", parts.payload())
                .put("padding_bytes", parts.padding())
                .put("hidden_bytes", parts.hidden());
    }

    /**
     * {@return the census that was written, or why there is none}
     *
     * @param node as {@link #of} makes it, or an absence
     * @throws IllegalArgumentException where it is neither
     */
    static Observed<Census> read(JsonNode node) {
        if (node.isMissingNode()) {
            return TrialFacts.NOT_ASKED_FOR; // a journal of before there was a census
        }
        if (node.path("absent").isTextual()) {
            return Observed.missing(node.path("absent").asText());
        }
        var filler = node.path("filler");
        return Observed.of(new Census(
                mode(node.path("layout")),
                DumpLayout.Evidence.valueOf(
                        node.path("layout_evidence").asText().toUpperCase(Locale.ROOT)),
                whole(node, "instances"),
                parts(node),
                new Amount(whole(filler, "instances"), whole(filler, "bytes")),
                list(node.path("predictions"), each -> new Prediction(mode(each.path("layout")), whole(each, "bytes"))),
                list(
                        node.path("classes"),
                        each -> new ClassCensus(
                                each.path("class").asText(),
                                whole(each, "instances"),
                                parts(each),
                                list(each.path("predicted_bytes"), JsonNode::asLong)))));
    }

    private static LayoutMode mode(JsonNode node) {
        return new LayoutMode(
                node.path("compressed_oops").asBoolean(),
                node.path("compressed_class_pointers").asBoolean(),
                node.path("compact_headers").asBoolean(),
                (int) whole(node, "object_alignment_bytes"));
    }

    private static Parts parts(JsonNode node) {
        return new Parts(
                whole(node, "header_bytes"),
                whole(node, "reference_bytes"),
                whole(node, "payload_bytes"),
                whole(node, "padding_bytes"),
                whole(node, "hidden_bytes"));
    }

    private static long whole(JsonNode node, String name) {
        var value = node.path(name);
        if (!value.isIntegralNumber()) {
            throw new IllegalArgumentException("no " + name);
        }
        return value.asLong();
    }

    private static <T> List<T> list(JsonNode array, Function<JsonNode, T> read) {
        var list = new ArrayList<T>();
        array.forEach(each -> list.add(read.apply(each)));
        return list;
    }
}
