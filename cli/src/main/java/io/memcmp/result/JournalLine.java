package io.memcmp.result;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import io.memcmp.analysis.Completeness;
import io.memcmp.analysis.Observed;
import io.memcmp.analysis.Reading;
import io.memcmp.analysis.census.Census;
import io.memcmp.launch.NoiseEvidence;
import io.memcmp.launch.Outcome;
import java.time.Duration;
import java.time.Instant;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A finished trial as the journal tells it: what was seen from outside, and the census, whose dump is gone. What its
 * recording tells is read off that again.
 *
 * @param cell the cell's name
 * @param block in which block
 * @param attempt the how manieth
 * @param outcome how it ended
 * @param noise what else happened on the machine
 * @param remarks what the reader must know beside the figures
 * @param wall wall time of the process, nanoseconds
 * @param cpu CPU time of the process and its children, nanoseconds
 * @param peakResident its largest resident set, bytes
 * @param salvaged what was left of a recording that was not closed in order; empty where it was
 * @param recorded whether it had a recording
 * @param census where the heap's bytes went
 */
public record JournalLine(
        String cell,
        int block,
        int attempt,
        Outcome outcome,
        NoiseEvidence noise,
        List<String> remarks,
        Reading wall,
        Reading cpu,
        Reading peakResident,
        Optional<Completeness> salvaged,
        boolean recorded,
        Observed<Census> census) {
    private static final JsonMapper MAPPER = JsonMapper.builder()
            .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
            .build();

    /** Copies the list. */
    public JournalLine {
        remarks = List.copyOf(remarks);
    }

    /**
     * {@return the trial that a line tells; empty where the line is none, or was cut off}
     *
     * @param line one line of a journal
     */
    public static Optional<JournalLine> parse(String line) {
        try {
            var node = MAPPER.readTree(line);
            return Optional.of(new JournalLine(
                    required(node, "cell").asText(),
                    required(node, "block").asInt(),
                    required(node, "attempt").asInt(),
                    outcome(required(node, "outcome")),
                    noise(required(node, "noise")),
                    texts(required(node, "remarks")),
                    reading(node.at("/outside/wall_ns")),
                    reading(node.at("/outside/cpu_ns")),
                    reading(node.at("/outside/peak_resident_bytes")),
                    salvaged(node),
                    !required(node, "profile").has("absent"),
                    CensusJson.read(node.path("census"))));
        } catch (JsonProcessingException | IllegalArgumentException | DateTimeParseException notOne) {
            return Optional.empty();
        }
    }

    private static JsonNode required(JsonNode node, String name) {
        var value = node.get(name);
        if (value == null) {
            throw new IllegalArgumentException("no " + name);
        }
        return value;
    }

    private static Outcome outcome(JsonNode node) {
        int exit = node.path("exit_status").asInt();
        return switch (required(node, "kind").asText()) {
            case "completed" -> new Outcome.Completed(exit);
            case "out_of_memory" ->
                new Outcome.OutOfMemory(
                        Duration.ofNanos(required(node, "after_ns").asLong()));
            case "timed_out" ->
                new Outcome.TimedOut(Duration.ofNanos(required(node, "limit_ns").asLong()));
            case "failed" ->
                new Outcome.Failed(exit, required(node, "reason").asText(), texts(required(node, "last_lines")));
            case "interrupted" -> new Outcome.Interrupted();
            default -> throw new IllegalArgumentException("no such ending");
        };
    }

    private static NoiseEvidence noise(JsonNode node) {
        return new NoiseEvidence(
                reading(node.path("steal")),
                reading(node.path("throttled")),
                reading(node.path("foreign")),
                reading(node.path("swapped_in")),
                reading(node.path("pressure")),
                reading(node.path("calibration")),
                reading(node.path("calibration_ns")),
                texts(required(node, "faults")),
                node.path("tolerated").asBoolean());
    }

    private static Reading reading(JsonNode node) {
        if (node.isNumber()) {
            return Reading.of(node.asDouble());
        }
        if (!node.path("absent").isTextual()) {
            throw new IllegalArgumentException("no reading");
        }
        return Reading.absent(node.path("absent").asText());
    }

    private static Optional<Completeness> salvaged(JsonNode node) {
        if (!required(node, "incomplete").asBoolean()) {
            return Optional.empty();
        }
        return Optional.of(new Completeness(
                false,
                Instant.parse(required(node, "covers_from").asText()),
                Instant.parse(required(node, "covers_to").asText()),
                required(node, "incomplete_reason").asText()));
    }

    private static List<String> texts(JsonNode node) {
        var texts = new ArrayList<String>();
        node.forEach(text -> texts.add(text.asText()));
        return texts;
    }
}
