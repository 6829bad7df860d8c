package io.memcmp.cli;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.io.InputStream;
import java.io.PrintStream;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class AnalysisProgressTest {
    private static final long LARGE = 100L << 20;

    private final ByteArrayOutputStream err = new ByteArrayOutputStream();

    @Test
    void onATerminalALineIsDrawnOverAndRemoved() {
        read(true, false, LARGE);
        assertEquals(
                "\r\u001b[K2/3 reading a\\u001bb: 0 %\r\u001b[K2/3 reading a\\u001bb: 50 %\r\u001b[K",
                err.toString(UTF_8));
    }

    @Test
    void elsewhereThereIsAWordNowAndThen() {
        read(false, false, LARGE);
        assertEquals("memcmp: 2/3 reading a\\u001bb: 50 %" + System.lineSeparator(), err.toString(UTF_8));
    }

    @Test
    void whatIsReadAtOnceOrQuietlyIsNotSpokenOf() {
        read(true, true, LARGE);
        read(true, false, 1 << 20);
        assertEquals("", err.toString(UTF_8));
    }

    private void read(boolean terminal, boolean quiet, long bytes) {
        var stream = new PrintStream(err, true, UTF_8);
        var progress = new AnalysisProgress(
                new Terminal(InputStream.nullInputStream(), stream, stream, terminal, terminal, Map.of()), quiet);
        progress.started(2, 3, "a\u001bb", bytes);
        progress.read(0);
        progress.read(bytes / 2);
        progress.read(bytes / 2 + 1);
        progress.ended();
    }
}
