package io.memcmp.analysis.heapdump;

import static org.junit.jupiter.api.Assertions.assertArrayEquals;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.analysis.Jdk;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
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
        var output = directory.resolve("output");
        var process = new ProcessBuilder(List.of(
                        Jdk.running().java().toString(),
                        "-Xmx64m",
                        "-XX:+UseSerialGC",
                        "--enable-native-access=ALL-UNNAMED",
                        "-cp",
                        System.getProperty("java.class.path"),
                        Hostile.class.getName(),
                        directory.toString(),
                        "" + seed,
                        "" + cases))
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        boolean ended = process.waitFor(patienceSeconds, TimeUnit.SECONDS);
        if (!ended) {
            process.destroyForcibly().waitFor();
        }
        var printed = Files.readString(output);
        assertTrue(ended, printed);
        assertEquals(0, process.exitValue(), printed);
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
