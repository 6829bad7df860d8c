package io.memcmp.command;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;

/**
 * What one command line came to.
 *
 * @param status its exit status
 * @param out its standard output
 * @param err its standard error
 */
record Answer(int status, String out, String err) {

    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Refused in words: the problem, the remedy, status 2, no stack trace, and nothing on standard output. */
    void isRefusal(String problem, String remedy) {
        assertAll(
                () -> assertEquals(2, status, err),
                () -> assertTrue(err.startsWith("memcmp: " + problem), err),
                () -> assertTrue(err.contains("\n        " + remedy), err),
                () -> assertFalse(err.contains("\tat "), err),
                () -> assertTrue(out.isEmpty(), "something on standard output"));
    }

    void hasStatus(int expected) {
        assertEquals(expected, status, err);
        assertFalse(err.contains("\tat "), err);
    }

    /** {@return standard output as the one JSON document that it must be} */
    JsonNode json() {
        return parse(out);
    }

    /** {@return the first trial of the first cell} */
    JsonNode trial() {
        return json().at("/cells/0/trials/0");
    }

    static JsonNode parse(String text) {
        try {
            return MAPPER.readTree(text);
        } catch (JsonProcessingException broken) {
            throw new AssertionError("no JSON document: " + text, broken);
        }
    }
}
