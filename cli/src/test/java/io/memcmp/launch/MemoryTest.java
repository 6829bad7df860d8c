package io.memcmp.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class MemoryTest {
    private static final long MIB = 1 << 20;

    /** Tells how much there is left, and takes as much. */
    static final class Keeper {
        private static final int PIECE = 1 << 16;

        private Keeper() {}

        public static void main(String[] args) {
            long left = Memory.leftOfHeap();
            var kept = new ArrayList<byte[]>();
            for (long bytes = 0; bytes < left / 2; bytes += PIECE) {
                kept.add(new byte[PIECE]);
            }
            System.out.println(left + " " + kept.size());
        }
    }

    /** Of 64 MiB with 40 for new objects only what is left beside those counts, where a collector has them apart. */
    @ParameterizedTest
    @ValueSource(strings = {"Serial", "Parallel", "G1", "Z", "Shenandoah", "Epsilon"})
    void whatIsLeftOfTheHeapCanBeKept(String collector) throws Exception {
        var told = run(collector).split(" ", 2);
        long left = Long.parseLong(told[0]);
        boolean apart = List.of("Serial", "Parallel").contains(collector);
        assertTrue(left > 10 * MIB && left <= (apart ? 24 : 64) * MIB, collector + ": " + left);
        assertEquals(Math.ceilDiv(left / 2, Keeper.PIECE), Integer.parseInt(told[1]));
    }

    private static String run(String collector) throws IOException, InterruptedException {
        var command = new ArrayList<>(
                List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(List.of("-XX:+UnlockExperimentalVMOptions", "-XX:+Use" + collector + "GC", "-Xmx64m"));
        if (List.of("Serial", "Parallel").contains(collector)) {
            command.add("-Xmn40m");
        }
        command.addAll(List.of("-cp", System.getProperty("java.class.path"), Keeper.class.getName()));
        var process = new ProcessBuilder(command).redirectErrorStream(true).start();
        var printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertEquals(0, process.waitFor(), printed);
        return printed;
    }
}
