package io.memcmp.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class SafeTest {

    @Test
    void whatATerminalObeysIsMadeVisible() {
        assertEquals("\\u001b[31mred", Safe.text("\u001b[31mred"));
        assertEquals("a\\u202eb\\u2066c", Safe.text("a\u202eb\u2066c"));
        assertEquals("one\\u000atwo\\u000d\\u2028", Safe.text("one\ntwo\r\u2028"));
        assertEquals("\\ud800", Safe.text("\ud800"));
        assertEquals("größe 😀 µs –", Safe.text("größe 😀 µs –"));
    }

    @Test
    void noTextKeepsAnythingThatIsObeyed() {
        var random = new Random(11);
        for (int i = 0; i < 2000; i++) {
            var text = random.ints(20, 0, 0x11000)
                    .collect(StringBuilder::new, StringBuilder::appendCodePoint, StringBuilder::append)
                    .toString();
            assertFalse(Safe.text(text).matches("(?s).*[\\p{Cc}\\p{Cf}\\p{Cs}\\p{Zl}\\p{Zp}].*"), () -> "case " + text);
        }
    }

    @ParameterizedTest
    @CsvSource({
        "a|b, a\\|b",
        "Map<K>, Map\\<K\\>",
        "*_`, \\*\\_\\`",
        "[x](y), \\[x\\](y)",
        "Link$Node, Link\\$Node",
        "&amp;, \\&amp;"
    })
    void aPageDoesNotObeyItsContent(String text, String safe) {
        assertEquals(safe, Safe.markdown(text));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = ';',
            quoteCharacter = '~',
            value = {
                "=1+1; '=1+1",
                "@SUM(A1); '@SUM(A1)",
                "+cmd; '+cmd",
                "-cmd; '-cmd",
                "-1.5e-3; -1.5e-3",
                "+7; +7",
                "a,b; \"a,b\"",
                "say \"hi\"; \"say \"\"hi\"\"\"",
                "=a,\"b\"; \"'=a,\"\"b\"\"\"",
                "plain; plain"
            })
    void aSpreadsheetDoesNotObeyItsCells(String text, String field) {
        assertEquals(field, Safe.csv(text));
    }
}
