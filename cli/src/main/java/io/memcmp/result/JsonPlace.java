package io.memcmp.result;

import com.fasterxml.jackson.databind.JsonNode;
import io.memcmp.analysis.Reading;
import io.memcmp.plan.UserError;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * A place in a document that somebody wrote, perhaps by hand: whoever reads something there that it does not hold says where,
 * and what it should have been.
 *
 * @param document what to call the document
 * @param path of the place, as a JSON pointer
 * @param node what is there
 */
record JsonPlace(String document, String path, JsonNode node) {
    /** A pointer out of a hostile document is not repeated at any length. */
    private static final int LONGEST = 200;

    /** {@return the field of that name, which must be there} */
    JsonPlace at(String field) {
        return maybe(field).orElseThrow(() -> wrong("an object with the field " + field));
    }

    /** {@return the field of that name; empty where there is none, or where it is null} */
    Optional<JsonPlace> maybe(String field) {
        var value = node.get(field);
        return value == null || value.isNull() ? Optional.empty() : Optional.of(inside(field, value));
    }

    List<JsonPlace> elements() {
        if (!node.isArray()) {
            throw wrong("a list");
        }
        var places = new ArrayList<JsonPlace>();
        for (var element : node) {
            places.add(inside(Integer.toString(places.size()), element));
        }
        return places;
    }

    Map<String, JsonPlace> fields() {
        if (!node.isObject()) {
            throw wrong("an object");
        }
        var places = new LinkedHashMap<String, JsonPlace>();
        node.properties().forEach(field -> places.put(field.getKey(), inside(field.getKey(), field.getValue())));
        return places;
    }

    String text() {
        if (!node.isTextual()) {
            throw wrong("a text");
        }
        return node.textValue();
    }

    List<String> texts() {
        return elements().stream().map(JsonPlace::text).toList();
    }

    boolean truth() {
        if (!node.isBoolean()) {
            throw wrong("true or false");
        }
        return node.booleanValue();
    }

    int integer(int least) {
        if (!node.isIntegralNumber() || !node.canConvertToInt() || node.intValue() < least) {
            throw wrong("a whole number from " + least + " on");
        }
        return node.intValue();
    }

    long whole() {
        if (!node.isIntegralNumber() || !node.canConvertToLong()) {
            throw wrong("a whole number");
        }
        return node.longValue();
    }

    double number() {
        if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
            throw wrong("a number");
        }
        return node.doubleValue();
    }

    /** {@return a number, or the reason why there is none} */
    Reading reading() {
        if (node.isObject()) {
            var reason = at("absent").text();
            return Reading.absent(reason.isBlank() ? "no reason given" : reason);
        }
        if (!node.isNumber() || !Double.isFinite(node.doubleValue())) {
            throw wrong("a number or {\"absent\": reason}");
        }
        return Reading.of(node.doubleValue());
    }

    UserError wrong(String expected) {
        var where = path.isEmpty() ? "the document" : path;
        return new UserError(
                document + ": "
                        + (where.length() > LONGEST ? where.substring(0, LONGEST) + "…" : where)
                        + " is not "
                        + expected,
                "name a report as memcmp writes it; memcmp schema run and memcmp schema recording tell what is in one");
    }

    private JsonPlace inside(String step, JsonNode value) {
        return new JsonPlace(document, path + "/" + step, value);
    }
}
