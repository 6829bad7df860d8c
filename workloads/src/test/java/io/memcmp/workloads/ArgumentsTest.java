package io.memcmp.workloads;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.function.Executable;

class ArgumentsTest {

    private enum Colour {
        RED,
        GREEN
    }

    private static final List<Parameter> PARAMETERS = List.of(
            new Parameter("count", "1_000", ""),
            new Parameter("size", "2k", ""),
            new Parameter("share", "0.25", ""),
            new Parameter("colour", "red", ""));

    @Test
    void whatIsNotGivenHasItsDefault() {
        var arguments = new Arguments(PARAMETERS, Map.of("colour", "GREEN"));
        assertEquals(1000, arguments.count("count", 0, 5000));
        assertEquals(2048, arguments.size("size", 0, 5000));
        assertEquals(0.25, arguments.fraction("share"));
        assertEquals(Colour.GREEN, arguments.choice("colour", Colour.class));
        assertEquals("count=1_000 size=2k share=0.25 colour=GREEN", arguments.toString());
    }

    @Test
    void sizesHaveUnits() {
        assertEquals(1000, size("1000"));
        assertEquals(64 << 10, size("64KiB"));
        assertEquals(64 << 10, size("64k"));
        assertEquals(2 << 20, size("2m"));
        assertEquals(2 << 20, size("2 MiB"));
        assertEquals(1 << 30, size("1g"));
    }

    private static int size(String text) {
        return new Arguments(PARAMETERS, Map.of("size", text)).size("size", 0, Integer.MAX_VALUE);
    }

    @Test
    void anUnknownNameIsAnsweredWithTheNearest() {
        var message = refusal(() -> new Arguments(PARAMETERS, Map.of("cuont", "1")));
        assertEquals("unknown parameter: cuont; did you mean count? choose from [count, size, share, colour]", message);
    }

    @Test
    void aBadValueIsAnsweredWithWhatIsAllowed() {
        var bad = new Arguments(
                PARAMETERS, Map.of("count", "many", "size", "3 parsec", "share", "1.5", "colour", "blue"));
        assertEquals(
                "bad value for parameter count: many; give a whole number from 1 to 9",
                refusal(() -> bad.count("count", 1, 9)));
        assertTrue(refusal(() -> bad.size("size", 0, 9))
                .startsWith("bad value for parameter size: 3 parsec; give a size"));
        assertTrue(refusal(() -> bad.fraction("share")).contains("from 0 to 1"));
        assertTrue(refusal(() -> bad.choice("colour", Colour.class)).endsWith("one of [red, green]"));
    }

    @Test
    void aNumberOutOfBoundsIsBadToo() {
        var far = new Arguments(PARAMETERS, Map.of("count", "99999999999999999999", "size", "999999g", "share", "NaN"));
        refusal(() -> far.count("count", 1, Long.MAX_VALUE));
        refusal(() -> far.size("size", 0, Integer.MAX_VALUE));
        refusal(() -> far.fraction("share"));
    }

    private static String refusal(Executable use) {
        return assertThrows(BadArgument.class, use).getMessage();
    }
}
