package io.memcmp.result;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;

/** What a run's censuses predict for other layouts, as JSON; cells are told by their ids. */
final class ForecastJson {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    private ForecastJson() {}

    static ArrayNode of(Report.Run run) {
        var array = NODES.arrayNode();
        Forecast.of(run).forEach(forecast -> array.add(of(forecast)));
        return array;
    }

    private static ObjectNode of(Forecast forecast) {
        var node = NODES.objectNode();
        node.put("basis", forecast.basis().id());
        node.set("from", ProfileJson.mode(forecast.from()));
        node.set("bytes", Readings.number(forecast.bytes()));
        node.set("to", ProfileJson.mode(forecast.to()));
        node.set("predicted_bytes", Readings.number(forecast.predicted()));
        node.put("change", forecast.change());
        forecast.measured().ifPresent(measured -> {
            node.put("cell", measured.cell().id());
            node.set("measured_bytes", Readings.number(measured.bytes()));
        });
        forecast.miss().ifPresent(miss -> node.put("miss", miss));
        return node;
    }
}
