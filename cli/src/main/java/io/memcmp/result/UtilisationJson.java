package io.memcmp.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.memcmp.analysis.Observed;
import io.memcmp.analysis.RecordingProfile;
import io.memcmp.analysis.pause.MutatorUtilisation;

/** Mutator utilisation as JSON: of the program as a whole, and of the thread that was worst off. */
final class UtilisationJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private UtilisationJson() {}

    static ObjectNode of(RecordingProfile profile) {
        var node = NODES.objectNode();
        node.set("program", Readings.json(profile.stops(), stops -> curve(stops.utilisation())));
        node.set("worst_thread", Readings.json(profile.stalls(), stalls -> curve(stalls.worstThread())));
        return node;
    }

    private static JsonNode curve(Observed<MutatorUtilisation> utilisation) {
        return Readings.json(utilisation, UtilisationJson::points);
    }

    private static ArrayNode points(MutatorUtilisation utilisation) {
        var curve = NODES.arrayNode();
        utilisation
                .curve()
                .forEach(point -> curve.addObject()
                        .put("window_ns", point.window().toNanos())
                        .put("mmu", point.minimum())
                        .put("bmu", point.bounded()));
        return curve;
    }
}
