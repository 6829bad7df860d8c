package io.memcmp.launch;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.analysis.Reading;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class PacingLogTest {

    @TempDir
    Path place = Path.of("");

    @ParameterizedTest
    @CsvSource({
        "'Pacing                     = 6.842 s (a = 41217 us) (n = 166) (lvls, us = 10, 20)', 6842000000",
        "'Pacing                     = 132.5 ms (a = 41 us) (n = 3)', 132500000",
        "'Pacing                     =    0.013 s (a =     1308 us)', 13000000",
        "'Pacing                     =       77 us (a =    8 us) (n = 9)', 77000"
    })
    void theSumOfPacingIsRead(String line, double nanos) throws IOException {
        assertEquals(nanos, read(line).value().orElseThrow(), 0.001);
    }

    @Test
    void statisticsWithoutPacingMeanThatNobodyWasHeldBack() throws IOException {
        assertEquals(Reading.of(0), read("  Concurrent Reset           =    0.000 s (a = 36 us) (n = 1)"));
    }

    @Test
    void aLogWithoutStatisticsTellsNothing() throws IOException {
        var log = Files.writeString(place.resolve("gc.log"), "[1234ns][info][gc] Using Shenandoah\n");
        assertTrue(PacingLog.total(log).value().isEmpty());
        assertTrue(PacingLog.total(place.resolve("missing")).value().isEmpty());
    }

    private Reading read(String line) throws IOException {
        var tags = "[2345678901ns][info][gc,stats    ] ";
        var log = Files.writeString(
                place.resolve("gc.log"),
                tags + "GC STATISTICS:\n" + tags + "  \"(G)\" (gross) pauses include VM time\n" + tags + line + "\n");
        return PacingLog.total(log);
    }
}
