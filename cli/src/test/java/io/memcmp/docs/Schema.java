package io.memcmp.docs;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.util.List;

/** A schema of {@code docs/json-schema}. */
final class Schema {
    private static final JsonMapper MAPPER = new JsonMapper();
    private static final JsonSchemaFactory FACTORY = JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012);

    private final JsonSchema schema;

    private Schema(JsonNode schema) {
        this.schema = FACTORY.getSchema(schema);
    }

    /** {@return as readers have it, who must put up with fields that they do not know} */
    static Schema forReaders(String report) {
        return new Schema(source(report));
    }

    /** {@return the same with every object closed, so that a field without documentation is found} */
    static Schema closed(String report) {
        var schema = source(report);
        close(schema);
        return new Schema(schema);
    }

    static JsonNode source(String report) {
        return parse(Pages.read("docs/json-schema/" + report + "-1.json"));
    }

    static JsonNode parse(String json) {
        try {
            return MAPPER.readTree(json);
        } catch (JsonProcessingException broken) {
            throw new AssertionError(broken);
        }
    }

    List<String> errors(JsonNode document) {
        return schema.validate(document).stream()
                .map(ValidationMessage::getMessage)
                .toList();
    }

    private static void close(JsonNode node) {
        node.forEach(Schema::close);
        if (node instanceof ObjectNode object
                && object.path("type").asText().equals("object")
                && object.has("properties")
                && !object.has("additionalProperties")) {
            object.put("additionalProperties", false);
        }
    }
}
