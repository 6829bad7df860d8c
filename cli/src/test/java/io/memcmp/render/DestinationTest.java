package io.memcmp.render;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import io.memcmp.plan.UserError;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

final class DestinationTest {

    @TempDir
    Path place = Path.of("");

    @Test
    void aReportIsWrittenToItsFile() throws IOException {
        var file = place.resolve("report");
        try (var destination = Destination.claim(file, false)) {
            destination.write("größe\n");
        }
        assertEquals("größe\n", Files.readString(file));
    }

    @Test
    void aFileThatNothingWasWrittenToGoesAwayAgain() {
        var file = place.resolve("report");
        Destination.claim(file, false).close();
        assertFalse(Files.exists(file));
    }

    @Test
    void anExistingFileIsReplacedOnlyByForceAndStaysWhereNothingIsWritten() throws IOException {
        var file = Files.writeString(place.resolve("report"), "a longer text than the new one");
        var refused = assertThrows(UserError.class, () -> Destination.claim(file, false));
        assertEquals("will not overwrite " + file, refused.getMessage());
        Destination.claim(file, true).close();
        assertEquals("a longer text than the new one", Files.readString(file));
        try (var destination = Destination.claim(file, true)) {
            destination.write("new");
        }
        assertEquals("new", Files.readString(file));
    }

    @Test
    void whatIsNoFileIsRefused() {
        var directory = assertThrows(UserError.class, () -> Destination.claim(place, true));
        assertEquals("cannot write " + place + ": it is a directory", directory.getMessage());
        var nowhere = place.resolve("no/report");
        var missing = assertThrows(UserError.class, () -> Destination.claim(nowhere, true));
        assertEquals("cannot write " + nowhere + ": no such directory", missing.getMessage());
        var below = place.resolve("file/report");
        assertTrue(place.resolve("file").toFile().exists() || write(place.resolve("file")));
        var file = assertThrows(UserError.class, () -> Destination.claim(below, true));
        assertTrue(String.valueOf(file.getMessage()).startsWith("cannot write " + below + ": "), file.getMessage());
        assertFalse(String.valueOf(file.getMessage()).endsWith(": " + below), "says why: " + file.getMessage());
    }

    @Test
    @EnabledOnOs(value = OS.LINUX, disabledReason = "needs /dev/full")
    void aFullDeviceIsToldAndStays() {
        try (var destination = Destination.claim(Path.of("/dev/full"), false)) {
            var full = assertThrows(UserError.class, () -> destination.write("text"));
            assertTrue(String.valueOf(full.getMessage()).startsWith("cannot write /dev/full: "), full.getMessage());
            assertTrue(full.remedy().startsWith("make room"), full.remedy());
        }
        assertTrue(Files.exists(Path.of("/dev/full")));
    }

    private static boolean write(Path file) {
        try {
            Files.writeString(file, "");
            return true;
        } catch (IOException e) {
            return false;
        }
    }
}
