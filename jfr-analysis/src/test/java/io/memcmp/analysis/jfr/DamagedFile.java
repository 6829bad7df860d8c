package io.memcmp.analysis.jfr;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.analysis.RecordingAnalyzer;
import java.nio.file.Path;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A damaged file and what the reader must make of it.
 *
 * @param damage what was done to it
 * @param file where it lies
 * @param events how many events were in it before
 * @param expectation what is left
 */
record DamagedFile(String damage, Path file, long events, Expectation expectation) {
    /** What must be. */
    @FunctionalInterface
    interface Expectation {
        void check(Seen seen);
    }

    /** What is: a result or a refusal. */
    record Seen(@Nullable ReadResult result, String refusal, String analysis) {
        ReadResult read() {
            return Objects.requireNonNull(result, () -> "refused: " + refusal);
        }
    }

    static Expectation refused(String words) {
        return seen -> {
            assertTrue(seen.result() == null, () -> "read: " + seen.result());
            assertTrue(seen.refusal().contains(words), seen.refusal());
        };
    }

    /** Not complete, and exactly so many events. */
    static Expectation left(long events) {
        return seen -> {
            assertFalse(seen.read().complete());
            assertEquals(
                    events, seen.read().events(), () -> seen.read().losses().toString());
            assertFalse(seen.read().losses().isEmpty());
        };
    }

    /** As {@link #left(long)}, and the first loss begins there. */
    static Expectation left(long events, long from) {
        return seen -> {
            left(events).check(seen);
            assertEquals(
                    from,
                    seen.read().losses().getFirst().offset(),
                    () -> seen.read().losses().toString());
        };
    }

    /** Damage to which there is no one answer: some of it, told as incomplete, or a refusal. */
    static Expectation atMost(long events) {
        return seen -> {
            if (seen.result() == null) {
                assertFalse(seen.refusal().isBlank());
            } else {
                assertTrue(seen.read().events() <= events, () -> seen.read().toString());
                assertFalse(seen.read().complete());
            }
        };
    }

    /** What a bit that flips in a value does nobody can find: there is no checksum. */
    static Expectation anything() {
        return seen -> assertTrue(seen.result() != null || !seen.refusal().isBlank());
    }

    Seen read() {
        var analysis = analysis();
        try {
            var result = new JfrReader(java.util.List.of(file)).read(java.util.List.of(new Sums()));
            return new Seen(assertNotNullResult(result), "", analysis);
        } catch (RecordingException refusal) {
            return new Seen(null, refusal.getMessage().replace(file.toString(), "FILE"), analysis);
        }
    }

    private static ReadResult assertNotNullResult(ReadResult result) {
        assertNotNull(result.from());
        return result;
    }

    private String analysis() {
        try {
            var completeness = RecordingAnalyzer.analyze(file).completeness();
            return completeness.complete() ? "complete" : "incomplete: " + completeness.reason();
        } catch (RecordingException refusal) {
            return "refused: " + refusal.getMessage().replace(file.toString(), "FILE");
        }
    }

    /** A row of the table. */
    String row(Seen seen, String peers) {
        var read = seen.result();
        var told = read == null
                ? "refused: " + seen.refusal()
                : "%d of %d, %s%s"
                        .formatted(read.events(), events, read.lossCount() == 0 ? "complete" : "", losses(read));
        return "| " + damage + " | " + told.replace("|", "\\|") + " | "
                + seen.analysis().replace("|", "\\|") + " | " + peers + " |\n";
    }

    private static String losses(ReadResult read) {
        var losses = new StringBuilder();
        for (var loss : read.losses().stream().limit(3).toList()) {
            losses.append("; " + loss.bytes() + " bytes at " + loss.offset() + ": " + loss.reason());
        }
        return (read.lossCount() == 0 ? "" : read.lossCount() + " losses") + losses;
    }
}
