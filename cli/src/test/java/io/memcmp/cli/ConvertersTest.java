package io.memcmp.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import io.memcmp.analysis.Scope.Moment;
import io.memcmp.plan.UserError;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

final class ConvertersTest {

    @ParameterizedTest
    @CsvSource({
        "90s, PT1M30S",
        "1.5s, PT1.5S",
        "0.25h 1.001ms, PT15M0.001001S",
        "1m30s, PT1M30S",
        "1min 30 s, PT1M30S",
        "500ms, PT0.5S",
        "2h5ms, PT2H0.005S"
    })
    void aSpanIsNumbersWithUnits(String word, Duration span) {
        assertEquals(span, new Converters.Span().convert(word));
        assertEquals(new Moment.After(span), new Converters.MomentOfRecording().convert(word));
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "s", "1x", "1m30", "-5s", "90", "1.5", "1.s", ".5s", "1 2s", "12345678901s"})
    void whatIsNoneIsRefused(String word) {
        assertThrows(UserError.class, () -> new Converters.Span().convert(word));
        assertThrows(UserError.class, () -> new Converters.MomentOfRecording().convert(word));
    }

    @Test
    void aMomentMayBeATime() {
        var moment = new Moment.At(Instant.parse("2026-11-23T10:00:00Z"));
        assertEquals(moment, new Converters.MomentOfRecording().convert("2026-11-23T10:00:00Z"));
        assertEquals(moment, new Converters.MomentOfRecording().convert("2026-11-23T11:00:00+01:00"));
    }
}
