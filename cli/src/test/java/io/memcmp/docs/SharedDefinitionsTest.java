package io.memcmp.docs;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;

class SharedDefinitionsTest {
    @Test
    void whatTwoSchemasShareTheySayAlike() {
        var doctor = Schema.source("doctor").path("$defs");
        var shared = Schema.source("run").path("$defs");
        assertEquals(List.of("absent", "reading", "fact", "host"), List.copyOf(fields(doctor)));
        fields(doctor).forEach(name -> assertEquals(shared.path(name), doctor.path(name), name));
        var minheap = Schema.source("minheap").path("$defs");
        for (var name : List.of("absent", "reading", "fact", "host", "jdk", "subject", "outcome")) {
            assertEquals(shared.path(name), minheap.path(name), name);
        }
        var plan = Schema.source("plan").path("$defs");
        fields(plan).stream()
                .filter(name -> !name.equals("cell"))
                .forEach(name -> assertEquals(shared.path(name), plan.path(name), name));
        var aa = Schema.source("aa").path("$defs");
        fields(doctor).forEach(name -> assertEquals(shared.path(name), aa.path(name), name));
        var recording = Schema.source("recording").path("$defs");
        var own = Set.of("moment", "unreadable", "read");
        assertTrue(fields(recording).containsAll(List.of("jvm", "profile", "share")));
        fields(recording).stream()
                .filter(name -> !own.contains(name))
                .forEach(name -> assertEquals(shared.path(name), recording.path(name), name));
    }

    private static List<String> fields(JsonNode node) {
        var names = new ArrayList<String>();
        node.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
