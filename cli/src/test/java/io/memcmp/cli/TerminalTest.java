package io.memcmp.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.cli.Terminal.ColourWish;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class TerminalTest {

    @Test
    void colourIsForTerminals() {
        assertTrue(colour(true, Map.of("TERM", "xterm"), ColourWish.AUTO));
        assertFalse(colour(false, Map.of("TERM", "xterm"), ColourWish.AUTO));
        assertFalse(colour(true, Map.of("TERM", "dumb"), ColourWish.AUTO));
    }

    @Test
    void theUsersVariablesAreHonoured() {
        assertFalse(colour(true, Map.of("NO_COLOR", "1"), ColourWish.AUTO));
        assertTrue(colour(true, Map.of("NO_COLOR", ""), ColourWish.AUTO), "an empty NO_COLOR is none");
        assertTrue(colour(false, Map.of("CLICOLOR_FORCE", "1"), ColourWish.AUTO));
        assertTrue(colour(false, Map.of("FORCE_COLOR", "1"), ColourWish.AUTO));
        assertFalse(colour(false, Map.of("FORCE_COLOR", "1", "NO_COLOR", "1"), ColourWish.AUTO));
    }

    @Test
    void theOptionHasTheLastWord() {
        assertTrue(colour(false, Map.of("NO_COLOR", "1"), ColourWish.ALWAYS));
        assertFalse(colour(true, Map.of("FORCE_COLOR", "1"), ColourWish.NEVER));
    }

    @Test
    void anEncodingThatLacksASignGetsAscii() {
        assertTrue(terminal(StandardCharsets.UTF_8, false, Map.of())
                .look(ColourWish.AUTO, false)
                .unicode());
        assertFalse(terminal(StandardCharsets.US_ASCII, false, Map.of())
                .look(ColourWish.AUTO, false)
                .unicode());
    }

    @Test
    void aLineIsDrawnOverOnlyWhereItCanBe() {
        assertTrue(
                terminal(StandardCharsets.UTF_8, true, Map.of("TERM", "xterm")).redraws());
        assertFalse(
                terminal(StandardCharsets.UTF_8, true, Map.of("TERM", "dumb")).redraws());
        assertFalse(
                terminal(StandardCharsets.UTF_8, false, Map.of("TERM", "xterm")).redraws());
    }

    @Test
    void exitCodesAreThoseThatAreDocumented() {
        assertEquals(
                "0 1 2 3 4 70 130",
                String.join(
                        " ",
                        java.util.Arrays.stream(ExitCode.values())
                                .map(code -> Integer.toString(code.number()))
                                .toList()));
    }

    private static boolean colour(boolean isTerminal, Map<String, String> environment, ColourWish wish) {
        return terminal(StandardCharsets.UTF_8, isTerminal, environment)
                .look(wish, false)
                .colour();
    }

    private static Terminal terminal(Charset charset, boolean isTerminal, Map<String, String> environment) {
        var stream = new PrintStream(OutputStream.nullOutputStream(), true, charset);
        return new Terminal(InputStream.nullInputStream(), stream, stream, isTerminal, isTerminal, environment);
    }
}
