package io.memcmp.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.file.Path;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The plan of an earlier sitting, read back from {@code plan.json}. */
public final class StoredPlan {
    private static final String SCHEMA = "memcmp/plan/1";

    private final JsonNode node;
    private final Instant created;

    private StoredPlan(JsonNode node, Instant created) {
        this.node = node;
        this.created = created;
    }

    /**
     * {@return the plan; empty where the text is none, or is cut off}
     *
     * @param text of the file
     */
    public static Optional<StoredPlan> parse(String text) {
        try {
            var node = new JsonMapper().readTree(text);
            return node.path("schema").asText().equals(SCHEMA)
                    ? Optional.of(new StoredPlan(
                            node, Instant.parse(node.path("created_at").asText())))
                    : Optional.empty();
        } catch (JsonProcessingException | DateTimeParseException notOne) {
            return Optional.empty();
        }
    }

    /** {@return the words of its command line, after {@code memcmp}} */
    public List<String> command() {
        var words = new ArrayList<String>();
        node.at("/origin/command").forEach(word -> words.add(word.asText()));
        return List.copyOf(words);
    }

    /** {@return where that was typed} */
    public Path workingDirectory() {
        return Path.of(node.at("/origin/working_directory").asText());
    }

    /** {@return its seed} */
    public long seed() {
        return node.at("/design/seed").asLong();
    }

    /** {@return when the run began} */
    public Instant created() {
        return created;
    }

    /**
     * {@return why trials of this plan must not stand beside trials of that one; empty where both are the same}
     *
     * @param now the plan that the same words make now
     */
    public Optional<String> difference(Report.Planned now) {
        var other = PlanJson.of(now);
        if (!same(other, "/tool_version")) {
            return Optional.of(
                    "it was begun by memcmp " + node.path("tool_version").asText() + ", and this is " + now.tool());
        }
        if (!same(other, "/host/processor") || !same(other, "/host/processors") || !same(other, "/host/system")) {
            return Optional.of("it was begun on another machine: %s, %s processors, %s"
                    .formatted(
                            node.at("/host/system").asText(),
                            node.at("/host/processors").asText(),
                            node.at("/host/processor").asText()));
        }
        if (!same(other, "/origin/jdks")) {
            return Optional.of("a JDK is another one now");
        }
        if (!same(other, "/origin/files")) {
            return Optional.of("the measured program has changed since");
        }
        if (!same(other, "/cells") || !same(other, "/skipped")) {
            return Optional.of("the same words make another matrix now");
        }
        return same(other, "/design") && sameOrder(other)
                ? Optional.empty()
                : Optional.of("the same words make another order of trials now");
    }

    private boolean same(JsonNode other, String path) {
        return text(node.at(path)).equals(text(other.at(path)));
    }

    private boolean sameOrder(JsonNode other) {
        return text(node.path("trials")).equals(text(other.path("trials")));
    }

    /**
     * As text, because a number read back may be of another width than one that was never written; and without the way a
     * JDK was found, which depends on variables of the moment.
     */
    private static String text(JsonNode node) {
        var copy = node.deepCopy();
        copy.findParents("provenance").forEach(jdk -> ((ObjectNode) jdk).remove("provenance"));
        return copy.toString();
    }
}
