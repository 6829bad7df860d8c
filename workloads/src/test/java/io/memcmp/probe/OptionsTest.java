package io.memcmp.probe;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;

class OptionsTest {

    @Test
    void nothingSaidMeansOnlyHiccups() {
        var expected = new Options(
                OptionalLong.empty(),
                false,
                Duration.ofMillis(5),
                Optional.empty(),
                Optional.empty(),
                Optional.empty(),
                true);
        assertEquals(expected, Options.parse(""));
    }

    @Test
    void everythingCanBeSaid() {
        var expected = new Options(
                OptionalLong.of(17),
                true,
                Duration.ZERO,
                Optional.of(Path.of("a b")),
                Optional.of(Path.of("c/d.hprof")),
                Optional.of(Path.of("e.jfr")),
                false);
        assertEquals(
                expected,
                Options.parse("parent=17;live-set=exit;hiccup=0;pid-file=a b;heap-dump=c/d.hprof;old-objects=e.jfr"
                        + ";record=none"));
    }

    @Test
    void severalProcessesCanLeaveADumpEach() {
        long pid = ProcessHandle.current().pid();
        assertEquals(
                Optional.of(Path.of("heap-" + pid + ".hprof")),
                Options.parse("heap-dump=heap-%p.hprof").heapDump());
    }

    @Test
    void whatIsNotUnderstoodIsNamed() {
        assertTrue(refusal("colour=red").contains("colour"));
        assertTrue(refusal("live-set=always").contains("live-set=always"));
        assertTrue(refusal("hiccup=-1").contains("hiccup=-1"));
        assertTrue(refusal("parent=me").contains("parent=me"));
        assertTrue(refusal("record=all").contains("record=all"));
        assertTrue(refusal("heap-dump=a.bin").contains("heap-dump=a.bin"));
        assertTrue(refusal("old-objects=all").contains("old-objects=all"));
        assertTrue(refusal("exit").contains("exit"));
    }

    private static String refusal(String text) {
        return assertThrows(IllegalArgumentException.class, () -> Options.parse(text))
                .getMessage();
    }
}
