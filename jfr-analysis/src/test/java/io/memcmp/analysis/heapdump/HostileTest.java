package io.memcmp.analysis.heapdump;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Whatever is done to a dump, it is read to answers that fit together or refused in words, in bounded memory. */
@Tag("beside")
class HostileTest {
    private static final int PEAK_MIB = 400;

    @TempDir
    static Path directory;

    @Test
    void aThousandDamagedDumps() throws Exception {
        run(1, 1_000, 120);
    }

    @Test
    @Tag("slow")
    void twelveThousandDamagedDumps() throws Exception {
        run(5_000_000, 12_000, 900);
    }

    private static void run(long seed, int cases, int patienceSeconds) throws Exception {
        var flags = List.of("-Xmx64m", "-XX:+UseSerialGC", "--enable-native-access=ALL-UNNAMED");
        var printed = OwnJvm.run(
                directory.resolve("output"),
                patienceSeconds,
                flags,
                Hostile.class,
                directory.toString(),
                "" + seed,
                "" + cases);
        assertFalse(printed.contains("problem:"), printed);
        check(printed, cases);
    }

    private static void check(String printed, int cases) {
        var ends = Pattern.compile("ends: \\{RESULT=(\\d+), REFUSAL=(\\d+)\\}, peak (\\d+|unknown) MiB")
                .matcher(printed);
        assertTrue(ends.find(), printed);
        int results = Integer.parseInt(ends.group(1));
        assertEquals(cases, results + Integer.parseInt(ends.group(2)), printed);
        assertTrue(results > cases / 2, "most damage leaves something to read: " + printed);
        assertTrue(ends.group(3).equals("unknown") || Integer.parseInt(ends.group(3)) < PEAK_MIB, printed);
    }

    @Test
    void theSameSeedIsTheSameDamage() throws Exception {
        var damaged = DumpFuzzer.damaged(7);
        assertArrayEquals(damaged.bytes(), DumpFuzzer.damaged(7).bytes());
        assertFalse(damaged.done().equals(DumpFuzzer.damaged(8).done()));
    }
}
