package io.memcmp.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import io.memcmp.made.MadeLayouts;
import io.memcmp.result.Layouts;
import io.memcmp.result.ReportJson;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

class LayoutSchemaTest {

    static List<Layouts> made() {
        return List.of(MadeLayouts.layouts(), MadeLayouts.hostile(), MadeLayouts.graph());
    }

    @ParameterizedTest
    @MethodSource("made")
    void aMadeLayoutIsAsItsSchemaSays(Layouts made) {
        assertValid(Schema.parse(ReportJson.document(made)));
    }

    @ParameterizedTest
    @ValueSource(strings = {"java.lang.Thread int[10]", "--graph java.util.HashSet", "--mode all java.lang.Class"})
    void whatTheToolWritesIsAsItsSchemaSays(String line) {
        var words = new ArrayList<>(List.of("layout", "--json", "-"));
        words.addAll(List.of(line.split(" ")));
        var done = Tool.run(words);
        assertEquals(0, done.status(), done.err());
        assertValid(Schema.parse(done.out()));
    }

    @Test
    void itSaysOfAJdkWhatTheSchemaOfRunsSays() {
        assertEquals(
                Schema.source("run").at("/$defs/jdk"), Schema.source("layout").at("/$defs/jdk"));
    }

    private static void assertValid(JsonNode document) {
        assertTrue(document.path("subjects").size() > 0);
        assertEquals(List.of(), Schema.forReaders("layout").errors(document));
        assertEquals(List.of(), Schema.closed("layout").errors(document));
    }
}
