package io.memcmp.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class OutputPumpTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @TempDir
    Path place = Path.of("");

    @Test
    void aStreamIsKeptToItsCapAndReadToItsEnd() throws Exception {
        int length = 40 << 20;
        var file = place.resolve("stdout");
        var pump = OutputPump.start(new Counting(length), file, OutputStream.nullOutputStream());
        pump.finish(PATIENCE);
        assertEquals(length, pump.total());
        var kept = Files.readAllBytes(file);
        assertEquals(OutputPump.KEPT, kept.length);
        assertEquals(Counting.at(OutputPump.KEPT - 1), kept[OutputPump.KEPT - 1]);
    }

    @Test
    void theTailIsWhatWasWrittenLastWhateverTheSizeOfThePieces() throws Exception {
        for (long seed = 0; seed < 200; seed++) {
            var random = new Random(seed);
            int length = random.nextInt(50_000);
            var pump = OutputPump.start(
                    new Counting(length, random), place.resolve("stdout"), OutputStream.nullOutputStream());
            pump.finish(PATIENCE);
            int from = Math.max(0, length - (16 << 10));
            assertEquals(Counting.text(from, length), pump.tail(), "seed " + seed);
        }
    }

    @Test
    void theLastLinesAreToldAndWhatIsShownIsAll() throws Exception {
        var shown = new ByteArrayOutputStream();
        var text = "one\ntwo\nthree\n";
        var pump = OutputPump.start(
                new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), place.resolve("stdout"), shown);
        pump.finish(PATIENCE);
        assertEquals(List.of("two", "three"), pump.lastLines(2));
        assertEquals(List.of("one", "two", "three"), pump.lastLines(20));
        assertEquals(text, shown.toString(StandardCharsets.UTF_8));
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "needs /dev/full")
    void aFileThatTakesNothingDoesNotHoldTheProgramUp() throws Exception {
        for (var file : List.of(Path.of("/dev/full"), place.resolve("missing/stdout"))) {
            var pump = OutputPump.start(new Counting(1 << 20), file, OutputStream.nullOutputStream());
            pump.finish(PATIENCE);
            assertEquals(1 << 20, pump.total(), file.toString());
            assertTrue(pump.tail().length() > 1000);
        }
    }

    /** Bytes that tell where they stand. */
    private static final class Counting extends InputStream {

        private final int length;
        private final Random pieces;
        private int next;

        Counting(int length) {
            this(length, new Random(0));
        }

        Counting(int length, Random pieces) {
            this.length = length;
            this.pieces = pieces;
        }

        static byte at(int place) {
            return (byte) ('!' + place % 93);
        }

        static String text(int from, int to) {
            var text = new StringBuilder();
            for (int i = from; i < to; i++) {
                text.append((char) at(i));
            }
            return text.toString();
        }

        @Override
        public int read() {
            return next < length ? at(next++) : -1;
        }

        @Override
        public int read(byte[] buffer, int offset, int most) throws IOException {
            if (next == length) {
                return -1;
            }
            int count = Math.min(Math.min(most, length - next), 1 + pieces.nextInt(40_000));
            for (int i = 0; i < count; i++) {
                buffer[offset + i] = at(next++);
            }
            return count;
        }
    }
}
