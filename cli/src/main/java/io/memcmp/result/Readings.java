package io.memcmp.result;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import io.memcmp.analysis.Observed;
import io.memcmp.analysis.Reading;
import io.memcmp.stats.Interval;
import java.util.function.Function;

/** Figures and their absence as JSON: a number, or {@code {"absent": reason}}. */
final class Readings {
    private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

    /** Of the intervals of medians. */
    private static final double CONFIDENCE = 0.95;

    private Readings() {}

    static JsonNode interval(Interval interval, String without) {
        if (!interval.bounded()) {
            return absent(without);
        }
        var node = NODES.objectNode();
        node.set("low", number(interval.low()));
        node.set("high", number(interval.high()));
        node.put("confidence", interval.confidence());
        return node;
    }

    /** JSON has no infinity and no NaN: what is neither is absent. */
    static JsonNode finite(double figure, String without) {
        return Double.isFinite(figure) ? number(figure) : absent(without);
    }

    static JsonNode json(Reading reading) {
        return switch (reading) {
            case Reading.Value(double figure) -> number(figure);
            case Reading.Absent(var reason) -> absent(reason);
        };
    }

    static JsonNode json(Summary summary) {
        return switch (summary) {
            case Summary.Of(var sample) -> {
                var node = NODES.objectNode();
                node.set("median", number(sample.median()));
                node.set("min", number(sample.min()));
                node.set("max", number(sample.max()));
                node.put("n", sample.size());
                node.set("interval", interval(sample.interval(CONFIDENCE), "it takes six trials"));
                yield node;
            }
            case Summary.Absent(var reason) -> absent(reason);
        };
    }

    static <T> JsonNode json(Observed<T> part, Function<? super T, ? extends JsonNode> render) {
        return switch (part) {
            case Observed.Present<T>(var value) -> render.apply(value);
            case Observed.Missing<T>(var reason) -> absent(reason);
        };
    }

    /** Whole figures are written without a point, so that counts and bytes look like what they are. */
    static JsonNode number(double figure) {
        return figure == Math.rint(figure) && Math.abs(figure) < 0x1p53
                ? NODES.numberNode((long) figure)
                : NODES.numberNode(figure);
    }

    static ObjectNode absent(String reason) {
        var node = NODES.objectNode();
        node.put("absent", reason);
        return node;
    }
}
